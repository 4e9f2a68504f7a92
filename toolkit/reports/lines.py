"""From offsets to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple, TypedDict

from toolkit.core import Article, Document, Place, Side, Span
from toolkit.core.pattern import pattern

_END = pattern(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A line and a column, both counted from 1; columns are code points."""

    line: int
    column: int


class Extent(TypedDict):
    """From a line and column up to another; all count from 1, columns in code points; the last is not included."""

    line: int
    column: int
    end_line: int
    end_column: int


class Lines:
    r"""The lines of a file. Only \n, \r\n and \r end one.

    >>> lines = Lines("one\r\ntwo\u2028three\r")
    >>> lines.at(5), lines.at(15), lines.offset(Position(2, 1)), lines.text(2)
    (Position(line=2, column=1), Position(line=3, column=1), 5, 'two\u2028three')
    """

    def __init__(self, raw: str) -> None:
        """Find the line ends of `raw`."""
        self._raw = raw
        self._starts = [0, *(match.end() for match in _END.finditer(raw))]

    def at(self, offset: int) -> Position:
        """Where the code point at `offset` stands; the file's length gives the point after its last character."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def extent(self, span: Span) -> Extent:
        """The lines and columns of a range."""
        start, end = self.at(span.start), self.at(span.end)
        return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}

    def offset(self, position: Position) -> int:
        """The code point at a line and column that `at` gave."""
        return self._starts[position.line - 1] + position.column - 1

    def bounds(self, line: int) -> Span:
        """Offsets of a line (from 1): its first code point and one past its last before the line end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._raw)
        while end > start and self._raw[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def text(self, line: int) -> str:
        """A line (from 1) without its end."""
        start, end = self.bounds(line)
        return self._raw[start:end]


class Pages:
    """The English and the Chinese file of a document, by line."""

    def __init__(self, document: Document) -> None:
        """Find the lines of both files; without a Chinese file the English one answers for it."""
        self._articles = {Side.TARGET: document.target, Side.SOURCE: document.source or document.target}
        self._lines: dict[Side, Lines] = {}

    def article(self, side: Side) -> Article:
        """The file of that language."""
        return self._articles[side]

    def lines(self, side: Side) -> Lines:
        """The lines of that file, found when they are first asked for."""
        if side not in self._lines:
            self._lines[side] = Lines(self._articles[side].raw)
        return self._lines[side]

    def extent(self, place: Place) -> Extent:
        """The lines and columns of a place."""
        return self.lines(place.side).extent(place.span)
