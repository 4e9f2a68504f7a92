"""Whether a Chinese and an English figure say the same, and which figures of a paragraph the other side lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from toolkit.core.pattern import pattern
from toolkit.language.dates import chinese_dates, english_dates
from toolkit.language.numerals import chinese_number, chinese_range
from toolkit.language.quantities.chinese import chinese_quantities, plain
from toolkit.language.quantities.english import english_quantities
from toolkit.language.quantities.measures import dimension, factor
from toolkit.language.quantities.quantity import FRACTION, MULTIPLE, PERCENT, PLAIN, Quantity

_NUMERAL = pattern(
    r"(?:\d{1,3}(?>(?:,\d{3})+)|\d++)(?>(?:\.\d++)?)(?>(?:\s?[十百千万亿]++)?)|[零〇一二两三四五六七八九十百千万亿廿卅]++"
)
_DIGITS = pattern(r"\d{1,3}(?>(?:,\d{3})+)(?>(?:\.\d++)?)|\d++(?>(?:\.\d++)?)")
_DISCOUNT = pattern("([一二三四五六七八九]|\\d{1,2})折(?!叠|腾|磨|断|射|扣率)")
_CLOCK = pattern("(\\d{1,2})[点时](?:(\\d{1,2}|半)分?)?")
_MANY = 100_000  # pairs of figures: a paragraph with more of them is a table, and not compared
_TECHNICAL = pattern("[万亿兆]\\s?[瓦赫焦帕字]")
_CONVERSION = pattern(r"\s?(?:\((?:[a-z]+\s){0,2}|,?\sor\s(?:[a-z]+\s)?)\W?", re.IGNORECASE)
_SAYINGS = {
    "半年": 6.0, "全天": 24.0, "昼夜": 24.0, "半月": 15.0, "半个月": 15.0, "半小时": 30.0, "半个小时": 30.0,
    "一刻": 15.0, "世纪": 100.0, "本世纪": 21.0, "上世纪": 20.0, "全年": 12.0, "双": 2.0, "首": 1.0, "半": 0.5,
    "上下": 2.0, "元旦": 1.0, "春节": 1.0, "年夜": 31.0, "全": 100.0, "季度": 3.0,
}  # fmt: skip


class Comparison(NamedTuple):
    """The figures of a paragraph, and those that nothing on the other side accounts for."""

    chinese: tuple[Quantity, ...]
    english: tuple[Quantity, ...]
    unrendered: tuple[Quantity, ...]
    unfounded: tuple[Quantity, ...]


@lru_cache(maxsize=2048)
def compare(chinese: str, english: str) -> Comparison:
    """Set the figures of a Chinese (Simplified) paragraph against those of its English, by value.

    Words up to two (first, half, both, 两) say too little to be missed. A table of figures is not compared.
    """
    ours, theirs = chinese_quantities(chinese), english_quantities(english)
    if len(ours) * len(theirs) > _MANY:
        return Comparison((), (), (), ())
    mine, its = {(one.low, one.high) for one in ours}, {(one.low, one.high) for one in theirs}
    waiting = [one for one in ours if one[2:4] not in its and _tells(one)]
    astray = [one for one in theirs if one[2:4] not in mine and _tells(one)]
    shifted = {one for one in astray if any(_scaled(other, one) for other in waiting)}
    unfounded = [one for one in astray if one in shifted or not any(agree(other, one) for other in ours)]
    near = [one for one in theirs if one not in shifted]
    unrendered = [one for one in waiting if not any(agree(one, other) for other in near)]
    if unfounded:
        pool = _chinese_pool(chinese)
        converted = {one for before, one in pairwise(theirs) if _conversion(before, one, english)}
        unfounded = [
            one for one in unfounded if one not in converted and not _in_pool(one, pool) and not _verbatim(one, chinese)
        ]
    if unrendered:
        pool = _english_pool(english)
        unrendered = [one for one in unrendered if not _in_pool(one, pool)]
    return Comparison(ours, theirs, tuple(unrendered), tuple(unfounded))


def agree(chinese: Quantity, english: Quantity) -> bool:
    """Whether `english` renders `chinese`: the same value, rounded, loosely for loose figures, or in another unit."""
    return any(
        _fits(low, high, english, loose=loose or chinese.approx)
        for low, high, loose in _readings(chinese, english.unit)
    )


def _readings(one: Quantity, unit: str) -> Iterator[tuple[float, float, bool]]:
    """The values that `one` may have where the English counts in `unit`; the flag says that they are rounded."""
    yield one.low, one.high, False
    if one.unit == FRACTION and unit != FRACTION:
        yield one.low * 100, one.high * 100, True
    elif one.unit == PERCENT and unit == FRACTION:
        yield one.low / 100, one.high / 100, True
    elif one.unit == MULTIPLE:
        yield one.low + 1, one.high + 1, False
        yield one.low - 1, one.high - 1, False
        yield one.low * 100, one.high * 100, False
    elif unit == "decade" and one.unit == PLAIN:
        yield one.low / 10, one.high / 10, False
    elif one.unit in ("C", "degree") and unit in ("F", "degree"):
        yield one.low * 1.8 + 32, one.high * 1.8 + 32, True
    elif ratio := factor(one.unit, unit):
        yield one.low * ratio, one.high * ratio, True


def _fits(low: float, high: float, english: Quantity, *, loose: bool) -> bool:
    slack = 0.06 if loose or english.approx else 1e-9
    if low * (1 - slack) <= english.low and english.high <= high * (1 + slack):
        return True
    if english.low < english.high and english.words:
        return english.low * 0.4 <= high and low <= english.high * 1.2
    if english.low <= low and high <= english.high and english.low < english.high:
        return True
    return low == high and english.low == english.high and rounded(low, english.low)


def rounded(value: float, to: float) -> bool:
    """Whether `to`, of two significant digits or more, is `value` rounded by at most 5 per cent.

    >>> rounded(330600, 330000), rounded(330600, 331000), rounded(2015, 2016)
    (True, True, False)
    """
    digits = len(mantissa(to))
    return digits >= 2 and abs(value - to) <= 0.05 * max(value, to) and float(f"{value:.{digits}g}") == to


def mantissa(value: float) -> str:
    """The significant digits of a value.

    >>> mantissa(330600.0), mantissa(0.5)
    ('3306', '5')
    """
    return (
        f"{value:.15f}".replace(".", "").strip("0")
        if value < 1
        else f"{value:.15g}".partition("e")[0].replace(".", "").strip("0")
    )


def _scaled(chinese: Quantity, english: Quantity) -> bool:
    """Whether two sums or measures have the same digits, two or more, and differ by a power of ten alone."""
    digits = mantissa(chinese.low)
    same = chinese.unit == english.unit and chinese.low == chinese.high and english.low == english.high
    return same and bool(dimension(chinese.unit)) and len(digits) > 1 and digits == mantissa(english.low)


def _tells(one: Quantity) -> bool:
    return not one.words or one.high > 2


def _conversion(before: Quantity, one: Quantity, text: str) -> bool:
    """Whether a figure gives the one before it in another unit: "one meter (3.2 feet)"."""
    measured = dimension(one.unit)
    if before.unit == one.unit or not measured or dimension(before.unit) != measured:
        return False
    return _CONVERSION.fullmatch(text, before.end, one.start) is not None


def _verbatim(one: Quantity, chinese: str) -> bool:
    """Whether the figure stands in the Chinese as it is, as "4K" does."""
    return not one.text.isdecimal() and one.text.lower() in chinese.lower()


def _in_pool(one: Quantity, pool: frozenset[float]) -> bool:
    return one.low in pool and one.high in pool


def _chinese_pool(text: str) -> frozenset[float]:
    text = plain(text)
    values = {value for saying, value in _SAYINGS.items() if saying in text}
    for match in _NUMERAL.finditer(text):
        values.update(chinese_range(match[0]) or ())
        if not match[0][0].isdecimal() and len(match[0]) <= 4:
            parts = (*match[0], match[0][:-1])
            values.update(value for part in parts if (value := chinese_number(part)) is not None)
    if _TECHNICAL.search(text):
        values.update(float(match[0].replace(",", "")) for match in _DIGITS.finditer(text) if len(match[0]) < 20)
    for date in chinese_dates(text):
        values.update(float(part) for part in date[2:5] if part)
    values.update(_spoken(text))
    for one in chinese_quantities(text):
        values.update((one.low, one.high))
    return frozenset(values | {value + 0.5 for value in values} if "半" in text else values)


def _spoken(text: str) -> Iterator[float]:
    """Discounts (八折 is 20 percent off) and clock times written with a point (9点30分 is 9.30)."""
    for match in _DISCOUNT.finditer(text) if "折" in text else ():
        share = float(f"0.{match[1]}") if match[1].isdecimal() else (chinese_number(match[1]) or 0) / 10
        yield from (100 * share, 100 - 100 * share)
    for match in _CLOCK.finditer(text):
        minutes = 30 if match[2] == "半" else int(match[2] or 0)
        yield from (int(match[1]) + minutes / 100, int(match[1]) % 12 + minutes / 100)


def _english_pool(text: str) -> frozenset[float]:
    values = {float(match[0].replace(",", "")) for match in _DIGITS.finditer(text) if len(match[0]) < 20}
    for date in english_dates(text):
        values.update(float(part) for part in date[2:5] if part)
    for one in english_quantities(text):
        values.update((one.low, one.high))
    return frozenset(values)
