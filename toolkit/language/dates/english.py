"""Dates in English prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from toolkit.core.pattern import pattern
from toolkit.language.dates.date import MONTHS, WEEKDAYS, Date

_WEEKDAYS = {name: n for n, day in enumerate(WEEKDAYS) for name in (day, f"{day[:3]}.") if name != "Sun."} | {
    "Tues.": 1,
    "Thurs.": 3,
}
_MONTHS = {name: n for n, month in enumerate(MONTHS, 1) for name in (month, month[:3])} | {"Sept": 9}
_ALL = sorted([*_WEEKDAYS, *_MONTHS], key=len, reverse=True)
_NAME = pattern(f"(?:{'|'.join(map(re.escape, _ALL))})(?!\\w)")
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d|[,.]\d|\s(?:percent|people|yuan))"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_AFTER = pattern(rf"\.?(?:\s{_DAY}(?!\w|[,.:]\d|%|\s(?:percent|per\scent|million|billion)))?(?:,?\s(?:of\s)?{_YEAR})?")
_BEFORE = pattern(rf"(?<![\w.,/-]){_DAY}\s(?:of\s)?$")
_DIGITS = pattern(
    r"\d(?<![\w.,/:$£€¥]\d)(?:"
    r"(?<=[12])(?P<rest>\d{3})(?:-(?P<month>\d\d)-(?P<day>\d\d)|(?P<decade>['’]?s))?(?![\w/%]|[,.]\d|\s(?:percent|people|yuan))"
    r"|(?P<nth>\d?)(?:st|nd|rd|th)(?=[,.;]|\s(?:of|in|at|and|to|that|local|this|when)\b|$)"
    r"|(?<=[2-9])(?P<nineties>0)['’]?s(?!\w))"
)
_AGED = pattern(r"\b(?:his|her|their|my|our|your)\s$")
_NEXT = pattern(r",?\s?\(?(?:on\s)?")


@lru_cache(maxsize=4096)
def english_dates(text: str) -> tuple[Date, ...]:
    """The dates of English prose in reading order, whole or in part: year, month, day, weekday, decade.

    >>> [date[2:6] for date in english_dates("On Saturday, Feb. 11, 2023, and on the 10th; in the 1990s")]
    [(2023, 2, 11, 5), (None, None, 10, None), (1990, None, None, None)]
    """
    found: list[Date] = []
    for date in sorted([*_named(text), *_figured(text)], key=lambda date: (date.start, -date.end)):
        last = found[-1] if found else None
        if last and date.start < last.end:
            continue
        if last and date.start - last.end < 7 and _apart(last, date) and _NEXT.fullmatch(text, last.end, date.start):
            found[-1] = last.merged(date)
        else:
            found.append(date)
    return tuple(found)


def _named(text: str) -> Iterator[Date]:
    for match in _NAME.finditer(text):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in "-_"):
            continue
        if match[0] in _WEEKDAYS:
            yield Date(start, end, weekday=_WEEKDAYS[match[0]])
            continue
        after = _AFTER.match(text, end)
        before = _BEFORE.search(text, max(0, start - 9), start)
        day = (after and after["day"]) or (before and before["day"])
        year = after and after["year"]
        if (day and int(day) > 31) or (match[0] in ("May", "March", "Mar") and not (day or year)):
            continue
        ends = after.end() if after and after.end() > end + 1 else end
        starts = before.start() if before and not (after and after["day"]) else start
        yield Date(starts, ends, int(year) if year else None, _MONTHS[match[0]], int(day) if day else None)


def _figured(text: str) -> Iterator[Date]:
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if match["nineties"]:
            if _AGED.search(text, max(0, start - 7), start):
                continue
            yield Date(start, end, 1900 + int(text[start]) * 10, decade=True)
        elif match["nth"] is not None:
            day = int(text[start] + match["nth"])
            if 0 < day <= 31 and text.endswith("the ", 0, start):
                yield Date(start, end, day=day)
        elif 1500 <= (year := int(text[start : start + 4])) < 2100:
            yield from _iso(match, year)


def _iso(match: re.Match[str], year: int) -> Iterator[Date]:
    month, day = (int(match[part]) if match[part] else None for part in ("month", "day"))
    if (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31):
        yield Date(*match.span(), year, month, day, decade=bool(match["decade"]))


def _apart(one: Date, two: Date) -> bool:
    """Whether one is a bare weekday and the other a day of a month."""
    bare, dated = (one, two) if one.day is None else (two, one)
    return bare.weekday is not None and bare.day is None and dated.day is not None and dated.weekday is None
