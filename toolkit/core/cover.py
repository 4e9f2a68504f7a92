"""Many ranges asked at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from toolkit.core.text import Span


class Cover:
    """Ranges of code points that may nest and overlap; asked in the logarithm of their number.

    >>> cover = Cover([Span(0, 9), Span(2, 4)])
    >>> cover.overlaps(Span(8, 12)), cover.overlaps(Span(9, 12))
    (True, False)
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        """Sort the ranges; empty ones cover nothing."""
        ranges = sorted(span for span in spans if span.start < span.end)
        self._starts = [span.start for span in ranges]
        self._ends = list(accumulate((span.end for span in ranges), max))

    def overlaps(self, span: Span) -> bool:
        """Whether `span`, which is not empty, shares a code point with one of the ranges."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start
