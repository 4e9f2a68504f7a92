"""English words shaped like pinyin against the characters they could have been read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, reduce
from itertools import islice
from operator import and_
from typing import NamedTuple

from toolkit.alignment.sound import likeness
from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.language.pinyin import readings, syllables
from toolkit.language.surnames import COMPOUND, SINGLE, readings_of, romanised

_CLOSE, _CLOSE_ENOUGH = 0.5, 0.6
_MANY = 8
_HAN = pattern("[\u4e00-\u9fff]+")
_PARTICLES = frozenset("的了和与及等在是说称为从向对被把将到")


class Reading(NamedTuple):
    """A Chinese name (code points) that English pinyin nearly spells, and how pinyin spells it."""

    span: Span
    right: str


def readable(word: str, chinese: str) -> bool:
    """Whether some cut of `word` into pinyin syllables can be read off neighbouring characters of `chinese`.

    In a longer word a character of which the table knows no reading may be read anyhow.

    >>> readable("Zou Yi", "导演邹燚透露"), readable("Zou Xi", "导演邹毅透露")
    (True, False)
    """
    ways = syllables(word)
    return bool(ways) and any(_together(_heard(chinese), way) for way in ways)


@lru_cache(maxsize=4096)
def nearly_read(word: str, chinese: str) -> Reading | None:
    """The personal name in `chinese` of which `word` spells every syllable but one, and that one nearly.

    A name begins with a surname and has two or three characters, three where `word` is written as one. None where no name
    or more than one fits.
    """
    found: dict[str, Reading] = {}
    for way in syllables(word):
        size = len(way)
        if size != 3 and not (size == 2 and " " in word):
            continue
        for name, at in _one_off(way, chinese):
            found[name] = Reading(Span(at, at + size), romanised(name))
            if len(found) > 1:
                return None
    return next(iter(found.values()), None)


def same_surname(word: str, chinese: str, known: Callable[[str], object]) -> Reading | None:
    """The one stretch of `chinese` that may be a name with the surname and the length of the pinyin `word`, no common word.

    None where there is none, or more than one.
    """
    starts = {(way[0], len(way)) for way in syllables(word)}
    fitting = {name: at for start in starts for name, at in _surnamed(chinese).get(start, ())}
    found = [name for name in islice(fitting, _MANY) if not known(name) and not known(name[:2])]
    if len(found) != 1:
        return None
    at = fitting[found[0]]
    return Reading(Span(at, at + len(found[0])), romanised(found[0]))


@lru_cache(maxsize=64)
def _surnamed(chinese: str) -> dict[tuple[str, int], tuple[tuple[str, int], ...]]:
    """Stretches that may be names, and where each last stands, by how their surname reads and how long they are."""
    found: dict[tuple[str, int], dict[str, int]] = {}
    for at, char in enumerate(chinese):
        for size in (2, 3) if char in SINGLE else ():
            name = chinese[at : at + size]
            if len(name) == size and _HAN.fullmatch(name) and name[-1] not in _PARTICLES:
                for syllable in readings_of(char):
                    found.setdefault((syllable, size), {})[name] = at
    return {start: tuple(names.items()) for start, names in found.items()}


_UNREAD = ("",)
Heard = dict[str, int]
"""For each syllable, the bit mask of the characters in a row that may be read so; under "" those of unknown reading."""


def _together(heard: Heard, way: tuple[str, ...]) -> bool:
    unknown = heard.get("", 0) if len(way) > 1 else 0
    fits = -1
    for n, syllable in enumerate(way):
        fits &= (heard.get(syllable, 0) | unknown) >> n
    return fits != 0


@lru_cache(maxsize=64)
def _heard(row: str) -> Heard:
    masks: dict[str, bytearray] = {}
    for n, char in enumerate(row):
        for syllable in readings(char) or (_UNREAD if _HAN.match(char) else ()):
            mask = masks.get(syllable)
            if mask is None:
                mask = masks[syllable] = bytearray(len(row) // 8 + 1)
            mask[n >> 3] |= 1 << (n & 7)
    return {syllable: int.from_bytes(mask, "little") for syllable, mask in masks.items()}


@lru_cache(maxsize=64)
def _names(chinese: str, size: int) -> tuple[tuple[tuple[str, int], ...], tuple[Heard, ...]]:
    """Stretches of `size` characters that may be names and where each last stands, and how their characters are read."""
    names = {
        chinese[at : at + size]: at
        for at in range(len(chinese) - size + 1)
        if (chinese[at] in SINGLE or chinese[at : at + 2] in COMPOUND)
        and chinese[at + size - 1] not in _PARTICLES
        and not _foreign(chinese, at, size)
    }
    return tuple(names.items()), tuple(_heard("".join(name[n] for name in names)) for n in range(size))


def _foreign(chinese: str, at: int, size: int) -> bool:
    """Whether the characters belong to a transcription with a middle dot (法哈德·梅萨米)."""
    return "·" in chinese[max(0, at - 1) : at + size + 1]


def _one_off(way: tuple[str, ...], chinese: str) -> Iterator[tuple[str, int]]:
    """Names that have all syllables but one, and that one nearly; and where they stand."""
    names, heard = _names(chinese, len(way))
    fits = [row.get(syllable, 0) for row, syllable in zip(heard, way, strict=True)]
    least = _CLOSE if len(way) > 2 else _CLOSE_ENOUGH
    for n, said in enumerate(way):
        rest = ~fits[n] & reduce(and_, (mask for other, mask in enumerate(fits) if other != n))
        while rest:
            low = rest & -rest
            name, at = names[low.bit_length() - 1]
            if any(likeness(said, reading) >= least for reading in readings(name[n])):
                yield name, at
            rest ^= low
