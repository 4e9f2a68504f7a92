"""Figures of both languages are read by value."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language.numerals import chinese_number, english_number
from toolkit.language.quantities import Quantity, chinese_quantities, english_quantities
from toolkit.language.quantities.comparing import compare
from toolkit.language.quantities.writing import news_figure

DIGITS = "零一二三四五六七八九"
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
ANY = st.text(
    st.sampled_from(
        "一二两三五十百千万亿零〇半多余第几数分之个成倍年月日至到-.,%$ 0123456789 abt three hundredmillionfIſİK"
    )
    | st.characters(codec="utf-8"),
    max_size=60,
)


def in_chinese(number: int) -> str:
    """The number as a careful writer spells it in characters."""
    if number >= 10**8:
        return in_chinese(number // 10**8) + "亿" + rest(number % 10**8, 10**7)
    if number >= 10**4:
        return in_chinese(number // 10**4) + "万" + rest(number % 10**4, 10**3)
    for size, name in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            return DIGITS[number // size] + name + rest(number % size, size // 10)
    return DIGITS[number]


def rest(number: int, size: int) -> str:
    return "" if not number else in_chinese(number) if number >= size else "零" + in_chinese(number)


def in_english(number: int) -> str:
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            left = f" {in_english(number % size)}" if number % size else ""
            return f"{in_english(number // size)} {name}{left}"
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


def values(found: tuple[Quantity, ...]) -> list[tuple[float, float, str]]:
    return [(one.low, one.high, one.unit) for one in found]


@given(st.integers(1, 10**12 - 1))
def test_a_number_in_chinese_characters_is_read_back(number: int) -> None:
    assert chinese_number(in_chinese(number)) == number


@given(st.integers(1, 10**12 - 1))
def test_a_number_in_english_words_is_read_back(number: int) -> None:
    assert english_number(in_english(number)) == number


@given(st.integers(3, 10**9))
def test_an_english_figure_renders_the_same_figure_in_chinese(number: int) -> None:
    found = compare(f"共有{in_chinese(number)}人。", f"There are {number:,} people.")
    assert not found.unfounded
    assert not found.unrendered


@given(st.integers(3, 10**12))
def test_a_figure_in_news_style_is_read_back(number: int) -> None:
    assert [one.low for one in english_quantities(f"about {news_figure(float(number))} units")] == [number]


@given(ANY)
def test_any_text_is_read_without_error_and_spans_stay_inside(text: str) -> None:
    for found in (chinese_quantities(text), english_quantities(text)):
        for one in found:
            assert 0 <= one.start < one.end <= len(text)
            assert one.low <= one.high
        assert all(one.end <= two.start for one, two in pairwise(found))
    compare(text, text)


@pytest.mark.parametrize(
    "piece", ["千", "一", "1", "1 000 ", "十万，3、4、", "12,", "two ", "1/2-", "九点", "第10", "5 5 ", "几百"]
)
def test_a_long_line_of_figures_is_read_in_linear_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    started = time.process_time()
    compare(text, text)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("约1200-1400万人次", [(12e6, 14e6, "")]),
        ("400万至600万元", [(4e6, 6e6, "CNY")]),
        ("1.2万亿美元", [(1.2e12, 1.2e12, "USD")]),
        ("价格一万六七千元", [(16000, 17000, "CNY")]),
        ("500余万人", [(5e6, 6e6, "")]),
        ("三十多年", [(30, 40, "year")]),
        ("百分之三十", [(30, 30, "percent")]),
        ("约七成人民币支付", [(70, 70, "percent")]),
        ("三分之二", [(2 / 3, 2 / 3, "fraction")]),
        ("回落0.3个百分点", [(0.3, 0.3, "point")]),
        ("第十六届", [(16, 16, "ordinal")]),
        ("２０公里", [(20, 20, "km")]),
        ("5千克", [(5, 5, "kg")]),
        ("投入1,234.5万港元", [(12345000, 12345000, "HKD")]),
    ],
)
def test_a_chinese_figure_is_read_with_its_unit(text: str, expected: list[tuple[float, float, str]]) -> None:
    assert values(chinese_quantities(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "唯一一次", "二十大", "第四十八研究所", "80后", "九二共识", "一带一路", "三农", "千千万万的人", "百度", "万科",
        "五一假期", "一些", "一个", "一样",
        "2019年1月3日16时", "90年代", "成立", "十三五规划", "两岸", "四川",
    ],
)  # fmt: skip
def test_an_idiom_a_name_or_a_date_is_no_figure(text: str) -> None:
    assert not chinese_quantities(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-two thousand people", [(22000, 22000, "")]),
        ("half a million yuan", [(5e5, 5e5, "CNY")]),
        ("12 to 14 million", [(12e6, 14e6, "")]),
        ("between 3 and 5 million euros", [(3e6, 5e6, "EUR")]),
        ("$3-5 billion", [(3e9, 5e9, "USD")]),
        ("RMB860 billion", [(8.6e11, 8.6e11, "CNY")]),
        ("a six- to seven-fold rise", [(6, 7, "multiple")]),
        ("two-thirds", [(2 / 3, 2 / 3, "fraction")]),
        ("a third of it", [(1 / 3, 1 / 3, "fraction")]),
        ("3.5 per cent", [(3.5, 3.5, "percent")]),
        ("0.3 percentage points", [(0.3, 0.3, "point")]),
        ("the 16th forum", [(16, 16, "ordinal")]),
        ("2 600 rooms", [(2600, 2600, "")]),
        ("US$3.2bn", [(3.2e9, 3.2e9, "USD")]),
    ],
)
def test_an_english_figure_is_read_with_its_unit(text: str, expected: list[tuple[float, float, str]]) -> None:
    assert values(english_quantities(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["COVID-19", "an F-16", "in 2019", "at 10:30", "at 12: 00", "2400 hours", "Feb. 11-13", "one of them", "July 25th"],
)
def test_a_name_a_year_or_a_time_is_no_figure(text: str) -> None:
    assert not english_quantities(text)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("每年增加26万亿元", "adds 26 trillion yuan a year"),
        ("1200万至1400万人次", "12 to 14 million visitors"),
        ("20里外的家", "home, 10 kilometers away"),
        ("30亩", "2 hectares"),
        ("气温37摄氏度", "98.6 degrees Fahrenheit"),
        ("33%", "about a third"),
        ("一半", "50 percent"),
        ("33.06万人次", "some 331,000 visitors"),
        ("半年以来", "in six months"),
        ("增长3倍", "grew fourfold"),
        ("数十所房屋", "dozens of houses"),
        ("“十三五”规划", "the 13th Five-Year Plan"),
    ],
)
def test_a_figure_in_another_form_is_the_same_figure(chinese: str, english: str) -> None:
    assert not compare(chinese, english).unfounded


@pytest.mark.parametrize(
    ("chinese", "english"),
    [("33.06万", "33.06 million"), ("54人", "43 people"), ("2015年和2016人", "2,017 people"), ("60亿", "6 men")],
)
def test_another_value_is_unfounded(chinese: str, english: str) -> None:
    assert compare(chinese, english).unfounded
