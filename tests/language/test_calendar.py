"""Dates of both languages, whole or in part."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language.dates import Date, chinese_dates, english_dates
from toolkit.language.dates.date import MONTHS, WEEKDAYS

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))
ANY = st.text(
    st.sampled_from("年月日号星期周一十三0129-/. theMayMarch11thSunday'90s") | st.characters(codec="utf-8"), max_size=60
)


def parts(found: tuple[Date, ...]) -> list[tuple[int | None, ...]]:
    return [date[2:6] for date in found]


@given(DAYS)
def test_a_full_date_is_read_in_both_languages(day: datetime.date) -> None:
    name = WEEKDAYS[day.weekday()]
    expected = [(day.year, day.month, day.day, day.weekday())]
    sign = "一二三四五六日"[day.weekday()]
    assert parts(chinese_dates(f"会议于{day.year}年{day.month}月{day.day}日（星期{sign}）召开")) == expected
    assert parts(english_dates(f"It met on {name}, {MONTHS[day.month - 1]} {day.day}, {day.year}.")) == expected
    assert parts(english_dates(f"It met on {day.day} {MONTHS[day.month - 1]} {day.year} ({name}).")) == expected


@given(DAYS)
def test_a_full_date_names_its_day(day: datetime.date) -> None:
    assert english_dates(f"{MONTHS[day.month - 1][:3]}. {day.day}, {day.year}")[0].calendar() == day


@given(ANY)
def test_any_text_is_read_without_error_and_spans_stay_inside(text: str) -> None:
    for found in (chinese_dates(text), english_dates(text)):
        assert all(0 <= date.start < date.end <= len(text) for date in found)
        assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者10日获悉", [(None, None, 10, None)]),
        ("上周五", [(None, None, None, 4)]),
        ("上世纪90年代", [(1990, None, None, None)]),
        ("二〇一九年十月", [(2019, 10, None, None)]),
        ("2023-02-11", [(2023, 2, 11, None)]),
        ("2022年1月至9月", [(2022, 1, None, None), (None, 9, None, None)]),
    ],
)
def test_a_chinese_date_is_read_as_far_as_it_goes(text: str, expected: list[tuple[int | None, ...]]) -> None:
    assert parts(chinese_dates(text)) == expected


@pytest.mark.parametrize("text", ["一周一次", "3个月", "日本", "7日内", "三号线", "周围", "5日均线"])
def test_a_period_or_a_word_is_no_chinese_date(text: str) -> None:
    assert not chinese_dates(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on the 10th, it", [(None, None, 10, None)]),
        ("the 1990s", [(1990, None, None, None)]),
        ("Sept. 3", [(None, 9, 3, None)]),
        ("pre-2019", [(2019, None, None, None)]),
        ("May 5th", [(None, 5, 5, None)]),
    ],
)
def test_an_english_date_is_read_as_far_as_it_goes(text: str, expected: list[tuple[int | None, ...]]) -> None:
    assert parts(english_dates(text)) == expected


@pytest.mark.parametrize(
    "text", ["It may march on", "March on", "in her 40s", "$2000", "2,019 people", "Mrs. Sun. She"]
)
def test_a_verb_an_age_or_a_sum_is_no_english_date(text: str) -> None:
    assert not english_dates(text)
