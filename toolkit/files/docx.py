"""Word documents (DOCX): laid out as text, one paragraph a line, and written back.

Source: ECMA-376-1:2016, parts 11 (parts of a document) and 17 (WordprocessingML).

The `raw` of such an article is that layout, so offsets, lines and columns count in it: first the body's paragraphs, each cell
of a table by itself, then footnotes and endnotes. A line break inside a paragraph is U+2028, which ends no line; a link is
`<a href="URL">words</a>`, a footnote's mark `[^1]`; headers, footers, comments and deleted text are left out.
"""

from __future__ import annotations

from typing import NamedTuple

from toolkit.core import Article, Paragraph, Span, Text
from toolkit.core.notation import WORD
from toolkit.files import kinds
from toolkit.files.builder import OBJECT, Builder
from toolkit.files.errors import Unreadable
from toolkit.files.package import Package
from toolkit.files.pieces import cut
from toolkit.files.wordml import Block, Story, stories

LINE = "\u2028"


class Home(NamedTuple):
    """Characters of the layout and where they stand: the part, and the range of its XML.

    `text` is false for a mark, such as a tab; `bare` as in `Piece`.
    """

    layout: Span
    part: str
    xml: Span
    bare: Span | None
    text: bool

    def at(self, offset: int) -> Span:
        """The XML of a character of the layout; all of it where the two do not match one by one."""
        if self.xml.end - self.xml.start != self.layout.end - self.layout.start:
            return self.xml
        start = self.xml.start + offset - self.layout.start
        return Span(start, min(start + 1, self.xml.end))


class Layout(NamedTuple):
    """A document as text, its paragraphs, and the way back to the XML, in the order of the layout."""

    raw: str
    paragraphs: tuple[Paragraph, ...]
    homes: tuple[Home, ...]


def parse_docx(data: bytes, path: str) -> Article:
    """The article in a DOCX file. Raises Unreadable for what is no Word document, encrypted, or too large."""
    found = layout(Package(data, path))
    if not found.raw.strip():
        raise Unreadable(path, None, "is empty; there is nothing to check")
    paragraphs = kinds.told(list(found.paragraphs))
    whole = tuple(piece for paragraph in paragraphs for piece in cut(paragraph))
    return Article(path, found.raw, whole, "docx", kinds.dateline(paragraphs))


def layout(package: Package) -> Layout:
    """The document in a package, laid out; the same every time."""
    writer = _Writer()
    for story in stories(package):
        for block in story.blocks:
            writer.block(story, block)
    return Layout("".join(writer.lines), tuple(writer.paragraphs), tuple(writer.homes))


class _Writer:
    """Writes one paragraph a line. What stands in a link's tag or a footnote's mark has no home."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.paragraphs: list[Paragraph] = []
        self.homes: list[Home] = []
        self.at = 0

    def block(self, story: Story, block: Block) -> None:
        """Write a paragraph."""
        builder, start = Builder(), self.at
        for piece in block.pieces:
            before = self.at
            self.put(piece.text)
            place = Span(before, self.at)
            if piece.xml and piece.text == LINE:
                builder.line_end(*place)
            elif piece.xml:
                mark = piece.text in {"\t", "\u2011", "\u00ad"} and piece.xml.end - piece.xml.start > 1
                self.homes.append(Home(place, story.part, piece.xml, piece.bare, text=not mark))
                builder.add(piece.text, *place)
            elif piece.text == OBJECT:
                builder.add(OBJECT, *place)
        text = builder.text(Span(start, self.at), markup=False)
        if text:
            words = Text(text.prose, text.runs, text.spans, notation=WORD)
            self.paragraphs.append(Paragraph(words, block.kind))
        self.put("\n")

    def put(self, text: str) -> None:
        """Write text."""
        self.lines.append(text)
        self.at += len(text)
