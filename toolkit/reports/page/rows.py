"""An article as rows: a paragraph of each language side by side, and the findings on it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from toolkit.core import Document, Segment, Span, Text
from toolkit.reports.lines import Lines
from toolkit.reports.page.cards import Card
from toolkit.reports.page.pieces import Mark, Piece, pieces, touches

_AROUND = 160
Paragraphs = tuple[tuple[Piece, ...], ...]


class Row(NamedTuple):
    """One aligned paragraph, or (`kind` stray) a stretch of the English file outside any that has a finding.

    `line` is where its English begins in the file; `gap` has the keys of findings on English that is not there.
    """

    line: int
    kind: str
    source: Paragraphs
    target: Paragraphs
    cards: tuple[Card, ...] = ()
    gap: tuple[str, ...] = ()


class _Side(NamedTuple):
    """One language of the article laid out: paragraphs by segment, where each key stands first, marks outside of all."""

    paragraphs: dict[int, Paragraphs]
    homes: dict[str, int]
    strays: tuple[Mark, ...]


def rows(document: Document, cards: Sequence[Card], marks: Iterable[Mark], evidence: Iterable[Mark]) -> tuple[Row, ...]:
    """The rows of an article in the order of the English; every card stands in exactly one of them.

    `marks` are what the cards point at in the English, `evidence` what they rest on in the Chinese.
    """
    segments = document.segments
    told = tuple(marks)
    rests = tuple(evidence)
    gaps = _gaps(segments, told, rests)
    target = _side(
        document.target.raw,
        [(n, segment.target) for n, segment in enumerate(segments) if segment.target.prose],
        [mark for mark in told if mark.key not in gaps],
    )
    chinese = [(n, segment.source) for n, segment in enumerate(segments) if segment.source]
    source = _side(document.source.raw if document.source else "", chinese, rests)
    homes = target.homes | gaps
    by_row: dict[int, list[Card]] = defaultdict(list)
    for card in cards:
        by_row[homes.get(card.key, -1)].append(card)
    lines = Lines(document.target.raw)
    found = [
        (
            segment.target.spans[0].start,
            Row(
                lines.at(segment.target.spans[0].start).line,
                str(segment.kind.value).replace(" ", "-"),
                source.paragraphs.get(n, ()),
                target.paragraphs.get(n, ()),
                tuple(by_row[n]),
                tuple(key for key, home in gaps.items() if home == n),
            ),
        )
        for n, segment in enumerate(segments)
    ]
    found += _strays(document.target.raw, lines, target.strays, by_row.pop(-1, []))
    return tuple(row for _, row in sorted(found, key=lambda one: one[0]))


def _gaps(segments: Sequence[Segment], marks: Iterable[Mark], evidence: Iterable[Mark]) -> dict[str, int]:
    """The findings that rest on a paragraph without English and point at the word before the gap; with its segment."""
    empty: dict[Span, list[int]] = defaultdict(list)
    for n, segment in enumerate(segments):
        if segment.source and not segment.target.prose:
            empty[segment.target.spans[0]].append(n)
    grounds = {mark.key: mark.span for mark in evidence}
    return {
        mark.key: n
        for mark in marks
        for n in empty.get(mark.span, ())
        if mark.key in grounds and any(touches(span, grounds[mark.key]) for span in _source(segments[n]))
    }


def _source(segment: Segment) -> tuple[Span, ...]:
    return segment.source.spans if segment.source else ()


def _side(raw: str, texts: Iterable[tuple[int, Text]], marks: Iterable[Mark]) -> _Side:
    spans = sorted((span, n, text) for n, text in texts for span in text.spans)
    starts = [span.start for span, _, _ in spans]
    marked: dict[int, list[Mark]] = defaultdict(list)
    homes: dict[str, int] = {}
    strays: list[Mark] = []
    for mark in sorted(marks):
        first = max(0, bisect_right(starts, mark.span.start) - 1)
        last = bisect_right(starts, mark.span.end)
        met = [at for at in range(first, last) if touches(mark.span, spans[at][0])]
        for at in met:
            marked[at].append(mark)
        if met:
            homes.setdefault(mark.key, spans[met[0]][1])
        else:
            strays.append(mark)
    paragraphs: dict[int, Paragraphs] = defaultdict(tuple)
    for at, (_, n, text) in enumerate(spans):
        shown = _widened([span for span, _, _ in spans[max(0, at - 1) : at + 2]], min(at, 1), marked[at])
        paragraphs[n] += (pieces(raw, shown, text, marked[at]),)
    return _Side(_once(paragraphs), homes, tuple(mark for mark in strays if mark.key not in homes))


def _widened(near: Sequence[Span], n: int, marks: Iterable[Mark]) -> Span:
    """The paragraph `near[n]` with all that its marks cover, as far as its neighbours."""
    here = near[n]
    low = near[n - 1].end if n else 0
    high = near[n + 1].start if n + 1 < len(near) else max(here.end, *(mark.span.end for mark in marks), 0)
    start = min((mark.span.start for mark in marks), default=here.start)
    end = max((mark.span.end for mark in marks), default=here.end)
    return Span(min(here.start, max(start, low)), max(here.end, min(end, high)))


def _once(paragraphs: dict[int, Paragraphs]) -> dict[int, Paragraphs]:
    """The paragraphs, each key beginning in one of them only: it becomes the name of a place on the page."""
    seen: set[str] = set()

    def once(piece: Piece) -> Piece:
        begins = tuple(key for key in piece.begins if key not in seen)
        seen.update(begins)
        return piece._replace(begins=begins)

    return {n: tuple(tuple(map(once, parts)) for parts in several) for n, several in sorted(paragraphs.items())}


def _strays(raw: str, lines: Lines, marks: Sequence[Mark], cards: Sequence[Card]) -> Iterator[tuple[int, Row]]:
    """A row for each line with marks outside every paragraph; what one of them hangs over goes with the first."""
    by_key = {card.key: card for card in cards}
    for line, group in groupby(marks, key=lambda mark: lines.at(mark.span.start).line):
        here = [*group]
        first, last = here[0].span.start, max(mark.span.end for mark in here)
        bounds = lines.bounds(line)
        shown = Span(max(bounds.start, first - _AROUND), max(last, min(bounds.end, last + _AROUND)))
        told = tuple(by_key.pop(mark.key) for mark in here if mark.key in by_key)
        yield first, Row(line, "stray", (), (pieces(raw, shown, None, here),), told)
