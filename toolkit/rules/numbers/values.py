"""Figures whose value the Chinese does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Applicability, Fix, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.quantities.comparing import Comparison, agree, compare, mantissa
from toolkit.language.quantities.measures import dimension
from toolkit.language.quantities.quantity import FRACTION, MULTIPLE, ORDINAL, PLAIN, Quantity
from toolkit.language.quantities.writing import news_range, rewritten
from toolkit.lint import Context, segment_rule
from toolkit.lint.gaps import word_before

# a scale misspelt behind the figure is reported as a garbled figure
_SCALE = pattern(r"\s(?:[bm]|tr)(?:il|l|oi|i)+[aeio]*n", re.IGNORECASE)
_PREFIXED = pattern(r"[ -]?(?:kilo|mega|giga|tera)[a-z]", re.IGNORECASE)
_NAMED = pattern(r"(?<![.!?“\"] )\b[A-Z]\w*\.? $")
_BROKEN = pattern(r"[,.]\d")
_JOINED = pattern(r"(\d[\d,.]*)(?: thousand| yuan)?(?:-|–|—| to | or )$")


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def shifted_magnitude(segment: Segment, context: Context) -> Iterator[Flag]:
    """A figure with the digits of the Chinese, ten, a hundred or ten thousand times too large or too small.

    Chinese counts in 万 (ten thousand) and 亿 (a hundred million), so a careless conversion keeps the digits and
    loses the size. The
    sentence still reads well, and the reader believes a sum that is ten times too large.

    Known problems: a figure that the writer corrected on purpose against the Chinese is flagged.
    Source: Xinhua and Reuters style guides on large numbers; the units of GB/T 15835-2011.

    Bad:
        zh: 该厂去年售出2030万台设备。
        en: The plant sold «203 million» units last year.
    Good:
        zh: 该厂去年售出2030万台设备。
        en: The plant sold 20.3 million units last year.
    """
    found = _compared(segment)
    for english, chinese in _pairs(found, segment.target.prose):
        if _shifted(english, chinese):
            lone = len([one for one in found.unfounded if mantissa(one.low) == mantissa(english.low)]) == 1
            certain = lone and not english.words and _certain(english, chinese)
            yield _flag(segment, english, chinese, "off by a power of ten", certain=certain)


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def wrong_figure(segment: Segment, context: Context) -> Iterator[Flag]:
    """A figure that nothing in the Chinese accounts for, beside a Chinese figure that nothing in the English renders.

    Values are compared, not forms: 三成 is 30 percent, 半年 six months, 20公里 12 miles. A rounded figure is accepted.

    Known problems: a figure that the writer updated on purpose is flagged; where several differ, they may be
    matched wrongly.
    Source: MQM, accuracy/mistranslation (number).

    Bad:
        zh: 当天共有54人入院，其中46人已痊愈。
        en: A total of «43» people were admitted that day, 46 of whom have recovered.
    Good:
        zh: 当天共有54人入院，其中46人已痊愈。
        en: A total of 54 people were admitted that day, 46 of whom have recovered.
    """
    found = _compared(segment)
    for english, chinese in _pairs(found, segment.target.prose):
        if not _shifted(english, chinese):
            alone = len([one for one in found.unfounded if one.unit == english.unit]) == 1
            certain = alone and _turned(english, chinese)
            yield _flag(segment, english, chinese, "not the figure of the Chinese", certain=certain)


@segment_rule(severity=Severity.WARNING, category="accuracy/addition", needs_source=True)
def unfounded_figure(segment: Segment, context: Context) -> Iterator[Flag]:
    """A figure in digits that nothing in the Chinese paragraph accounts for.

    A machine makes such figures out of words, or repeats them from elsewhere.

    Known problems: background that the writer added (which edition of a festival it is) is flagged.
    Source: MQM, accuracy/addition.

    Bad:
        zh: 影片讲述了三打白骨精的故事。
        en: The film tells how he fought «36» demons.
    Good:
        zh: 影片讲述了三打白骨精的故事。
        en: The film tells how he fought the White Bone Demon three times.
    """
    found = _compared(segment)
    if not found.unfounded:
        return
    paired = {english for english, _ in _pairs(found, segment.target.prose)} | {
        english for english, _ in (*_split(segment, found), *_run_together(found))
    }
    prose = segment.target.prose
    for english in found.unfounded:
        large = english.low > 12 or english.low % 1
        if english in paired or not large or english.unit == ORDINAL or not _telling(english):
            continue
        named = english.unit == PLAIN and _NAMED.search(prose, max(0, english.start - 24), english.start)
        if not named and not _PREFIXED.match(prose, english.end):
            message = f"“{english.text}”: no figure of the Chinese accounts for it; correct it, or drop it"
            yield Flag(segment.target_at(english.span), message)


@segment_rule(severity=Severity.NOTE, category="accuracy/omission", needs_source=True)
def missing_figure(segment: Segment, context: Context) -> Iterator[Flag]:
    """A share, a sum or a large figure of the Chinese that nothing in the English renders.

    The finding points at the English word before the gap.

    Known problems: a writer may leave a figure out, or say it in words that no reader of figures knows; so this
    is a note.
    Source: MQM, accuracy/omission.

    Bad:
        zh: 订单下降65%，接待人次下降63%。
        en: Orders and visits fell by 65 «percent».
    Good:
        zh: 订单下降65%，接待人次下降63%。
        en: Orders fell by 65 percent and visits by 63 percent.
    """
    found = _compared(segment)
    pairs = dict(_pairs(found, segment.target.prose))
    for chinese in found.unrendered if len(pairs) == len(found.unfounded) else ():
        if chinese in pairs.values() or f"{chinese.low:.0f}" in segment.target.prose.replace(",", ""):
            continue
        weighty = dimension(chinese.unit) in ("share", "money") or chinese.low >= 1000
        if not weighty or chinese.low == 1 or chinese.words or not segment.source:
            continue
        place = word_before(segment.source.prose, chinese.span, segment.target.prose, context)
        if place.start < place.end:
            message = f"nothing renders {chinese.text}: put the figure in here, or see that it is not needed"
            yield Flag(segment.target_at(place), message, evidence=segment.source_at(chinese.span))


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def wrong_range(segment: Segment, context: Context) -> Iterator[Flag]:
    """A Chinese range of neighbouring figures read as one figure, or with one end of the wrong size.

    一万六七千 is 16,000 to 17,000; machines write 167,000, 16,700 or "16,000 to 7,000".

    Known problems: none known.
    Source: GB/T 15835-2011, 4.2 (neighbouring numerals for an approximate number).

    Bad:
        zh: 修一台要一万六七千元。
        en: One repair costs «167,000 yuan».
    Bad:
        zh: 修一台要一万六七千元。
        en: One repair costs 16,000 to «7,000 yuan».
    Good:
        zh: 修一台要一万六七千元。
        en: One repair costs 16,000 to 17,000 yuan.
    """
    found = _compared(segment)
    for english, chinese in _split(segment, found):
        end = chinese._replace(low=chinese.high)
        yield _flag(segment, english, end, f"the range is {news_range(chinese.low, chinese.high)}")
    for english, chinese in _run_together(found):
        yield _flag(segment, english, chinese, f"the range is {news_range(chinese.low, chinese.high)}")


def _compared(segment: Segment) -> Comparison:
    return compare(segment.source.prose if segment.source else "", segment.target.prose)


def _pairs(found: Comparison, text: str) -> list[tuple[Quantity, Quantity]]:
    """The English figures without ground, each with the Chinese figure that it most likely stands for."""
    if not found.unfounded:
        return []
    left = [one for one in found.unrendered if one.low and not _loose(one) and not _yearly(one)]
    pairs = []
    misread = [english for english, _ in _run_together(found)]
    for english in found.unfounded:
        if (
            english in misread
            or not (_telling(english) or english.unit == MULTIPLE)
            or _SCALE.match(text, english.end)
            or _PREFIXED.match(text, english.end)
        ):
            continue
        near = [one for one in left if _alike(english, one)]
        chosen = next((one for one in near if _shifted(english, one)), None)
        if not chosen and near:
            order = _rank(english, found.english) - 0.5
            chosen = min(near, key=lambda one: abs(_rank(one, found.chinese) - order))
        if chosen:
            left.remove(chosen)
            pairs.append((english, chosen))
    return pairs


def _certain(english: Quantity, chinese: Quantity) -> bool:
    """Whether digits or unit leave no doubt that a shifted figure stands for the Chinese one.

    A bare decimal such as 7.19 may be the day that an event is called by.
    """
    money = dimension(english.unit) == dimension(chinese.unit) == "money" and english.unit == chinese.unit
    named = english.unit == chinese.unit == PLAIN and chinese.low % 1 > 0
    return money or (len(mantissa(english.low)) > 1 and not named and (not chinese.approx or chinese.low >= 1000))


def _turned(english: Quantity, chinese: Quantity) -> bool:
    """Whether a figure has the digits of the Chinese one in another order, and its unit: 62 per cent for 26%."""
    alike = english.unit == chinese.unit != PLAIN and english.low == english.high and chinese.low == chinese.high
    return alike and not english.words and sorted(f"{english.low:g}") == sorted(f"{chinese.low:g}")


def _rank(one: Quantity, figures: tuple[Quantity, ...]) -> float:
    return figures.index(one) / len(figures)


def _telling(english: Quantity) -> bool:
    """Whether a figure says enough to be held against the Chinese: no loose word or everyday fraction, nothing tiny."""
    if english.unit in (MULTIPLE, FRACTION) or english.low == 0 or (english.words and english.low < english.high):
        return False
    return english.low > 2 and not (
        english.words and len(mantissa(english.low)) == 1 and english.low not in range(3, 10)
    )


def _loose(chinese: Quantity) -> bool:
    return chinese.words and chinese.low != chinese.high and chinese.high > chinese.low * 1.5


def _yearly(chinese: Quantity) -> bool:
    """Whether a bare figure is a year or a span of years."""
    return chinese.unit == PLAIN and 1500 <= chinese.low <= chinese.high <= 2100


def _alike(english: Quantity, chinese: Quantity) -> bool:
    if MULTIPLE in (english.unit, chinese.unit):
        return english.unit == chinese.unit and _shifted(english, chinese)
    if (english.unit == ORDINAL) != (chinese.unit == ORDINAL) or chinese.unit == FRACTION:
        return False
    same = english.unit == chinese.unit and dimension(chinese.unit) == "time"
    if chinese.words and len(mantissa(chinese.low)) == 1 and not same and not _shifted(english, chinese):
        return False
    one, two = dimension(english.unit), dimension(chinese.unit)
    return one == two or not (one and two)


def _shifted(english: Quantity, chinese: Quantity) -> bool:
    return (
        mantissa(english.low) == mantissa(chinese.low)
        and english.low != chinese.low
        and ORDINAL not in (english.unit, chinese.unit)
        and (mantissa(english.high) == mantissa(chinese.high) or chinese.approx)
    )


def _run_together(found: Comparison) -> Iterator[tuple[Quantity, Quantity]]:
    """English figures that read 六七 as 67."""
    for chinese in found.chinese:
        if not chinese.words or chinese.low == chinese.high or chinese.approx:
            continue
        low, high = mantissa(chinese.low), mantissa(chinese.high)
        if low != high and len(low) == len(high):
            for english in found.english:
                joined = english.low == english.high and mantissa(english.low) == low + high[-1]
                if joined and all(other is chinese or not agree(other, english) for other in found.chinese):
                    yield english, chinese


def _split(segment: Segment, found: Comparison) -> Iterator[tuple[Quantity, Quantity]]:
    """The second half of "16,000 to 7,000" with the Chinese range it stands for."""
    for english in found.unfounded:
        first = _JOINED.search(segment.target.prose, max(0, english.start - 24), english.start)
        for chinese in found.chinese if first else ():
            low = first and first[1].replace(",", "").strip(".")
            if (
                low
                and chinese.low < chinese.high
                and float(low) == chinese.low
                and mantissa(chinese.high).endswith(mantissa(english.low))
            ):
                yield english, chinese


def _flag(segment: Segment, english: Quantity, chinese: Quantity, why: str, *, certain: bool = False) -> Flag:
    expected = rewritten(english, chinese)
    edit = segment.edit(english.span, expected)
    clear = certain and not _BROKEN.match(segment.target.prose, english.end)
    fix = Fix((edit,), Applicability.SAFE if clear else Applicability.UNSAFE) if edit else None
    return Flag(
        segment.target_at(english.span),
        f"“{english.text}” for {chinese.text}: {why}; write “{expected}”",
        evidence=segment.source_at(chinese.span),
        expected=(expected,),
        fixes=(fix,) if fix else (),
    )
