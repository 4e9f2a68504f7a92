"""The English words for the Chinese under a mark, and the place in the English for a mark at a point."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.translation.anchors import Anchor
from toolkit.translation.evidence import Aligned

WORD = pattern(r"[^\W_]+(?:[.&'’](?!s\b)[^\W_]+)*")
LIGHT = frozenset("a an and as at by for from in into is of on or s that the to was were with".split())
_BARE, _LIGHTER = 0.12, 0.05
_JOINTS = (" ", "-")
_TOUCHING = 2
_SILENT = "年月日号元额的了之地得个"
_SPEAKS = pattern(r"[^\W_]")
_OPENING, _CLOSING = "“‘（(《〈「『\"'", "”’）)》〉」』\"'"
_STOPS = "。！？；，：.!?;,:…"


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


def words_for(ground: Ground, span: Span, room: Span, taken: Sequence[Span]) -> Placed | None:
    """The English words for the Chinese at `span`, inside `room` and clear of what is `taken`; None where nothing speaks.

    Each link speaks for its English words as far as its Chinese lies in the span, and against them as far as it does not;
    the stretch of words for which most speaks is taken, with quotation marks and stops where the Chinese has its own.
    """
    whole = _sentences(ground, span)
    if whole and _within(whole, room) and not any(whole.overlaps(other) for other in taken):
        return Placed(whole, 1.0)
    groups = _free(ground.target, room, taken)
    gains = iter(_gains(ground, span, [word for words in groups for word in words]))
    tried = (_stretch(ground, span, words, list(islice(gains, len(words)))) for words in groups)
    best = max((found for found in tried if found), key=lambda found: found.sure, default=None)
    return Placed(_dressed(ground, span, best.span, room), min(best.sure, 1.0)) if best else None


def point_for(ground: Ground, at: int, room: Span) -> Placed | None:
    """The place inside `room` for a mark that stands at a point of the Chinese; None where nothing speaks for any.

    At the edge of a sentence it stays there, on its side of the stop; else it follows the words that it follows.
    """
    pair = _pair_at(ground, at)
    if pair is None:
        return None
    before, after = ground.source[pair.source.start : at], ground.source[at : pair.source.end]
    if not _SPEAKS.search(after):
        return _clamped(_ending(ground, pair, after), 1.0, room)
    if not _SPEAKS.search(before):
        return _clamped(pair.target.start, 1.0, room)
    return _behind(ground, at, pair, room)


def sentence_end(ground: Ground, at: int, room: Span) -> int:
    """The end of the English sentence for a point of the Chinese, before its stop: a place that breaks nothing."""
    pair = _pair_at(ground, at)
    end = _ending(ground, pair, "。") if pair else room.end
    return min(max(end, room.start), room.end)


def spare_words(ground: Ground, span: Span, room: Span, taken: Sequence[Span]) -> Span | None:
    """Free words where the Chinese stands in its sentence, by proportion, rather those that no link speaks for.

    A place for what has no other; None where no word is free.
    """
    pair = _pair_at(ground, span.start)
    if pair is None:
        return None
    share = (span.start - pair.source.start) / max(pair.source.end - pair.source.start, 1)
    at = pair.target.start + share * (pair.target.end - pair.target.start)
    choices: list[tuple[bool, float, int, list[Span]]] = []
    for words in _free(ground.target, room, taken):
        silent = {*_silent(words, _spoken(ground, words))}
        choices += [
            (n not in silent or ground.target[slice(*word)].lower() in LIGHT, abs(word.start - at), n, words)
            for n, word in enumerate(words)
        ]
    if not choices:
        return None
    *_, n, words = min(choices)
    first, last = _stretched(ground, span, words, n, n)
    return Span(words[first].start, words[last].end)


def _spoken_for(ground: Ground, word: Span) -> bool:
    """Whether a word is a light one, or some link speaks for it."""
    return ground.target[slice(*word)].lower() in LIGHT or any(link.target.overlaps(word) for link in ground.links)


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
    first, last = _stretched(ground, span, words, *found)
    stretch = Span(words[first].start, words[last].end)
    return Placed(_reached(ground, span, stretch), _sureness(ground, span, stretch))


def _stretched(ground: Ground, span: Span, words: Sequence[Span], first: int, last: int) -> tuple[int, int]:
    """The stretch with neighbours that nothing accounts for, as many as the Chinese has words that nothing accounts for.

    Those behind go first, for the head of an English noun group stands last.
    """
    spare = _unaccounted(ground, span)
    while spare > 0 and last + 1 < len(words) and _loose(ground, words[last], words[last + 1]):
        last, spare = last + 1, spare - 1
    opening = [link for link in ground.links if link.source.start <= _first(ground, span) < link.source.end]
    ahead = all(_half_said(ground, link) for link in opening)
    while ahead and spare > 0 and first > 0 and _loose(ground, words[first - 1], words[first], before=True):
        first, spare = first - 1, spare - 1
    return first, last


def _unaccounted(ground: Ground, span: Span) -> int:
    """About how many words of the Chinese no link speaks for: two characters make one."""
    inside = [link for link in ground.links if link.source.overlaps(span)]
    spoken = {at for link in inside for at in range(*link.source)}
    silent = sum(at not in spoken and _says(ground.source[at]) for at in range(*span))
    return (silent + 1) // 2 + sum(_half_said(ground, link) for link in inside if _within(link.source, span))


def _half_said(ground: Ground, link: Anchor) -> int:
    """How many words a long Chinese word lacks in the English that the lexicon has for it: 安全形势 is no mere situation."""
    size = link.source.end - link.source.start
    return max(0, size // 2 - len(WORD.findall(ground.target[slice(*link.target)]))) if link.how == "lexicon" else 0


def _says(char: str) -> bool:
    """Whether a character has an English word of its own to expect."""
    return bool(_SPEAKS.match(char)) and char not in _SILENT


def _first(ground: Ground, span: Span) -> int:
    """Where the first such character of the Chinese stands."""
    return next((at for at in range(*span) if _says(ground.source[at])), span.start)


def _loose(ground: Ground, one: Span, other: Span, *, before: bool = False) -> bool:
    """Whether of two words side by side the second (or the one `before`) is a weighty one that no link speaks for."""
    word = one if before else other
    said = ground.target[slice(*word)]
    joined = ground.target[one.end : other.start] in _JOINTS
    return joined and said.isalpha() and not _spoken_for(ground, word)


def _behind(ground: Ground, at: int, pair: Aligned, room: Span) -> Placed | None:
    """The end of the English for the Chinese word that a point follows, of several links the surest."""
    before = [link for link in ground.links if pair.source.start <= link.source.start and link.source.end <= at]
    last = max(before, key=lambda link: (link.source.end, link.weight), default=None)
    if last is None or at - last.source.end > _TOUCHING:
        return None
    words = [Span(*word.span()) for word in WORD.finditer(ground.target, pair.target.start, pair.target.end)]
    n = next((n for n, word in enumerate(words) if word.start >= last.target.end), 0)
    head = n and last.source.end < at and _loose(ground, words[n - 1], words[n])
    return _clamped(words[n].end if head else last.target.end, last.weight, room)


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
    letters = sum(bool(_SPEAKS.match(char)) for char in ground.source[slice(*span)])
    best = max((link.weight for link in mine if link.target.overlaps(stretch)), default=0.0)
    return best * len(said) / max(letters, 1)


def _reached(ground: Ground, span: Span, stretch: Span) -> Span:
    """The stretch with what its links reach beyond its words: a currency's sign, a per cent sign."""
    mine = [
        link.target
        for link in ground.links
        if _within(link.source, span)
        and link.target.overlaps(stretch)
        and not any(_SPEAKS.match(char) for char in _outside(ground.target, link.target, stretch))
    ]
    return Span(min([stretch.start, *(one.start for one in mine)]), max([stretch.end, *(one.end for one in mine)]))


def _outside(text: str, one: Span, stretch: Span) -> str:
    return text[one.start : min(one.end, stretch.start)] + text[max(one.start, stretch.end) : one.end]


def _dressed(ground: Ground, span: Span, found: Span, room: Span) -> Span:
    """The words with the quotation marks, brackets and stops that the Chinese has under its mark."""
    said, start, end = ground.source[slice(*span)].strip(), *found
    if said[:1] in _OPENING and start > room.start and ground.target[start - 1] in _OPENING:
        start -= 1
    tail = said[len(said.rstrip(_CLOSING + _STOPS)) :]
    while tail and end < room.end and ground.target[end] in _CLOSING + _STOPS:
        end += 1
        tail = tail[1:]
    return Span(start, end)


def _sentences(ground: Ground, span: Span) -> Span | None:
    """The English sentences for Chinese that holds every word of its own, where it holds whole ones and nothing else."""
    touched = [pair for pair in ground.pairs if pair.source.overlaps(span)]
    if not touched:
        return None
    head = ground.source[touched[0].source.start : max(span.start, touched[0].source.start)]
    tail = ground.source[min(span.end, touched[-1].source.end) : touched[-1].source.end]
    if _SPEAKS.search(head) or _SPEAKS.search(tail):
        return None
    found = Span(touched[0].target.start, touched[-1].target.end)
    end = found.end - (len(found_tail(ground.target[slice(*found)])) if tail else 0)
    start = found.start + (1 if head and ground.target[found.start : found.start + 1] in _OPENING else 0)
    return Span(start, end) if start < end else None


def found_tail(text: str) -> str:
    """The stops and closing marks at the end of a text."""
    return text[len(text.rstrip(_CLOSING + _STOPS)) :]


def _ending(ground: Ground, pair: Aligned, after: str) -> int:
    """The end of the pair's English: before its stop where the Chinese has one behind the point."""
    tail = found_tail(ground.target[slice(*pair.target)]) if after.strip() else ""
    return pair.target.end - len(tail)


def _pair_at(ground: Ground, at: int) -> Aligned | None:
    """The sentence that a point of the Chinese stands in, or behind."""
    behind = [pair for pair in ground.pairs if pair.source.start < at or pair.source.start == at == 0]
    return behind[-1] if behind else (ground.pairs[0] if ground.pairs else None)


def _free(target: str, room: Span, taken: Sequence[Span]) -> list[list[Span]]:
    """The words inside `room`, parted where something is taken."""
    edges = sorted(span for span in taken if span.start < span.end)
    rooms = pairwise([room.start, *(edge for span in edges for edge in span), room.end])
    return [
        [Span(*word.span()) for word in WORD.finditer(target, start, end)]
        for n, (start, end) in enumerate(rooms)
        if n % 2 == 0 and start < end
    ]


def _within(one: Span, room: Span) -> bool:
    return room.start <= one.start and one.end <= room.end


def _clamped(at: int, sure: float, room: Span) -> Placed:
    """A point, moved into the room; less sure where it had to be."""
    inside = min(max(at, room.start), room.end)
    return Placed(Span(inside, inside), sure if inside == at else sure * 0.5)
