"""XML from strangers with the place of every piece of it: no entities, nothing fetched, bounded size and depth."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, NamedTuple

from toolkit.core import Span
from toolkit.files.errors import Unreadable

XML = "http://www.w3.org/XML/1998/namespace"
_DEEPEST = 200
_MOST = 4_000_000


class Chunk(NamedTuple):
    """Characters as a reader of the XML gets them, and the range of the file that spells them."""

    text: str
    start: int
    end: int


class Element:
    """An element: its name without prefix, its namespace, its attributes, and what stands between its tags.

    `start` and `end` bound it in the file, `inner` and `close` what is between its tags; an empty tag has nothing there.
    `cdata`: some of its text stands in a CDATA section.
    """

    __slots__ = ("attributes", "cdata", "close", "end", "inner", "name", "parts", "space", "start")

    def __init__(self, name: str, space: str, attributes: dict[str, str], start: int) -> None:
        """Open an element at `start`."""
        self.name, self.space, self.attributes = name, space, attributes
        self.start = self.inner = self.close = self.end = start
        self.parts: list[Element | Chunk] = []
        self.cdata = False

    def children(self, name: str) -> Iterator[Element]:
        """The children of that name and of this element's namespace."""
        for part in self.parts:
            if isinstance(part, Element) and part.name == name and part.space == self.space:
                yield part

    def first(self, name: str) -> Element | None:
        """The first child of that name."""
        return next(self.children(name), None)

    def text(self) -> str:
        """All characters inside, at any depth."""
        return "".join(part.text if isinstance(part, Chunk) else part.text() for part in self.parts)

    def language(self) -> str:
        """Its xml:lang."""
        return self.attributes.get(f"{XML} lang") or self.attributes.get("lang") or ""

    def preserves(self, otherwise: bool) -> bool:  # noqa: FBT001 (what holds around it)
        """Whether white space in it counts."""
        said = self.attributes.get(f"{XML} space")
        return otherwise if said is None else said == "preserve"


Taken = Callable[[Element, Sequence[Element]], None]


def scan(raw: str, name: str, records: Collection[str], taken: Taken) -> list[Span]:
    """Give each outermost element called one of `records` to `taken`, with the elements around it; the spans of comments.

    Offsets are code points of `raw`. Of elements outside a record only tags are kept. Raises Unreadable with the line for
    what is not well-formed, declares entities or is nested more than 200 deep (OWASP, XML External Entity Prevention).
    """
    from xml.parsers import expat  # noqa: PLC0415 (only what the file at hand needs)

    reader = _Scan(raw, name, records, taken, expat.ParserCreate("utf-8", " "))
    try:
        reader.run()
    except expat.ExpatError as error:
        said = expat.ErrorString(error.code) or "broken"
        raise Unreadable(
            name, error.lineno, f"is not well-formed XML: {said}; mend it there or export it anew"
        ) from error
    return reader.comments


class _Scan:
    """One pass of expat, whose byte index says where each event begins; what began last ends where the next begins."""

    def __init__(self, raw: str, name: str, records: Collection[str], taken: Taken, parser: Any) -> None:
        self.data = raw.encode("utf-8", "surrogatepass")
        self.ascii = len(self.data) == len(raw)
        self.name, self.records, self.taken, self.parser = name, records, taken, parser
        self.comments: list[Span] = []
        self.open: list[Element] = []
        self.record = 0
        self.ending: Callable[[int], None] | None = None
        self.known = (0, 0)
        self.count = 0

    def run(self) -> None:
        """Read all of it."""
        parser = self.parser
        parser.StartElementHandler = self.opened
        parser.EndElementHandler = self.closed
        parser.CharacterDataHandler = self.characters
        parser.CommentHandler = self.commented
        parser.StartCdataSectionHandler = self.cdata
        parser.EndCdataSectionHandler = self.at
        parser.EntityDeclHandler = self.refuse
        parser.ProcessingInstructionHandler = lambda *_: self.at()
        parser.DefaultHandler = lambda _: self.at()
        parser.Parse(self.data, True)  # noqa: FBT003 (expat names no parameters)
        self.finish(self.offset(len(self.data)))

    def at(self) -> int:
        """Where the event begins; what waited for its end has it here."""
        at = self.offset(self.parser.CurrentByteIndex)
        self.finish(at)
        return at

    def offset(self, byte: int) -> int:
        """The code point at a byte; events come in the order of the file."""
        if self.ascii:
            return byte
        before, point = self.known
        if byte > before:
            point += len(self.data[before:byte].decode("utf-8", "surrogatepass"))
            self.known = (byte, point)
        return point

    def finish(self, at: int) -> None:
        """End what began with the last event."""
        if self.ending:
            ending, self.ending = self.ending, None
            ending(at)

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        space, _, name = tag.rpartition(" ")
        element = Element(name, space, attributes, self.at())
        self.count += 1
        if len(self.open) >= _DEEPEST or self.count > _MOST:
            raise Unreadable(
                self.name, self.parser.CurrentLineNumber, f"is nested more than {_DEEPEST} deep, or too large; split it"
            )
        if self.record:
            self.open[-1].parts.append(element)
        elif name in self.records:
            self.record = len(self.open) + 1
        self.open.append(element)
        self.ending = lambda at: setattr(element, "inner", at)

    def closed(self, _: str) -> None:
        """End an element, and hand it on if it is a record."""
        at = self.at()
        element = self.open.pop()
        element.close = at
        record = self.record == len(self.open) + 1

        def ended(end: int) -> None:
            element.end = end
            if record:
                self.record = 0
                self.taken(element, self.open)

        self.ending = ended

    def characters(self, text: str) -> None:
        """Keep characters that stand in a record."""
        at = self.at()
        if self.record:
            parts = self.open[-1].parts
            self.ending = lambda end: parts.append(Chunk(text, at, end))

    def commented(self, _: str) -> None:
        """Note a comment."""
        at = self.at()
        self.ending = lambda end: self.comments.append(Span(at, end))

    def cdata(self) -> None:
        """Note that text is written otherwise here."""
        self.at()
        if self.open:
            self.open[-1].cdata = True

    def refuse(self, *_: object) -> None:
        """Refuse entities of the file's own."""
        line = self.parser.CurrentLineNumber
        raise Unreadable(
            self.name, line, "declares an entity, which is not read for safety; export it without a DOCTYPE"
        )
