"""A paragraph in both languages, and the words of its English."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.translation.anchors import Anchor
from toolkit.translation.evidence import LIGHT, Aligned

WORD = pattern(r"[^\W_]+(?:[.&'’](?!s\b)[^\W_]+)*")
SPEAKS = pattern(r"[^\W_]")
OPENING, CLOSING = "“‘（(《〈「『\"'", "”’）)》〉」』\"'"
STOPS = "。！？；，：.!?;,:…"
_JOINTS = (" ", "-")


class Placed(NamedTuple):
    """Where something goes in the English (code points), and how sure that is, 0 to 1."""

    span: Span
    sure: float


@dataclass(frozen=True, slots=True)
class Ground:
    """A paragraph in both languages, and what links them."""

    source: str
    target: str
    pairs: tuple[Aligned, ...]
    links: tuple[Anchor, ...]

    def covers(self, span: Span) -> bool:
        """Whether Chinese lies within the first of the sentences."""
        return self.pairs[0].source.start <= span.start and span.end <= self.pairs[0].source.end

    def room(self, room: Span) -> Span | None:
        """What of `room` lies in the English of the first sentence, if any does."""
        start, end = max(room.start, self.pairs[0].target.start), min(room.end, self.pairs[0].target.end)
        return Span(start, end) if start < end else None


def by_sentence(ground: Ground) -> list[Ground]:
    """Each sentence of a paragraph with the links inside it."""
    parts: list[list[Anchor]] = [[] for _ in ground.pairs]
    starts = [pair.source.start for pair in ground.pairs]
    for link in ground.links:
        parts[max(bisect_right(starts, link.source.start) - 1, 0)].append(link)
    return [
        Ground(ground.source, ground.target, (pair,), tuple(links))
        for pair, links in zip(ground.pairs, parts, strict=True)
    ]


def pair_at(ground: Ground, at: int) -> Aligned | None:
    """The sentence that a point of the Chinese stands in, or behind."""
    behind = [pair for pair in ground.pairs if pair.source.start < at or pair.source.start == at == 0]
    return behind[-1] if behind else (ground.pairs[0] if ground.pairs else None)


def free(target: str, room: Span, taken: Sequence[Span]) -> list[list[Span]]:
    """The words inside `room`, parted where something is taken."""
    edges = sorted(span for span in taken if span.start < span.end)
    rooms = pairwise([room.start, *(edge for span in edges for edge in span), room.end])
    return [
        [Span(*word.span()) for word in WORD.finditer(target, start, end)]
        for n, (start, end) in enumerate(rooms)
        if n % 2 == 0 and start < end
    ]


def within(one: Span, room: Span) -> bool:
    """Whether a span lies inside another, or is it."""
    return room.start <= one.start and one.end <= room.end


def trailing(text: str) -> str:
    """The stops and closing marks at the end of a text."""
    return text[len(text.rstrip(CLOSING + STOPS)) :]


def loose(ground: Ground, one: Span, other: Span, *, before: bool = False) -> bool:
    """Whether of two words side by side the second (or the one `before`) is a weighty one that no link speaks for."""
    word = one if before else other
    said = ground.target[slice(*word)]
    joined = ground.target[one.end : other.start] in _JOINTS
    return joined and said.isalpha() and not spoken_for(ground, word)


def spoken_for(ground: Ground, word: Span) -> bool:
    """Whether a word is a light one, or some link speaks for it."""
    return ground.target[slice(*word)].lower() in LIGHT or any(link.target.overlaps(word) for link in ground.links)
