"""Paragraphs too long for one are read in pieces, so that no rule ever compares a whole book with itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from toolkit.core import Paragraph, Run, Span, Text

_LONGEST = 30_000
_WIDE = 10_000
_SAMPLE = 1000
_ENDS = (". ", "。", "\n", " ", "，")


def cut(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph itself, or pieces of at most 30,000 code points (10,000 of Chinese), cut where a sentence ends."""
    text = paragraph.text
    if len(text.prose) <= _WIDE:
        yield paragraph
        return
    edges = list(_edges(text.prose))
    starts = [text.spans[0].start, *(text.locate((edge, edge)).start for edge in edges[1:-1]), text.spans[-1].end]
    for n, (start, end) in enumerate(pairwise(edges)):
        yield Paragraph(_piece(text, start, end, Span(starts[n], starts[n + 1])), paragraph.kind)


def _edges(prose: str) -> Iterator[int]:
    wide = sum(char >= "\u2e80" for char in prose[:_SAMPLE]) * 2 > _SAMPLE
    longest, at = _WIDE if wide else _LONGEST, 0
    yield 0
    while len(prose) - at > longest:
        found = (prose.rfind(end, at + longest // 2, at + longest) + len(end) for end in _ENDS)
        at = next((edge for edge in found if edge > at + longest // 2), at + longest)
        yield at
    yield len(prose)


def _piece(text: Text, start: int, end: int, span: Span) -> Text:
    """The prose from `start` to `end`, which stands at `span` of the file."""
    first = bisect_right(text.runs, start, key=lambda run: run.at) - 1
    last = bisect_right(text.runs, end - 1, key=lambda run: run.at)
    runs: list[Run] = []
    for n in range(first, last):
        run = text.runs[n]
        after = text.runs[n + 1].at if n + 1 < len(text.runs) else len(text.prose)
        low, high = max(run.at, start), min(after, end)
        if run.end - run.start == after - run.at:
            run = Run(run.at, run.start + low - run.at, run.end - (after - high))
        runs.append(Run(low - start, run.start, run.end))
    return Text(text.prose[start:end], tuple(runs), (span,), text.markup, text.notation)
