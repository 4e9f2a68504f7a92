"""English words shaped like pinyin against the characters they could have been read from."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.alignment.sound import likeness
from toolkit.core import Span
from toolkit.language.pinyin import readings, syllables
from toolkit.language.surnames import COMPOUND, SINGLE, romanised

_CLOSE = 0.5


class Reading(NamedTuple):
    """A Chinese name (code points) that English pinyin nearly spells, and how pinyin spells it."""

    span: Span
    right: str


def readable(word: str, chinese: str) -> bool:
    """Whether some cut of `word` into pinyin syllables can be read off neighbouring characters of `chinese`."""
    table = [readings(char) for char in chinese]
    return any(
        all(syllable in table[at + n] for n, syllable in enumerate(way))
        for way in syllables(word)
        for at in range(len(chinese) - len(way) + 1)
    )


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
        for at in range(len(chinese) - size + 1):
            name = chinese[at : at + size]
            if (name[0] in SINGLE or name[:2] in COMPOUND) and _one_off(way, name) and not _foreign(chinese, at, size):
                found[name] = Reading(Span(at, at + size), romanised(name))
    return next(iter(found.values())) if len(found) == 1 else None


def _foreign(chinese: str, at: int, size: int) -> bool:
    """Whether the characters belong to a transcription with a middle dot (法哈德·梅萨米)."""
    return "·" in chinese[max(0, at - 1) : at + size + 1]


def _one_off(way: tuple[str, ...], name: str) -> bool:
    wrong = [(said, readings(char)) for said, char in zip(way, name, strict=True) if said not in readings(char)]
    if len(wrong) != 1 or len(way) - len(wrong) < 1:
        return False
    said, right = wrong[0]
    least = _CLOSE if len(way) > 2 else 0.6
    return any(likeness(said, reading) >= least for reading in right)
