"""Days, months and weekdays that stand on both sides."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Span
from toolkit.core.pattern import pattern

_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ZH_DAY = pattern(r"(\d{1,2})月(?:(\d{1,2})[日号])?")
_ZH_WEEKDAY = pattern(r"(?:星期|礼拜|周)([一二三四五六日天])")
_SHORT = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_EN_DAY = pattern(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? )?({_SHORT})\b\.?(?: (\d{{1,2}})(?!\d))?")
_EN_WEEKDAY = pattern(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")

Day = tuple[str, int, int]
"""What a stretch names: `m` with month and day (0: none), or `w` with the weekday from 1."""


def chinese_days(text: str) -> Iterator[tuple[Day, Span]]:
    """The days in Chinese prose, and where they stand (code points).

    >>> list(chinese_days("星期三（6月26日）"))
    [(('m', 6, 26), Span(start=4, end=9)), (('w', 3, 0), Span(start=0, end=3))]
    """
    for found in _ZH_DAY.finditer(text):
        yield ("m", int(found[1]), int(found[2] or 0)), Span(*found.span())
    for found in _ZH_WEEKDAY.finditer(text):
        yield ("w", min("一二三四五六日天".index(found[1]) + 1, 7), 0), Span(*found.span())


def english_days(text: str) -> Iterator[tuple[Day, Span]]:
    """The days in English prose, and where they stand.

    >>> list(english_days("on Wednesday (June 26)"))
    [(('m', 6, 26), Span(start=14, end=21)), (('w', 3, 0), Span(start=3, end=12))]
    """
    names = [name[:3] for name in _MONTHS]
    for found in _EN_DAY.finditer(text):
        yield ("m", names.index(found[2][:3]) + 1, int(found[3] or found[1] or 0)), Span(*found.span())
    for found in _EN_WEEKDAY.finditer(text):
        yield ("w", _WEEKDAYS.index(found[0]) + 1, 0), Span(*found.span())
