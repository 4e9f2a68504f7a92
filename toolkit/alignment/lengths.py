"""How long English usually is for its Chinese, after Gale and Church (1993): the logarithm of the ratio is normal."""

from __future__ import annotations

from math import log, sqrt

from toolkit.core.pattern import pattern

_GLOSS = pattern(r"[(（][A-Za-z\u00c0-\u024f .,'’·-]{8,80}[)）]")
_USUAL = 3.9
_LIKE = 200
_BASE, _SHORT = 0.022, 0.64


def weight(chinese: str) -> float:
    """The length of Chinese prose in characters.

    Latin letters and figures, as long in English as here, count for less; an original name in brackets for nothing.
    """
    if "(" in chinese or "（" in chinese:
        chinese = _GLOSS.sub("", chinese)
    plain = len(chinese.encode("ascii", "ignore"))
    return len(chinese) - plain + plain / _USUAL


def ratio(chinese: float, english: float) -> float:
    """The logarithm of an article's English code points for each Chinese one, drawn to the usual for a short article."""
    return log((english + _USUAL * _LIKE) / (chinese + _LIKE))


def deviation(source: str, target: str) -> float:
    """By how many standard deviations the English is longer than Chinese of that length usually gives.

    Negative where it is shorter; short paragraphs vary more.
    """
    size = weight(source) + 1
    return (log((len(target) + 1) / size) - log(_USUAL)) / sqrt(_BASE + _SHORT / size)
