"""Figures whose value is right and whose unit is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Applicability, Fix, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.numerals import ONES, SCALES, TENS
from toolkit.language.quantities.comparing import agree, compare
from toolkit.language.quantities.measures import MEASURES, dimension, factor
from toolkit.language.quantities.quantity import ORDINAL, PERCENT, PLAIN, POINT, Quantity
from toolkit.language.quantities.writing import news_figure, news_range
from toolkit.lint import Context, segment_rule

_ELSEWHERE = pattern("[港台澳]|新加坡|加拿大|美国|新元|美元|日元|日本")
_FIGURE = pattern(r"\d.*(?:\d(?:[kmb]n?\b)?|hundred|thousand|million|billion|trillion)|\d", re.IGNORECASE)
_NUMBERS = frozenset(["a", "an", *ONES, *TENS, *SCALES, "half"])
_METRIC = {"mu": "ha", "li": "km", "jin": "kg"}
_MEASURED = ("length", "area", "mass")
_COUNTED = pattern("[人家个只辆艘架吨元座亩]")
_RANKED = pattern("[届次号楼层周年岁名位路条集期个]?(?:世纪|周年|生日|周岁|大道|街|代|轮|批|场|站|集|期|季|号|强|大)")


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def wrong_currency(segment: Segment, context: Context) -> Iterator[Flag]:
    """A sum of the right size in another currency than the Chinese names.

    8000多元 given as "$8,000" is seven times too much. Where both the original and its conversion stand in the English,
    nothing is said.

    Known problems: a bare 元 may be a Hong Kong, Taiwan or Singapore dollar: paragraphs that mention these places are
    left out.
    Source: ISO 4217; Chicago Manual of Style 9.20-9.23.

    Bad:
        zh: 患者只需付8000多元。
        en: Patients pay only a little over «$8,000».
    Good:
        zh: 患者只需付8000多元。
        en: Patients pay only a little over 8,000 yuan.
    """
    source = segment.source.prose if segment.source else ""
    found = compare(source, segment.target.prose)
    for english, chinese in _matched(found.english, found.chinese, ("money",)):
        bare = chinese.unit == "CNY" and "人民币" not in source[max(0, chinese.start - 3) : chinese.end + 3]
        if not (bare and _ELSEWHERE.search(source)):
            yield _flag(segment, english, chinese)


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def wrong_unit(segment: Segment, context: Context) -> Iterator[Flag]:
    """A measure of the right number in another unit than the Chinese names, unconverted.

    20里 is ten kilometers, not twenty; 亩 is a fifteenth of a hectare and a sixth of an acre; 斤 is half a kilogram.
    Converted values pass.

    Known problems: a loose figure ("hundreds of acres" for 上百亩) is left out.
    Source: Order of the State Council on legal units of measurement, 1984.

    Bad:
        zh: 他家种了30亩地。
        en: His family farms «30 acres».
    Good:
        zh: 他家种了30亩地。
        en: His family farms 30 mu (2 hectares).
    """
    found = compare(segment.source.prose if segment.source else "", segment.target.prose)
    for english, chinese in _matched(found.english, found.chinese, _MEASURED):
        yield _flag(segment, english, chinese)


@segment_rule(severity=Severity.WARNING, category="accuracy/mistranslation", needs_source=True)
def percent_for_points(segment: Segment, context: Context) -> Iterator[Flag]:
    """A difference in percentage points (个百分点) given as a percentage.

    A rate that falls from 4 to 3.7 percent falls by 0.3 percentage point, which is 7.5 percent.

    Known problems: none known.
    Source: Reuters Handbook of Journalism, "percentages"; Associated Press Stylebook, "percent, percentage".

    Bad:
        zh: 失业率下降0.3个百分点。
        en: The jobless rate fell by «0.3 percent».
    Good:
        zh: 失业率下降0.3个百分点。
        en: The jobless rate fell by 0.3 percentage point.
    """
    found = compare(segment.source.prose if segment.source else "", segment.target.prose)
    points = [one for one in found.chinese if one.unit == POINT]
    for english in found.english if points else ():
        if english.unit == PERCENT and not _answered(english, found.chinese, PERCENT):
            for chinese in points:
                if english.low == chinese.low and english.high == chinese.high:
                    yield _flag(
                        segment, english, chinese, "percentage point" if chinese.high <= 1 else "percentage points"
                    )
                    break


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def ordinal_for_count(segment: Segment, context: Context) -> Iterator[Flag]:
    """A count of the Chinese turned into an ordinal.

    百人代表团 is a delegation of a hundred, not the hundredth delegation.

    Known problems: only counts that stand before a measure word are looked at.
    Source: MQM, accuracy/mistranslation (number).

    Bad:
        zh: 百人代表团昨天抵达。
        en: The «100th» delegation arrived yesterday.
    Good:
        zh: 百人代表团昨天抵达。
        en: A delegation of 100 arrived yesterday.
    """
    source = segment.source.prose if segment.source else ""
    found = compare(source, segment.target.prose)
    for english in found.english:
        if english.unit != ORDINAL or english.low <= 3:
            continue
        same = [one for one in found.chinese if one.low == english.low]
        counts = [
            one
            for one in same
            if one.unit == PLAIN and _COUNTED.match(source, one.end) and not _RANKED.match(source, one.end)
        ]
        if (
            counts
            and counts == same
            and not re.search(rf"(?<!\d){english.low:.0f}(?:日|号|周年|年|月|岁|世纪)", source)
        ):
            yield _flag(segment, english, counts[0], news_range(counts[0].low, counts[0].high))


def _matched(
    theirs: tuple[Quantity, ...], ours: tuple[Quantity, ...], dimensions: tuple[str, ...]
) -> Iterator[tuple[Quantity, Quantity]]:
    """English and Chinese figures of one number and dimension whose units differ, and that nothing else explains."""
    wanted = [one for one in ours if dimension(one.unit) in dimensions]
    for english in theirs if wanted else ():
        if dimension(english.unit) not in dimensions or (english.words and english.low < english.high):
            continue
        if any(one.unit in (english.unit, PLAIN) and agree(one, english) for one in ours):
            continue
        for chinese in wanted:
            yen = chinese.unit == "JPY" and english.text[0] in "¥￥"
            same = not yen and dimension(chinese.unit) == dimension(english.unit) and chinese.unit != english.unit
            right = any(other.unit == chinese.unit and agree(chinese, other) for other in theirs)
            if same and not right and chinese.low <= english.low <= english.high <= chinese.high:
                yield english, chinese
                break


def _plural(unit: str) -> str:
    name = MEASURES[unit].english[0] if unit in MEASURES else ""
    return name if name in ("yuan", "yen", "won", "baht", "mu", "li", "jin", "") else f"{name}s"


def _answered(english: Quantity, ours: tuple[Quantity, ...], unit: str) -> bool:
    return any(one.unit == unit and agree(one, english) for one in ours)


def _flag(segment: Segment, english: Quantity, chinese: Quantity, unit: str = "") -> Flag:
    figure = _FIGURE.search(english.text)
    name = unit or _plural(chinese.unit)
    number = figure[0] if figure else " ".join(word for word in english.text.split() if word.lower() in _NUMBERS)
    expected = name if english.unit == ORDINAL else f"{number} {name}".strip()
    converted = _converted(chinese)
    edit = segment.edit(english.span, expected) if figure and not converted else None
    message = f"“{english.text}” for {chinese.text}: write “{converted or expected}”"
    fixes = (Fix((edit,), Applicability.UNSAFE),) if edit else ()
    options = (converted, expected) if converted else (expected,)
    return Flag(segment.target_at(english.span), message, segment.source_at(chinese.span), options, fixes)


def _converted(chinese: Quantity) -> str:
    """A figure in a Chinese unit, in the metric unit that readers know."""
    metric = _METRIC.get(chinese.unit, "")
    ratio = factor(chinese.unit, metric)
    if not ratio:
        return ""
    low, high = (float(f"{value * ratio:.2g}") for value in (chinese.low, chinese.high))
    return f"{news_figure(low) if chinese.approx else news_range(low, high)} {_plural(metric)}"
