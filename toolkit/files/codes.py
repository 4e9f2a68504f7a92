"""The words of a unit in XML, told from the inline codes that stand for its formatting.

Source: XLIFF 1.2, 2.4 ("Inline elements"); XLIFF 2.1, 4.7; TMX 1.4b, "Content markup".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from toolkit.core import Span, Text
from toolkit.core.notation import CDATA, XML
from toolkit.core.pattern import pattern
from toolkit.files.builder import OBJECT, Builder
from toolkit.files.xmlscan import Chunk, Element

_TRANSPARENT = frozenset("g mrk pc hi".split())
_SILENT = frozenset("bpt ept it bx ex sc ec sm em ut cp sub".split())
_BREAKS = frozenset(("lb", "x-br", "br", "x-html-br", "xlf:lb", "linebreak"))
_FORMAT = frozenset(("bold", "italic", "underlined", "link", "image", "fmt"))
_BREAK_TAG = pattern(r"\s*<\s*br\b[^<>]*>\s*")
_TAG = pattern(r"(?:\s*</?[A-Za-z][^<>]{0,2000}>)+\s*")
_DELETED = frozenset(("x-sdl-deleted",))


def written(element: Element, *, preserve: bool = False) -> Text | None:
    """The prose of a source, target or segment; None where there is nothing to read."""
    return joined((element,), preserve=preserve)


def joined(elements: Iterable[Element], *, preserve: bool = False) -> Text | None:
    """The prose of one paragraph that stands in several elements, in the order of the file."""
    parts = tuple(elements)
    reader = _Reader(preserve=preserve)
    for part in parts:
        reader.read(part)
    text = reader.builder.text(Span(parts[0].inner, parts[-1].close), markup=True) if parts else None
    spans = tuple(Span(part.inner, part.close) for part in parts)
    return replace(text, spans=spans, notation=CDATA if reader.cdata else XML) if text else None


class _Reader:
    """Walks through inline content. Where white space does not count, a line end with what stands about it is one space."""

    def __init__(self, *, preserve: bool) -> None:
        self.builder = Builder()
        self.preserve = preserve
        self.cdata = False

    def read(self, element: Element) -> None:
        """Read what stands between an element's tags."""
        self.cdata = self.cdata or element.cdata
        preserve, self.preserve = self.preserve, element.preserves(self.preserve)
        for part in element.parts:
            if isinstance(part, Chunk):
                self.characters(part)
            elif part.name in _TRANSPARENT:
                if part.attributes.get("mtype") not in _DELETED:
                    self.read(part)
            elif part.name not in _SILENT:
                self.code(part)
        self.preserve = preserve

    def characters(self, chunk: Chunk) -> None:
        """Read text; expat hands over a line end by itself."""
        if chunk.text != "\n":
            self.builder.add(*chunk)
        elif self.preserve:
            self.builder.line_end(chunk.start, chunk.end)
        else:
            self.builder.add(" ", chunk.start, chunk.end)

    def code(self, part: Element) -> None:
        """Read a code that stands alone: a break, formatting, or something that fills a place in the sentence."""
        said = {part.attributes.get(key, "").lower() for key in ("ctype", "type", "subType")}
        native = part.text() or part.attributes.get("equiv") or part.attributes.get("equiv-text") or ""
        if said & _BREAKS or _BREAK_TAG.fullmatch(native):
            self.builder.line_end(part.start, part.end)
        elif not said & _FORMAT and not _TAG.fullmatch(native):
            self.builder.add(OBJECT, part.start, part.end)
