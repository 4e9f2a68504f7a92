"""A paragraph's marks carried over to its translation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from toolkit.core import Span
from toolkit.translation.evidence import Aligned, Knowledge, evidence
from toolkit.translation.ground import Ground, Placed, by_sentence
from toolkit.translation.marks import OUTSIDE, Mark, Marked, children
from toolkit.translation.placing import spare_words, words_for
from toolkit.translation.points import point_for, sentence_end

_TOGETHER, _MANY = 24, 100
SURE = 0.3
"""A mark that is placed less surely than this is reported."""


class Carried(NamedTuple):
    """Where a mark of the Chinese went: `number` counts the source's marks, `sure` is 0 to 1."""

    number: int
    span: Span
    sure: float


class Projection(NamedTuple):
    """The English with its marks, and where each mark went, in the order of the source's marks."""

    text: Marked
    carried: tuple[Carried, ...]

    @property
    def unsure(self) -> tuple[Carried, ...]:
        """The marks that stand at a safe place, for want of a sure one."""
        return tuple(one for one in self.carried if one.sure < SURE)


def project(source: Marked, target: str, pairs: Iterable[Aligned], known: Knowledge) -> Projection:
    """`target`, which translates the prose of `source`, with every mark of `source` on it, nested as they were.

    `pairs` say which sentences belong together. What nothing speaks for goes to a place that breaks nothing: a point to the
    end of its sentence, other marks to a word where the Chinese stands in its sentence.
    """
    aligned = tuple(pairs) or (Aligned(Span(0, len(source.prose)), Span(0, len(target))),)
    ground = Ground(source.prose, target, aligned, evidence(source.prose, target, aligned, known))
    placed = _Placing(source, ground)
    placed.within(OUTSIDE, Span(0, len(target)))
    spans = [placed.found[n] for n in range(len(source.marks))]
    prose, at = _with_space(source, *_with_copies(source, target, [one.span for one in spans]))
    marks = (mark._replace(span=span) for mark, span in zip(source.marks, at, strict=True))
    carried = (Carried(n, span, one.sure) for n, (one, span) in enumerate(zip(spans, at, strict=True)))
    return Projection(Marked(prose, tuple(marks)), tuple(carried))


class _Placing:
    """Places the marks of a paragraph from the outermost inwards; `found` has each by its number."""

    def __init__(self, source: Marked, ground: Ground) -> None:
        self.marks = source.marks
        self.ground = ground
        self.inside = children(source.marks)
        self.found: dict[int, Placed] = {}
        self.sentences = by_sentence(ground)

    def within(self, outer: int, room: Span) -> None:
        """Place the marks directly inside `outer`, whose English is `room`: the surest first, then points."""
        taken: list[Span] = []
        here = self.inside.get(outer, ())
        worded = [n for n in here if not self.at_point(n)]
        waiting = list(worded)
        while waiting:
            number, placed = self.surest(outer, waiting, room, taken)
            waiting.remove(number)
            self.found[number] = placed
            taken.append(placed.span)
        for number in here:
            if self.at_point(number):
                self.found[number] = self.point(number, room, worded)
            self.within(number, self.found[number].span)

    def at_point(self, number: int) -> bool:
        """Whether a mark stands on no prose of its own."""
        span = self.marks[number].span
        return span.start == span.end

    def surest(self, outer: int, waiting: Sequence[int], room: Span, taken: Sequence[Span]) -> tuple[int, Placed]:
        """Of the marks that wait, the one whose place is surest; with a spare place where none is."""
        together = waiting[: _TOGETHER if len(waiting) < _MANY else 1]
        tried = [(n, placed) for n in together if (placed := self.words(outer, n, room, taken))]
        if tried:
            return max(tried, key=lambda one: one[1].sure)
        spare = spare_words(self.ground, self.marks[waiting[0]].span, room, taken)
        return waiting[0], Placed(spare or Span(room.end, room.end), 0.0)

    def words(self, outer: int, number: int, room: Span, taken: Sequence[Span]) -> Placed | None:
        """The English words of a mark; those of the mark round it where that stands on the same Chinese."""
        mark = self.marks[number]
        if mark.solid:
            return self.copy(mark, room, taken)
        if outer != OUTSIDE and self.marks[outer].span == mark.span and not taken:
            return Placed(room, self.found[outer].sure)
        for part in self.sentences:
            if part.covers(mark.span) and (narrow := part.room(room)):
                return words_for(part, mark.span, narrow, taken)
        return words_for(self.ground, mark.span, room, taken)

    def copy(self, mark: Mark, room: Span, taken: Sequence[Span]) -> Placed | None:
        """Where what is copied stands in the English; where the model left it out, the point at which to put it in."""
        said = self.ground.source[slice(*mark.span)]
        at = self.ground.target.find(said, room.start, room.end)
        while at >= 0 and any(Span(at, at + len(said)).overlaps(other) for other in taken):
            at = self.ground.target.find(said, at + 1, room.end)
        if at >= 0:
            return Placed(Span(at, at + len(said)), 1.0)
        return self.clear(point_for(self.ground, mark.span.start, room) or self.safe(mark, room), taken)

    def point(self, number: int, room: Span, beside: Sequence[int]) -> Placed:
        """The place of a mark at a point: behind the one `beside` it that it follows, else where its words are."""
        mark = self.marks[number]
        for other in beside:
            if self.marks[other].span.end == mark.span.start:
                end = self.found[other].span.end
                return Placed(Span(end, end), self.found[other].sure)
        taken = [self.found[n].span for n in beside]
        return self.clear(point_for(self.ground, mark.span.start, room) or self.safe(mark, room), taken)

    def safe(self, mark: Mark, room: Span) -> Placed:
        """The end of the mark's sentence, of which nobody is sure."""
        end = sentence_end(self.ground, mark.span.start, room)
        return Placed(Span(end, end), 0.0)

    def clear(self, placed: Placed, taken: Sequence[Span]) -> Placed:
        """A point outside whatever was placed round it."""
        at = placed.span.start
        for other in taken:
            if other.start < at < other.end:
                at = other.end
        return Placed(Span(at, at), placed.sure)


def _with_copies(source: Marked, target: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """The English with what the model should have copied put in, and the spans as they lie then."""
    placed = list(spans)
    for number, mark in enumerate(source.marks):
        span = placed[number]
        if not mark.solid or span.start < span.end:
            continue
        at, said = span.start, source.prose[slice(*mark.span)]
        before = " " if at and not target[at - 1].isspace() and said != "\n" else ""
        after = " " if target[at : at + 1].isalnum() and said != "\n" else ""
        size = len(before) + len(said) + len(after)
        target = target[:at] + before + said + after + target[at:]
        placed = [
            Span(one.start, one.end + size)
            if _round(source, n, number)
            else _shifted(one, at, size, earlier=n < number)
            for n, one in enumerate(placed)
        ]
        start = at + len(before)
        placed[number] = Span(start, start + len(said))
    return target, placed


def _with_space(source: Marked, target: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """The English with a space behind what stands at its very beginning, as a footnote's sign before the note does."""
    first = [n for n, span in enumerate(spans) if span == (0, 0) and source.marks[n].span == (0, 0)]
    if not first or not target[:1].isalnum():
        return target, spans
    moved = [span if n in first else Span(span.start + 1, span.end + 1) for n, span in enumerate(spans)]
    held = {n for n in range(len(spans)) if any(_round(source, n, number) for number in first)}
    return f" {target}", [Span(0, span.end) if n in held else span for n, span in enumerate(moved)]


def _shifted(span: Span, at: int, size: int, *, earlier: bool) -> Span:
    """A span after `size` code points were put in at `at`; an empty one there stays if it is the `earlier` mark."""
    if span.start == span.end == at:
        return span if earlier else Span(at + size, at + size)
    return Span(*(edge + size if edge > at or (edge == at and edge == span.start) else edge for edge in span))


def _round(source: Marked, outer: int, number: int) -> bool:
    """Whether the mark `outer` stands round the mark `number`."""
    while number != OUTSIDE:
        number = source.marks[number].inside
        if number == outer:
            return True
    return False
