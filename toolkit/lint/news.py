"""Findings that a change of the English brought about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import accumulate

from toolkit.core import Cover, Edit, Finding, Span
from toolkit.lint.engine import Run


def news(before: Run, after: Run, edits: Iterable[Edit]) -> list[int]:
    """Where in the English of `before` the findings stand that only `after` has; `edits` led from the one to the other.

    A finding is an old one where its rule spoke of the same words before, or at that place.
    """
    back = _Back(edits)
    known = Counter(_said(before, finding) for finding in before.findings)
    places: dict[str, list[Span]] = defaultdict(list)
    for finding in before.findings:
        places[finding.rule].append(_wide(finding.flag.place.span))
    covers = {rule: Cover(spans) for rule, spans in places.items()}
    fresh: list[int] = []
    for finding in after.findings:
        span = back.span(finding.flag.place.span)
        known[_said(after, finding)] -= 1
        old = known[_said(after, finding)] >= 0
        if not old and not (finding.rule in covers and covers[finding.rule].overlaps(_wide(span))):
            fresh.append(span.start)
    return fresh


class _Back:
    """From offsets after some edits to those before them."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits)
        grown = [len(edit.text) - (edit.span.end - edit.span.start) for edit in self._edits]
        self._moved = list(accumulate(grown, initial=0))
        self._starts = [edit.span.start + moved for edit, moved in zip(self._edits, self._moved, strict=False)]
        self._ends = [edit.span.end + moved for edit, moved in zip(self._edits, self._moved[1:], strict=True)]

    def span(self, span: Span) -> Span:
        """The range that became `span`; what lies within an edit is the whole of it."""
        start = self._at(span.start, bisect_right(self._starts, span.start) - 1, first=True)
        end = self._at(span.end, bisect_left(self._starts, span.end) - 1, first=False)
        return Span(start, max(start, end))

    def _at(self, offset: int, n: int, *, first: bool) -> int:
        if n >= 0 and offset < self._ends[n]:
            edit = self._edits[n]
            return edit.span.start if first else edit.span.end
        return offset - self._moved[n + 1]


def _wide(span: Span) -> Span:
    """The range, or one code point where it is empty: empty ranges overlap nothing."""
    return Span(span.start, max(span.end, span.start + 1))


def _said(run: Run, finding: Finding) -> tuple[str, str, str]:
    return finding.rule, run.document.raw(finding.flag.place), finding.flag.message
