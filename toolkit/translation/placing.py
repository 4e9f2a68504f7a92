"""The English words for the Chinese under a mark."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.translation.anchors import Anchor
from toolkit.translation.evidence import LIGHT
from toolkit.translation.ground import (
    CLOSING,
    OPENING,
    SPEAKS,
    STOPS,
    Ground,
    Placed,
    free,
    pair_at,
    trailing,
    within,
)
from toolkit.translation.unsaid import stretched

_ARTICLES = frozenset("a an the".split())
_JOINING = _ARTICLES | frozenset("and are as at but by for from has have in is of on or that to was were with".split())
_QUOTED, _SAID = pattern("“[^“”]+”"), pattern('“[^“”]+”|"[^"]+"')
_BARE, _LIGHTER = 0.12, 0.05


def words_for(ground: Ground, span: Span, room: Span, taken: Sequence[Span]) -> Placed | None:
    """The English words for the Chinese at `span`, inside `room` and clear of what is `taken`; None where nothing speaks.

    A quotation is the quotation of its sentence. Else each link speaks for its English words as far as its Chinese lies in the
    span, and against them as far as it does not; the stretch of words for which most speaks is taken, with quotation marks
    and stops where the Chinese has its own.
    """
    whole = _quotation(ground, span) or _sentences(ground, span)
    if whole and within(whole, room) and not any(whole.overlaps(other) for other in taken):
        return Placed(whole, 1.0)
    groups = free(ground.target, room, taken)
    gains = iter(_gains(ground, span, [word for words in groups for word in words]))
    tried = (_stretch(ground, span, words, list(islice(gains, len(words)))) for words in groups)
    best = max((found for found in tried if found), key=lambda found: found.sure, default=None)
    return Placed(_dressed(ground, span, best.span, room), min(best.sure, 1.0)) if best else None


def spare_words(ground: Ground, span: Span, room: Span, taken: Sequence[Span]) -> Span | None:
    """Free words where the Chinese stands in its sentence, by proportion, rather those that no link speaks for.

    A place for what has no other; None where no word is free.
    """
    pair = pair_at(ground, span.start)
    if pair is None:
        return None
    share = (span.start - pair.source.start) / max(pair.source.end - pair.source.start, 1)
    at = pair.target.start + share * (pair.target.end - pair.target.start)
    choices: list[tuple[bool, float, int, list[Span]]] = []
    for words in free(ground.target, room, taken):
        silent = {*_silent(words, _spoken(ground, words))}
        choices += [
            (n not in silent or ground.target[slice(*word)].lower() in LIGHT, abs(word.start - at), n, words)
            for n, word in enumerate(words)
        ]
    if not choices:
        return None
    *_, n, words = min(choices)
    first, last = _trimmed(ground, words, *stretched(ground, span, words, n, n))
    return Span(words[first].start, words[last].end)


def _stretch(ground: Ground, span: Span, words: Sequence[Span], gains: Sequence[float]) -> Placed | None:
    """The neighbouring words for which most speaks (Kadane's maximum subarray)."""
    best, total, start, found = 0.0, 0.0, 0, None
    for n, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, n
        total += gain
        if total > best + 1e-9:
            best, found = total, (start, n)
    if found is None:
        return None
    first, last = _trimmed(ground, words, *stretched(ground, span, words, *found))
    stretch = Span(words[first].start, words[last].end)
    return Placed(_reached(ground, span, stretch), _sureness(ground, span, stretch))


def _trimmed(ground: Ground, words: Sequence[Span], first: int, last: int) -> tuple[int, int]:
    """The stretch without the words at its edges that join it to its neighbours: nothing ends in `and`, or begins with `of`."""
    said = [ground.target[slice(*word)].lower() for word in words]
    while first < last and said[last] in _JOINING:
        last -= 1
    while first < last and said[first] in _JOINING - _ARTICLES:
        first += 1
    return first, last


def _gains(ground: Ground, span: Span, words: Sequence[Span]) -> list[float]:
    """How much speaks for each English word, less what speaks against it; a word of which nobody speaks costs a little."""
    said = [0.0] * len(words)
    spoken = _spoken(ground, words)
    for link, first, last in spoken:
        inside = max(0, min(link.source.end, span.end) - max(link.source.start, span.start))
        value = link.weight * (2 * inside / max(link.source.end - link.source.start, 1) - 1)
        for n in range(first, last):
            said[n] += value
    for n in _silent(words, spoken):
        said[n] = -_LIGHTER if ground.target[slice(*words[n])].lower() in LIGHT else -_BARE
    return said


def _spoken(ground: Ground, words: Sequence[Span]) -> list[tuple[Anchor, int, int]]:
    """Each link with the range of the words that it speaks for."""
    starts, ends = [word.start for word in words], [word.end for word in words]
    ranges = (
        (link, bisect_right(ends, link.target.start), bisect_left(starts, link.target.end)) for link in ground.links
    )
    return [(link, first, last) for link, first, last in ranges if first < last]


def _silent(words: Sequence[Span], spoken: Sequence[tuple[Anchor, int, int]]) -> list[int]:
    """The words, by number, of which no link speaks."""
    heard = {n for _, first, last in spoken for n in range(first, last)}
    return [n for n in range(len(words)) if n not in heard]


def _sureness(ground: Ground, span: Span, stretch: Span) -> float:
    """How much of what the Chinese says is spoken for inside the stretch."""
    mine = [link for link in ground.links if link.source.overlaps(span)]
    said = {at for link in mine if link.target.overlaps(stretch) for at in range(*link.source) if at in range(*span)}
    letters = sum(bool(SPEAKS.match(char)) for char in ground.source[slice(*span)])
    best = max((link.weight for link in mine if link.target.overlaps(stretch)), default=0.0)
    return best * len(said) / max(letters, 1)


def _reached(ground: Ground, span: Span, stretch: Span) -> Span:
    """The stretch with what its links reach beyond its words: a currency's sign, a per cent sign."""
    mine = [
        link.target
        for link in ground.links
        if within(link.source, span)
        and link.target.overlaps(stretch)
        and not any(SPEAKS.match(char) for char in _outside(ground.target, link.target, stretch))
    ]
    return Span(min([stretch.start, *(one.start for one in mine)]), max([stretch.end, *(one.end for one in mine)]))


def _outside(text: str, one: Span, stretch: Span) -> str:
    return text[one.start : min(one.end, stretch.start)] + text[max(one.start, stretch.end) : one.end]


def _dressed(ground: Ground, span: Span, found: Span, room: Span) -> Span:
    """The words with the quotation marks, brackets and stops that the Chinese has under its mark."""
    said, start, end = ground.source[slice(*span)].strip(), *found
    if said[:1] in OPENING and start > room.start and ground.target[start - 1] in OPENING:
        start -= 1
    tail = said[len(said.rstrip(CLOSING + STOPS)) :]
    while tail and end < room.end and ground.target[end] in CLOSING + STOPS:
        end += 1
        tail = tail[1:]
    return Span(start, end)


def _quotation(ground: Ground, span: Span) -> Span | None:
    """The quotation of the English sentence for that of the Chinese, marks and all, where each has one."""
    pair = pair_at(ground, span.start + 1)
    if pair is None or not within(span, pair.source):
        return None
    quoted, said = _QUOTED.findall(ground.source, *pair.source), _SAID.findall(ground.target, *pair.target)
    if len(quoted) != 1 or len(said) != 1 or quoted[0] != ground.source[slice(*span)]:
        return None
    start = ground.target.index(said[0], pair.target.start)
    return Span(start, start + len(said[0]))


def _sentences(ground: Ground, span: Span) -> Span | None:
    """The English sentences for Chinese that holds every word of its own, where it holds whole ones and nothing else."""
    touched = [pair for pair in ground.pairs if pair.source.overlaps(span)]
    if not touched:
        return None
    head = ground.source[touched[0].source.start : max(span.start, touched[0].source.start)]
    tail = ground.source[min(span.end, touched[-1].source.end) : touched[-1].source.end]
    if SPEAKS.search(head) or SPEAKS.search(tail):
        return None
    found = Span(touched[0].target.start, touched[-1].target.end)
    end = found.end - (len(trailing(ground.target[slice(*found)])) if tail else 0)
    start = found.start + (1 if head and ground.target[found.start : found.start + 1] in OPENING else 0)
    return Span(start, end) if start < end else None
