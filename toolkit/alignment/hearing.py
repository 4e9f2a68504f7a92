"""Transcribed names by ear: which Chinese characters spell an English name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from toolkit.core import Span
from toolkit.language.pinyin import letters
from toolkit.language.sounds import table

_SILENT = 0.35
_MOST_SILENT = 2
_LONGEST = 5


class Heard(NamedTuple):
    """The Chinese characters (code points) that spell a name, and how well: 1 where every letter has its character."""

    span: Span
    score: float


def plain(name: str) -> str:
    """The letters of a name without accents, lower case.

    >>> plain("Médéric O'Brien")
    'medericobrien'
    """
    return letters(unicodedata.normalize("NFKD", name.replace("Đ", "D").replace("ø", "o").replace("ł", "l")))


def heard(chinese: str, name: str) -> Heard | None:
    """The characters of `chinese` that best spell `name` from its first letter to its last; None where none do.

    Each character takes one to five letters that it can stand for; up to two letters between them may stay silent.
    """
    found = _best(chinese, plain(name))
    if found is None:
        return None
    start, end, score = found
    return Heard(Span(start, end), score)


@lru_cache(maxsize=1 << 15)
def _best(chinese: str, spelling: str) -> tuple[int, int, float] | None:
    known, size = table(), len(spelling)
    best: tuple[int, int, float] | None = None
    states: dict[int, tuple[float, int]] = {}
    for at, char in enumerate(chinese):
        sounds = known.get(char)
        if sounds is None:
            states = {}
            continue
        following: dict[int, tuple[float, int]] = {}
        for done, (value, start) in (*states.items(), (0, (0.0, at))):
            for silent in range(_MOST_SILENT + 1):
                first = done + silent
                for last in range(first + 1, min(first + _LONGEST, size) + 1):
                    if spelling[first:last] in sounds:
                        reached = value + 1 - _SILENT * silent, start
                        following[last] = max(following.get(last, reached), reached)
        states = following
        for done, (value, start) in states.items():
            rest, length = size - done, at + 1 - start
            total = (value - _SILENT * rest) / length
            if (
                rest <= _MOST_SILENT
                and length > 1
                and (best is None or total > best[2] or (total == best[2] and length > best[1] - best[0]))
            ):
                best = start, at + 1, round(total, 3)
    return best
