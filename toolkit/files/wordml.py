"""The paragraphs of a Word document: what of its XML a reader sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from toolkit.core import Kind, Span
from toolkit.files.builder import OBJECT
from toolkit.files.package import Package
from toolkit.files.xmlscan import Chunk, Element, scan

_MAIN = "officeDocument"
_PARTS = ("footnotes", "endnotes")
_SKIPPED = frozenset(
    "pPr rPr del moveFrom delText instrText delInstrText Fallback rt annotationRef tblPr sdtPr".split()
)
_MARKS = {"br": "\u2028", "cr": "\u2028", "tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_OBJECTS = frozenset(("oMath", "oMathPara", "sym"))


class Piece(NamedTuple):
    """Text of the layout, and the range of XML that spells it; None for what is laid out but spelt nowhere.

    `bare` is all of the text around it, where white space at its edges is not kept.
    """

    text: str
    xml: Span | None = None
    bare: Span | None = None


class Block(NamedTuple):
    """A paragraph."""

    pieces: tuple[Piece, ...]
    kind: Kind


class Story(NamedTuple):
    """A part of the document that holds text, with its paragraphs in order."""

    part: str
    blocks: tuple[Block, ...]


def stories(package: Package) -> Iterator[Story]:
    """The body, then footnotes and endnotes. Raises Unreadable where there is no body."""
    main = _main(package)
    folder = main.rpartition("/")[0]
    links = _relations(package, main)
    kinds = _styles(package, f"{folder}/styles.xml" if folder else "styles.xml")
    yield Story(main, tuple(_blocks(package, main, {i: target for i, (_, target) in links.items()}, kinds)))
    for kind, target in list(links.values()):
        if kind in _PARTS:
            part = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}" if folder else target
            if part in package:
                own = {i: link for i, (_, link) in _relations(package, part).items()}
                yield Story(part, tuple(_blocks(package, part, own, kinds)))


def _main(package: Package) -> str:
    targets = [target for kind, target in _relations(package, "").values() if kind == _MAIN]
    for name in (*(target.lstrip("/") for target in targets), "word/document.xml"):
        if name in package:
            return name
    raise package.unreadable("is no Word document; save it anew as .docx")


def _relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """By id: the kind of a relation and what it leads to."""
    folder, slash, name = part.rpartition("/")
    path = f"{folder}{slash}_rels/{name}.rels"
    found: dict[str, tuple[str, str]] = {}

    def take(one: Element, _: Sequence[Element]) -> None:
        kind = one.attributes.get("Type", "").rpartition("/")[2]
        found[one.attributes.get("Id", "")] = (kind, one.attributes.get("Target", ""))

    if path in package:
        scan(package.text(path), f"{package.path}: {path}", ("Relationship",), take)
    return found


def _styles(package: Package, part: str) -> dict[str, Kind]:
    """What paragraphs of a style are for, by the style's id."""
    found: dict[str, Kind] = {}

    def take(style: Element, _: Sequence[Element]) -> None:
        names = [_value(name) for name in style.children("name")]
        if kind := _named(names[0] if names else ""):
            found[_attribute(style, "styleId")] = kind

    if part in package:
        scan(package.text(part), f"{package.path}: {part}", ("style",), take)
    return found


def _named(style: str) -> Kind | None:
    name = style.lower()
    if name == "title" or name.startswith("heading"):
        return Kind.HEADLINE
    return Kind.CAPTION if name == "caption" else Kind.LIST_ITEM if name.startswith("list") else None


def _blocks(package: Package, part: str, links: Mapping[str, str], kinds: Mapping[str, Kind]) -> Iterator[Block]:
    found: list[Block] = []
    notes: dict[tuple[str, str], int] = {}

    def take(paragraph: Element, around: Sequence[Element]) -> None:
        if not any(element.name in _SKIPPED for element in around):
            cell = any(element.name == "tc" for element in around)
            found.extend(_Reader(links, kinds, notes).paragraph(paragraph, in_cell=cell))

    scan(package.text(part), f"{package.path}: {part}", ("p",), take)
    yield from found


class _Reader:
    """Reads one paragraph; those in a text box inside it come after it."""

    def __init__(self, links: Mapping[str, str], kinds: Mapping[str, Kind], notes: dict[tuple[str, str], int]) -> None:
        self.links, self.kinds, self.notes = links, kinds, notes
        self.space = ""
        self.pieces: list[Piece] = []
        self.inner: list[Element] = []

    def paragraph(self, element: Element, *, in_cell: bool) -> Iterator[Block]:
        """The paragraph and those inside it."""
        self.space = element.space
        self.read(element)
        yield Block(tuple(self.pieces), self.kind(element, in_cell=in_cell))
        for inner in self.inner:
            yield from _Reader(self.links, self.kinds, self.notes).paragraph(inner, in_cell=False)

    def kind(self, element: Element, *, in_cell: bool) -> Kind:
        """What the paragraph is for, by its style, its numbering and where it stands."""
        properties = element.first("pPr")
        styles = [_value(style) for style in properties.children("pStyle")] if properties else []
        kind = self.kinds.get(styles[0]) or _named(styles[0]) if styles else None
        if kind is None and properties is not None and properties.first("numPr") is not None:
            kind = Kind.LIST_ITEM
        return kind or (Kind.TABLE_CELL if in_cell else Kind.BODY)

    def read(self, element: Element) -> None:
        """Read all that stands inside an element."""
        for part in element.parts:
            if isinstance(part, Element) and part.name not in _SKIPPED:
                self.child(part)

    def child(self, part: Element) -> None:
        """Read a run, its text, a mark or a link."""
        if part.name == "t" and part.space == self.space:
            self.text(part)
        elif part.name == "p" and part.space == self.space:
            self.inner.append(part)
        elif part.name in _MARKS:
            plain = part.name != "br" or _attribute(part, "type") not in {"page", "column"}
            self.pieces.append(Piece(_MARKS[part.name] if plain else " ", Span(part.start, part.end)))
        elif part.name in _OBJECTS:
            self.pieces.append(Piece(OBJECT))
        elif part.name in {"footnoteReference", "endnoteReference"}:
            self.note((part.name, _attribute(part, "id")))
        elif part.name == "hyperlink":
            self.link(part)
        else:
            self.read(part)

    def note(self, key: tuple[str, str]) -> None:
        """Read the mark of a note; notes are numbered as they come, for their ids differ from one program to the next."""
        self.pieces.append(Piece(f"[^{self.notes.setdefault(key, len(self.notes) + 1)}]"))

    def text(self, part: Element) -> None:
        """Read the text of a run; without xml:space its outer white space is not shown."""
        chunks = [chunk for chunk in part.parts if isinstance(chunk, Chunk)]
        bare = None if part.preserves(otherwise=False) else Span(part.inner, part.close)
        pieces = [Piece(_shown(chunk.text), Span(chunk.start, chunk.end), bare) for chunk in chunks]
        if bare:
            while pieces and pieces[0].text.startswith(" "):
                pieces[:1] = _trimmed(pieces[0], left=True)
            while pieces and pieces[-1].text.endswith(" "):
                pieces[-1:] = _trimmed(pieces[-1], left=False)
        self.pieces += pieces

    def link(self, part: Element) -> None:
        """Read a link; one to a place in the document itself is no more than its words."""
        target = self.links.get(_attribute(part, "id"), "")
        if target:
            self.pieces.append(Piece(f'<a href="{_shown(target)}">'))
        self.read(part)
        if target:
            self.pieces.append(Piece("</a>"))


def _trimmed(piece: Piece, *, left: bool) -> list[Piece]:
    text = piece.text.lstrip(" ") if left else piece.text.rstrip(" ")
    cut = len(piece.text) - len(text)
    if not text or piece.xml is None or piece.xml.end - piece.xml.start != len(piece.text):
        return []
    xml = Span(piece.xml.start + cut, piece.xml.end) if left else Span(piece.xml.start, piece.xml.end - cut)
    return [Piece(text, xml, piece.bare)]


def _shown(text: str) -> str:
    """Text without what would end a line of the layout."""
    return text.replace("\n", " ").replace("\r", " ").replace("\u2028", " ")


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attributes.items() if key.rpartition(" ")[2] == name), "")


def _value(element: Element) -> str:
    return _attribute(element, "val")
