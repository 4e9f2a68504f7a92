"""Days, months, years and weekdays against the Chinese and the calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from toolkit.core import Applicability, Fix, Flag, Segment, Severity
from toolkit.language.dates import Date, chinese_dates, english_dates
from toolkit.language.dates.date import MONTHS, WEEKDAYS, ordinal
from toolkit.language.numerals import chinese_number
from toolkit.language.quantities.comparing import compare
from toolkit.lint import Context, segment_rule

_SEVERAL = 2
_MANY = 10_000  # pairs of dates: a paragraph with more of them is a table
_LIST = r"\d{1,2}(?:[日月]?[、和及至到~～—–-]{1,2}\d{1,2}){1,6}|[一二三四五六七八九十]{2,3}"


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def wrong_date(segment: Segment, context: Context) -> Iterator[Flag]:
    """A day, month or year that the Chinese paragraph does not give, beside one of its own that the English lacks.

    Known problems: where the writer turned "yesterday" into a date, nothing is said, right or wrong.
    Source: MQM, accuracy/mistranslation (date).

    Bad:
        zh: 机场和车站25日发布通知。
        en: On the «26th», the airport and the station issued notices.
    Bad:
        zh: 委员会6月12日宣布，从7月4日起征税。
        en: The committee announced on «December 14» that it would levy the tax.
    Good:
        zh: 机场和车站25日发布通知。
        en: The airport and the station issued notices on the 25th.
    """
    ours, theirs = _dates(segment)
    if not 0 < len(ours) * len(theirs) < _MANY:
        return
    for date in theirs:
        if moved := _moved(ours, date):
            yield _wrong(segment, date, moved)
    yield from _strangers(segment, ours, theirs)
    for part, unit in (("day", "[日号]"), ("month", "月"), ("year", "年")):
        given = {getattr(date, part) for date in ours}
        lost = given - {getattr(date, part) for date in theirs} - {None}
        for date in theirs if len(lost) == 1 else ():
            value = getattr(date, part)
            known = value in (None, *given) or value in _listed(segment, unit) or _said(segment, value)
            if not known and not _moved(ours, date):
                yield _wrong(segment, date, next(one for one in ours if getattr(one, part) in lost))


@segment_rule(severity=Severity.WARNING, category="accuracy/addition", needs_source=True)
def unfounded_year(segment: Segment, context: Context) -> Iterator[Flag]:
    """A year added to a date whose year the Chinese does not give.

    A machine that has read many articles of one year writes that year. Where the article's date or its Chinese bears
    the year out, nothing is said; where its date is unknown, this is a note.

    Known problems: a year that the writer added from knowledge is noted where the article's date is unknown.
    Source: MQM, accuracy/addition.

    Bad:
        zh: 论坛于2月11日在北京举行。
        en: The forum was held in Beijing on February 11, «2020».
    Good:
        zh: 论坛于2月11日在北京举行。
        en: The forum was held in Beijing on February 11.
    """
    ours, theirs = _dates(segment)
    for date in theirs:
        if not (date.year and date.month and date.day) or any(one.year == date.year for one in ours):
            continue
        bare = any(one.month == date.month and one.day == date.day and one.year is None for one in ours)
        if bare and not _known(date.year, context):
            text = segment.target.prose
            start = text.rindex(str(date.year), date.start, date.end)
            message = f"“{date.year}”: the Chinese gives no year; leave it out or check it"
            severity = None if context.date else Severity.NOTE
            yield Flag(segment.target_at((start, start + 4)), message, severity=severity)


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation")
def wrong_weekday(segment: Segment, context: Context) -> Iterator[Flag]:
    """A weekday that its own date does not fall on.

    Where the Chinese has the weekday it is the date that is wrong, and `dates/wrong-date` says so.

    Known problems: where neither the date nor the article gives a year, nothing is said.
    Source: the Gregorian calendar; Associated Press Stylebook, "days of the week".

    Bad:
        en: Talks opened on «Monday», February 11, 2023.
    Good:
        en: Talks opened on Saturday, February 11, 2023.
    """
    meant = {date.weekday for date in chinese_dates(segment.source.prose)} if segment.source else set()
    for date in english_dates(segment.target.prose):
        day = _nearest(date, context.date) if date.weekday is not None and date.weekday not in meant else None
        if day and date.weekday is not None and day.weekday() != date.weekday:
            name, right = WEEKDAYS[date.weekday], WEEKDAYS[day.weekday()]
            place = _word(segment, date, name)
            message = f"“{name}”: {MONTHS[day.month - 1]} {day.day}, {day.year} is a {right}"
            yield Flag(segment.target_at(place), message, expected=(right,), fixes=_fixes(segment, place, right))


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def weekday_mismatch(segment: Segment, context: Context) -> Iterator[Flag]:
    """A weekday other than the one the Chinese names.

    Known problems: none known.
    Source: MQM, accuracy/mistranslation (date).

    Bad:
        zh: 发言人星期三表示，谈判仍在继续。
        en: The spokesman said on «Tuesday» that talks continue.
    Good:
        zh: 发言人星期三表示，谈判仍在继续。
        en: The spokesman said on Wednesday that talks continue.
    """
    ours, theirs = _dates(segment)
    given = {date.weekday: date for date in ours if date.weekday is not None}
    lost = [day for day in given if day not in {date.weekday for date in theirs}]
    for date in theirs if len(lost) == 1 else ():
        if date.weekday is not None and date.weekday not in given and lost[0] is not None:
            right = WEEKDAYS[lost[0]]
            place = _word(segment, date, WEEKDAYS[date.weekday])
            message = f"“{WEEKDAYS[date.weekday]}”: the Chinese says {right}"
            odd = [one for one in theirs if one.weekday is not None and one.weekday not in given]
            fixes = _fixes(segment, place, right, certain=len(odd) == 1)
            yield Flag(segment.target_at(place), message, segment.source_at(given[lost[0]].span), (right,), fixes)


def _dates(segment: Segment) -> tuple[tuple[Date, ...], tuple[Date, ...]]:
    return chinese_dates(segment.source.prose) if segment.source else (), english_dates(segment.target.prose)


def _strangers(segment: Segment, ours: tuple[Date, ...], theirs: tuple[Date, ...]) -> Iterator[Flag]:
    """Dates whose day stands nowhere in the Chinese, where several days of its own are lost."""
    said = {(one.month, one.day) for one in theirs}
    lost = [one for one in ours if one.month and one.day and (one.month, one.day) not in said]
    days = {one.day for one in ours}
    if len({one.day for one in lost}) < _SEVERAL:
        return
    for date in theirs:
        if not date.month or not date.day or date.day in days | _listed(segment, "[日号]"):
            continue
        same = [one for one in lost if one.month == date.month] or lost
        if not _said(segment, date.day):
            yield _wrong(segment, date, same[0])


def _moved(ours: tuple[Date, ...], date: Date) -> Date | None:
    """The date of the Chinese that has the day of `date` in another month, where none has both."""
    same = [one for one in ours if one.day == date.day]
    if not date.month or not date.day or any(one.month in (None, date.month) for one in same):
        return None
    return same[0] if same else None


def _listed(segment: Segment, unit: str) -> set[int]:
    """The days or months that share one 日 or 月 with a later one: 1、2月, 一二月份, 3至5日."""
    values: set[int] = set()
    source = segment.source.prose if segment.source else ""
    for match in re.finditer(f"({_LIST}){unit}", source):
        figures = [int(figure) for figure in re.findall(r"\d+", match[1])]
        values.update(figures or [int(chinese_number(figure) or 0) for figure in re.findall("十[一二]|.", match[1])])
        if len(figures) == 2 and re.search("[至到~～—–-]", match[1]):
            values.update(range(figures[0], figures[1]))
    return values


def _said(segment: Segment, day: int) -> bool:
    """Whether the Chinese has the number of the day as some other figure."""
    figures = compare(segment.source.prose if segment.source else "", segment.target.prose).chinese
    return any(one.low == day for one in figures)


def _known(year: int, context: Context) -> bool:
    document = context.document
    if document.date:
        return abs(document.date.year - year) <= 1
    return any(segment.source and str(year) in segment.source.prose for segment in document.segments)


def _nearest(date: Date, article: dt.date | None) -> dt.date | None:
    """The day a date names: with its own year, else in the year that brings it nearest to the article."""
    if date.year or not article:
        return date.calendar()
    days = [day for year in (-1, 0, 1) if (day := date.calendar(article.year + year))]
    return min(days, key=lambda day: abs(day - article)) if days else None


def _wrong(segment: Segment, date: Date, right: Date) -> Flag:
    text = segment.target.prose[date.start : date.end]
    dated = bool(date.year and right.year)
    if not (right.month or right.day):
        expected = str(right.year)
    elif not right.day:
        expected = MONTHS[(right.month or 1) - 1] + (f" {right.year}" if dated else "")
    elif month := right.month or date.month:
        expected = f"{MONTHS[month - 1]} {right.day}" + (f", {right.year}" if dated else "")
    else:
        expected = ordinal(right.day)
    message = f"“{text}”: the Chinese says {expected}"
    fixes = _redated(segment, date, right)
    return Flag(segment.target_at(date.span), message, segment.source_at(right.span), (expected,), fixes)


def _redated(segment: Segment, date: Date, right: Date) -> tuple[Fix, ...]:
    """The fix that writes what the Chinese says over the one part of a date that differs.

    Certain where the rest agrees, and the copy does not say the wrong year of a second date too.
    """
    parts = ("year", "month", "day")
    given = [part for part in parts if getattr(date, part) and getattr(right, part)]
    wrong = [part for part in given if getattr(date, part) != getattr(right, part)]
    if len(wrong) != 1 or date.decade:
        return ()
    (part,) = wrong
    said, meant = getattr(date, part), getattr(right, part)
    names = (
        {said: MONTHS[said - 1], meant: MONTHS[meant - 1]} if part == "month" else {said: str(said), meant: str(meant)}
    )
    found = [
        *re.finditer(rf"(?<![\w,]){names[said]}(?P<end>st|nd|rd|th)?(?![\w])", segment.target.prose[slice(*date.span)])
    ]
    if len(found) != 1:
        return ()
    text = ordinal(meant) if found[0]["end"] else names[meant]
    place = date.start + found[0].start(), date.start + found[0].end()
    once = part != "year" or segment.target.prose.count(names[said]) == 1
    return _fixes(segment, place, text, certain=once and len(given) > 1)


def _word(segment: Segment, date: Date, name: str) -> tuple[int, int]:
    """The range of the weekday inside a date."""
    match = re.search(f"{name}|{name[:3]}[a-z]*\\.?", segment.target.prose[date.start : date.end])
    return (date.start + match.start(), date.start + match.end()) if match else date.span


def _fixes(segment: Segment, span: tuple[int, int], text: str, *, certain: bool = False) -> tuple[Fix, ...]:
    edit = segment.edit(span, text)
    return (Fix((edit,), Applicability.SAFE if certain else Applicability.UNSAFE),) if edit else ()
