"""Prose with the markup that stands on it, free of any format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.core import Span

OUTSIDE = -1


class Mark(NamedTuple):
    """One piece of markup: its characters in the file before and behind the prose that it stands round.

    `span` is that prose (code points); it is empty for a mark at a point (a footnote's sign, an image, a tag that nothing
    closes). `inside` is the number of the mark round it, -1 where there is none. What a `solid` mark stands on is copied and
    never translated (code, an address, a line break): its `opening` is the whole of it as the file has it.
    """

    opening: str
    closing: str
    span: Span
    inside: int = OUTSIDE
    solid: bool = False


Nesting = Counter[tuple[str, ...]]
"""How often each mark occurs, with all that stands round it, the outermost first."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph's prose and its marks, each after those round it or beside it in the file.

    >>> text = Marked("see ASML", (Mark("<b>", "</b>", Span(4, 8)),))
    >>> text.written(str)
    'see <b>ASML</b>'
    """

    prose: str
    marks: tuple[Mark, ...] = ()

    def written(self, escape: Callable[[str], str]) -> str:
        """The paragraph as its file has it; `escape` writes prose so that nothing in it reads as markup."""
        within = children(self.marks)
        return _written(self, within, OUTSIDE, Span(0, len(self.prose)), escape)

    def nesting(self) -> Nesting:
        """The multiset of its marks, each with the path to it."""
        return Counter(tuple(self._path(n)) for n in range(len(self.marks)))

    def _path(self, number: int) -> list[str]:
        path: list[str] = []
        while number != OUTSIDE:
            mark = self.marks[number]
            path.append(f"{mark.opening}\0{mark.closing}")
            number = mark.inside
        return path[::-1]


def children(marks: Iterable[Mark]) -> dict[int, list[int]]:
    """The numbers of the marks directly inside each mark, in their order."""
    found: dict[int, list[int]] = {}
    for n, mark in enumerate(marks):
        found.setdefault(mark.inside, []).append(n)
    return found


def _written(text: Marked, within: dict[int, list[int]], number: int, span: Span, escape: Callable[[str], str]) -> str:
    pieces: list[str] = []
    at = span.start
    for n in sorted(within.get(number, ()), key=lambda n: text.marks[n].span):
        mark = text.marks[n]
        pieces += [escape(text.prose[at : mark.span.start]), mark.opening]
        if not mark.solid:
            pieces += [_written(text, within, n, mark.span, escape), mark.closing]
        at = mark.span.end
    return "".join([*pieces, escape(text.prose[at : span.end])])
