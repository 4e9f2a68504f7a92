"""The place in the English for a mark that stands at a point of the Chinese."""

from __future__ import annotations

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.translation.evidence import Aligned
from toolkit.translation.ground import SPEAKS, WORD, Ground, Placed, loose, pair_at, trailing

_TOUCHING = 2
_CHINESE_STOP, _ENGLISH_STOP = pattern("[。！？]"), pattern(r"[.!?](?=[\"”’)]*(?:\s|\Z))")


def point_for(ground: Ground, at: int, room: Span) -> Placed | None:
    """The place inside `room` for a mark that stands at a point of the Chinese; None where nothing speaks for any.

    At the edge of a sentence it stays there, on its side of the stop, and so before a full stop inside what is one sentence
    with its bracket; else it follows the words that it follows.
    """
    pair = pair_at(ground, at)
    if pair is None:
        return None
    before, after = ground.source[pair.source.start : at], ground.source[at : pair.source.end]
    if not SPEAKS.search(after):
        return _clamped(_ending(ground, pair, after), 1.0, room)
    if not SPEAKS.search(before):
        return _clamped(pair.target.start, 1.0, room)
    stop = _full_stop(ground, at, pair)
    return _behind(ground, at, pair, room) if stop is None else _clamped(stop, 1.0, room)


def sentence_end(ground: Ground, at: int, room: Span) -> int:
    """The end of the English sentence for a point of the Chinese, before its stop: a place that breaks nothing."""
    pair = pair_at(ground, at)
    end = _ending(ground, pair, "。") if pair else room.end
    return min(max(end, room.start), room.end)


def _behind(ground: Ground, at: int, pair: Aligned, room: Span) -> Placed | None:
    """The end of the English for the Chinese word that a point follows, of several links the surest."""
    before = [link for link in ground.links if pair.source.start <= link.source.start and link.source.end <= at]
    last = max(before, key=lambda link: (link.source.end, link.weight), default=None)
    if last is None or at - last.source.end > _TOUCHING:
        return None
    if last.source.end == at:
        return _clamped(last.target.end, last.weight, room)
    words = [Span(*word.span()) for word in WORD.finditer(ground.target, pair.target.start, pair.target.end)]
    n = next((n for n, word in enumerate(words) if word.start >= last.target.end), 0)
    head = n and loose(ground, words[n - 1], words[n])
    return _clamped(words[n].end if head else last.target.end, last.weight, room)


def _full_stop(ground: Ground, at: int, pair: Aligned) -> int | None:
    """The English full stop for the Chinese one that stands at a point, where both sentences have as many; or None."""
    here = [found.start() for found in _CHINESE_STOP.finditer(ground.source, *pair.source)]
    there = [found.start() for found in _ENGLISH_STOP.finditer(ground.target, *pair.target)]
    return there[here.index(at)] if at in here and len(here) == len(there) else None


def _ending(ground: Ground, pair: Aligned, after: str) -> int:
    """The end of the pair's English: before its stop where the Chinese has one behind the point."""
    tail = trailing(ground.target[slice(*pair.target)]) if after.strip() else ""
    return pair.target.end - len(tail)


def _clamped(at: int, sure: float, room: Span) -> Placed:
    """A point, moved into the room; less sure where it had to be."""
    inside = min(max(at, room.start), room.end)
    return Placed(Span(inside, inside), sure if inside == at else sure * 0.5)
