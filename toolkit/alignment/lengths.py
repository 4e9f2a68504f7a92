"""How long English usually is for its Chinese, after Gale and Church (1993): the logarithm of the ratio is normal."""

from __future__ import annotations

from math import log

_USUAL = 3.9
_LIKE = 200
_BASE, _SHORT = 0.055, 1.6


def ratio(chinese: int, english: int) -> float:
    """The logarithm of an article's English code points for each Chinese one, drawn to the usual for a short article."""
    return log((english + _USUAL * _LIKE) / (chinese + _LIKE))


def deviation(source: str, target: str) -> float:
    """By how many standard deviations the English is longer than Chinese of that length usually gives (negative: shorter)."""
    size = len(source) + 1
    return (log((len(target) + 1) / size) - log(_USUAL)) / (_BASE + _SHORT / size) ** 0.5
