"""Halves and ordinals that the Chinese does not bear out: 半年, 第二次, 70周年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.dates.date import ordinal
from toolkit.language.numerals import ONES, chinese_number
from toolkit.language.quantities import english_quantities
from toolkit.language.quantities.quantity import ORDINAL
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend

_UNITS = {"年": "year", "小时": "hour", "钟头": "hour", "月": "month", "世纪": "century"}
_COUNT = "[一二两三四五六七八九]|\\d{1,3}"
_HALF = pattern(
    f"(?<![上下前后大小对过\\d一二两三四五六七八九十百千几数多])(?<![\\d一二两三四五六七八九十几数多]个)半个?(?:多)?"
    f"(?P<unit>小时|钟头|世纪|年(?![度报级期纪])|月(?![板形刊报]))"
    f"|(?<![\\d十百])(?P<whole>{_COUNT})(?:个半(?P<counted>小时|钟头|世纪|月)|年半(?![数导载]))"
)
_NUMBER = "an?|one|two|three|four|five|six|seven|eight|nine|\\d{1,3}"
_ENGLISH = pattern(
    "half[ -](?:an? |a-)?(?P<unit>year|hour|month|century)"
    f"|(?P<first>{_NUMBER}) (?P<before>year|hour|month|centur(?=ies|y))(?:s|y|ies)? and a half"
    f"|(?P<second>{_NUMBER})[ -]and[ -]a[ -]half[ -](?P<after>year|hour|month|centur(?=ies|y))(?:s|y|ies)?",
    re.IGNORECASE,
)
_RANK = pattern(
    "第(?P<rank>\\d{1,3}|[一二三四五六七八九十]{1,3})[次届轮任位批代场个]|(?P<years>\\d{1,3}|[一二三四五六七八九十]{1,3})周年"
)
_DIGITS = pattern(r"\d+|(?<![期拜周])[一二三四五六七八九十百]+")

_WORDS = {number: word for word, number in ONES.items() if 0 < number < 10}


class _Half(NamedTuple):
    """A count with a half, at `text[start:end]` (code points): 1.5 and "hour" for 一个半小时."""

    start: int
    end: int
    value: float
    unit: str


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def wrong_half(segment: Segment, context: Context) -> Iterator[Flag]:
    """Half of a unit given as one and a half of it, the other way round, or as half of another unit.

    半小时 is thirty minutes, 一个半小时 ninety; one character decides.

    Known problems: only paragraphs with one such half in each language are judged.
    Source: MQM, accuracy/mistranslation (number).

    Bad:
        zh: 会谈持续了半小时。
        en: The talks lasted «an hour and a half».
    Good:
        zh: 会谈持续了半小时。
        en: The talks lasted half an hour.
    Bad:
        zh: 工程耗时一年半。
        en: The work took «half a year».
    Good:
        zh: 工程耗时一年半。
        en: The work took one and a half years, a one-and-a-half-year delay.
    """
    source, target = segment.source.prose if segment.source else "", segment.target.prose
    if "半" not in source or "half" not in target:
        return
    ours, theirs = list(_chinese_halves(source)), list(_english_halves(target))
    if len(ours) == len(theirs) == 1 and ours[0][2:] != theirs[0][2:]:
        (chinese,), (english,) = ours, theirs
        said, expected = source[chinese.start : chinese.end], _written(chinese)
        message = f"“{target[english.start : english.end]}” for {said}: write “{expected}”"
        place = segment.target_at((english.start, english.end))
        fixes = mend(segment, {(english.start, english.end): expected}, "").fixes
        yield Flag(place, message, segment.source_at((chinese.start, chinese.end)), (expected,), fixes)


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def wrong_ordinal(segment: Segment, context: Context) -> Iterator[Flag]:
    """An ordinal or anniversary that is not the one of the Chinese: 第二次 given as "third", 70周年 as "17th".

    Known problems: only paragraphs with one ordinal in each language are judged, and none whose number the other
    language has elsewhere.
    Source: MQM, accuracy/mistranslation (number).

    Bad:
        zh: 博览会今年迎来70周年。
        en: The fair marks its «17th» anniversary this year.
    Good:
        zh: 博览会今年迎来70周年。
        en: The fair marks its 70th anniversary this year.
    """
    source, target = segment.source.prose if segment.source else "", segment.target.prose
    if "第" not in source and "周年" not in source:
        return
    ours = [(match, int(chinese_number(match["rank"] or match["years"]) or 0)) for match in _RANK.finditer(source)]
    theirs = [one for one in english_quantities(target) if one.unit == ORDINAL and one.low > 1]
    if len(ours) != 1 or len(theirs) != 1:
        return
    (match, value), (english,) = ours[0], theirs
    known = {chinese_number(found[0]) for found in _DIGITS.finditer(source)}
    if value < 2 or english.low in known or value in {one.low for one in english_quantities(target)}:
        return
    expected = ordinal(value)
    message = f"“{english.text}” for {match[0]}: write “{expected}”"
    jubilee = match["years"] and "anniversar" in target[english.end : english.end + 12]
    sure = Applicability.SAFE if jubilee else Applicability.UNSAFE
    fixes = mend(segment, {english.span: expected}, "", applicability=sure).fixes
    yield Flag(segment.target_at(english.span), message, segment.source_at(match.span()), (expected,), fixes)


def _chinese_halves(text: str) -> Iterator[_Half]:
    for match in _HALF.finditer(text):
        unit = match["unit"] or match["counted"] or "年"
        whole = chinese_number(match["whole"]) if match["whole"] else 0
        yield _Half(*match.span(), (whole or 0) + 0.5, _UNITS[unit])


def _english_halves(text: str) -> Iterator[_Half]:
    for match in _ENGLISH.finditer(text):
        number = (match["first"] or match["second"] or "").lower()
        whole = 1 if number in ("a", "an") else ONES.get(number) or int(number or 0)
        unit = (match["unit"] or match["before"] or match["after"]).lower()
        yield _Half(*match.span(), whole + 0.5, "century" if unit == "centur" else unit)


def _written(half: _Half) -> str:
    if half.value < 1:
        return f"half {'an' if half.unit == 'hour' else 'a'} {half.unit}"
    plural = "centuries" if half.unit == "century" else f"{half.unit}s"
    return f"{_WORDS.get(int(half.value), int(half.value))} and a half {plural}"
