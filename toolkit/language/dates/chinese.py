"""Dates in Chinese prose."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from toolkit.core.pattern import pattern
from toolkit.language.dates.date import Date
from toolkit.language.numerals import chinese_number

_DAYS = {day: n for n, days in enumerate(("一", "二", "三", "四", "五", "六", "日天")) for day in days}
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_SMALL = "\\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_YEAR = pattern("(?P<year>(?:1[5-9]|20)\\d\\d|[一二][九〇零○][零〇○一二三四五六七八九]{2})(?:财|学)?年(?!龄|代)")
_MONTH = pattern(f"(?P<month>{_SMALL})(?P<unit>月)(?!球|亮|饼)份?")
_DAY = pattern(f"(?P<day>{_SMALL})(?P<unit>[日号])(?!元|均|线|楼|院|文|令|机|店|厅|馆|站|内|龄|游|公路)")
_DECADE = pattern("(?P<decade>[1-9]0|[二三四五六七八九]十|(?:1[5-9]|20)\\d0)年代")
_CENTURY = pattern("(\\d{1,2}|[一二十]?[一二三四五六七八九十])世纪$")
_ISO = pattern(r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)")
_WEEKDAY = pattern(
    "(?<![一两二三四五六七八九十每\\d])(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])(?![年期次个天岁周报])"
)
_START = pattern(
    "[\\d零〇○一二三四五六七八九十廿卅星礼周](?<!\\d\\d)(?:[\\d零〇○一二三四五六七八九十廿卅]{0,3}"
    "(?:[年月日号财学]|(?<=\\d{4})[-/.]\\d)|[期拜][一二三四五六日天]|(?<=周)[一二三四五六日天])"
)
_WIDE_DIGIT = pattern("[０-９]")
_FOLLOW = pattern("[\\s　]?[(（]?")


@lru_cache(maxsize=4096)
def chinese_dates(text: str) -> tuple[Date, ...]:
    """The dates of Chinese (Simplified) prose in reading order, whole or in part: year, month, day, weekday, decade.

    >>> [date[2:6] for date in chinese_dates("2023年2月11日（星期六）电，10日在90年代")]
    [(2023, 2, 11, 5), (None, None, 10, None), (1990, None, None, None)]
    """
    if _WIDE_DIGIT.search(text):
        text = text.translate(_WIDE)
    found: list[Date] = []
    at = 0
    while begin := _START.search(text, at):
        date = _date(text, begin.start())
        at = date.end if date else begin.end()
        if date:
            found.append(date)
    return tuple(found)


def _date(text: str, at: int) -> Date | None:
    decade = _DECADE.match(text, at)
    if decade:
        value = int(chinese_number(decade["decade"]) or 0)
        century = _CENTURY.search(text, max(0, at - 5), at)
        base = 100 * (int(chinese_number(century[1]) or 20) - 1) if century and century[1] else 1900
        return Date(at, decade.end(), value if value > 100 else base + value, decade=True)
    iso = _ISO.match(text, at)
    if iso and 0 < int(iso["month"]) <= 12 and 0 < int(iso["day"]) <= 31:
        return Date(at, iso.end(), int(iso["year"]), int(iso["month"]), int(iso["day"]))
    end, parts = at, dict(_parts(text, at))
    end = parts.pop("end", at)
    following = _FOLLOW.match(text, end)
    weekday = _WEEKDAY.match(text, following.end() if following and "day" in parts else end)
    if weekday:
        parts["weekday"], end = _DAYS[weekday["weekday"]], weekday.end()
    return (
        Date(at, end, parts.get("year"), parts.get("month"), parts.get("day"), parts.get("weekday")) if parts else None
    )


def _parts(text: str, at: int) -> Iterator[tuple[str, int]]:
    for name, shape, limit in (("year", _YEAR, 9999), ("month", _MONTH, 12), ("day", _DAY, 31)):
        match = shape.match(text, at)
        value = chinese_number(match[name]) if match else None
        if match and value is not None and 0 < value <= limit:
            yield name, int(value)
            at = match.end()
            yield "end", at
