"""The words around names, and the characters in them.

`data/names.txt` holds a list a line: facts of news Chinese, written down from knowledge and reviewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from toolkit.language.surnames import COMPOUND, SINGLE

_DATA = Path(__file__).parents[1] / "data" / "names.txt"
_RARER = frozenset(
    "古沙尚窦米吉裘简池冷褚戚荣楚艾饶商符敖练谌佟郁岑全鞠狄邝佘蔺苟覃付代占阚郇卓应凤巩宫茅崔邬亓濮仉晁寇蔚"
)


@cache
def _lists() -> dict[str, str]:
    return dict(line.split("\t") for line in _DATA.read_text("utf-8").splitlines())


@cache
def words(*names: str) -> frozenset[str]:
    """The words of lists, together: office, calling, courtesy, saying, then, link, before, everyday, place, …"""
    return frozenset(word for name in names for word in _lists()[name].split())


@cache
def characters(name: str) -> frozenset[str]:
    """The characters of a list: `sounding` (transcription), `given` (usual in given names), `unnamed` (never there)."""
    return frozenset(_lists()[name])


@cache
def expression(*names: str) -> re.Pattern[str]:
    """What finds any word of lists, the longest first."""
    return re.compile(any_of(words(*names)))


@cache
def sizes(*names: str) -> tuple[int, ...]:
    """The lengths of a list's words, longest first."""
    return tuple(sorted({len(word) for word in words(*names)}, reverse=True))


@cache
def first_characters(name: str) -> frozenset[str]:
    """The characters that a list's words begin with."""
    return frozenset(word[0] for word in words(name))


@cache
def surnames() -> frozenset[str]:
    """Chinese surnames of one character, and the compound ones."""
    return SINGLE | _RARER | COMPOUND


def any_of(choices: Iterable[str]) -> str:
    """An expression for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, choices), key=lambda word: (-len(word), word))) + ")"
