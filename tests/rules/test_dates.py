"""Dates of the English against the Chinese and the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.api import check_text, open_desk
from toolkit.core import Finding, Severity
from toolkit.glossary import Words
from toolkit.lint import Plan
from toolkit.rules import shipped

FORBIDDEN = open_desk()[0].glossary.forbidden
RULES = tuple(rule for rule in shipped() if rule.family == "dates")
DATES = st.text(st.sampled_from("年月日号星期周一十90后新华社电 12 May, Monday the1stpre-2019"), max_size=40)


def found(zh: str | None, en: str, day: str | None = None) -> tuple[Finding, ...]:
    return check_text(en, zh, date=date.fromisoformat(day) if day else None, plan=Plan(RULES)).findings


def said(zh: str | None, en: str, day: str | None = None) -> list[tuple[str, str]]:
    return [
        (finding.rule.removeprefix("dates/"), en[finding.flag.place.span.start : finding.flag.place.span.end])
        for finding in found(zh, en, day)
    ]


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("他于1983年创办公司。", "He founded the company in 1982.", [("wrong-date", "1982")]),
        ("会议5月3日举行。", "The meeting was on May 4.", [("wrong-date", "May 4")]),
        ("一二月份物流延时。", "Logistics were delayed in January and February.", []),
        ("7日内检测，25日起。", "A test within seven days is needed from the 25th.", []),
        ("周三开幕。", "It opened on Thursday.", [("weekday-mismatch", "Thursday")]),
        ("周三开幕，周四闭幕。", "It opened on Wednesday and closed on Thursday.", []),
        ("记者26日获悉。", "The reporter 26 learned it.", [("bare-day", "26")]),
        ("“00后”店主。", "The “00” owner.", [("garbled-generation", "00")]),
        ("“90后”店主。", "The post-90s owner.", []),
        ("2019年以前的水平。", "It is at pre-2019 levels.", []),
        ("5月3日至9日开放。", "It is open from May 4 to 9.", [("wrong-span", "4")]),
        ("5月3日至9日开放。", "It is open May 3–9.", []),
        ("5月3日至9日14时开放。", "It is open from May 3 to 14: 00 on May 9.", []),
        ("下午3时开幕。", "It opens at 3 am.", [("wrong-half-of-day", "3 am")]),
        ("晚上9:30开幕。", "It opens at 9:30 A.M. today.", [("wrong-half-of-day", "9:30 A.M.")]),
        ("凌晨3时至下午3时。", "It lasts from 3 a.m. to 3 p.m.", []),
        ("晚上12时闭幕，中午12时开幕。", "It closes at 12 a.m., opens at 12 p.m.", []),
        ("中新社北京5月3日电 会议开幕。", "BEIJING, May 3 (Xinhua) -- It opened.", [("wrong-agency", "Xinhua")]),
        ("新华社北京5月3日电 会议开幕。", "BEIJING, May 3 (Xinhua) -- It opened.", []),
    ],
)
def test_dates_are_compared_with_the_chinese(zh: str, en: str, expected: list[tuple[str, str]]) -> None:
    assert said(zh, en) == expected


def test_a_weekday_is_held_against_its_date_in_copy_that_stands_alone() -> None:
    assert said(None, "They met on Monday, February 11, 2023.") == [("wrong-weekday", "Monday")]
    assert said(None, "They met on Saturday, February 11, 2023.") == []


def test_a_year_is_taken_from_the_article_and_else_not_guessed() -> None:
    assert said(None, "They met on Monday, Feb. 11.") == []
    assert said(None, "They met on Monday, Feb. 11.", "2023-02-12") == [("wrong-weekday", "Monday")]
    assert said(None, "They met on Saturday, Dec. 31.", "2023-01-02") == []


@pytest.mark.parametrize(("day", "severity"), [(None, Severity.NOTE), ("2023-02-12", Severity.WARNING)])
def test_an_added_year_weighs_more_where_the_date_of_the_article_is_known(day: str | None, severity: Severity) -> None:
    findings = found("论坛2月11日举行。", "It was held on February 11, 2020.", day)
    assert [(finding.rule, finding.severity) for finding in findings] == [("dates/unfounded-year", severity)]


@given(DATES, DATES)
def test_any_pair_is_judged_without_error_and_inside_the_text(zh: str, en: str) -> None:
    for finding in found(zh, en, "2023-01-02"):
        span = finding.flag.place.span
        assert 0 <= span.start < span.end <= max(len(en), 1)


@pytest.mark.parametrize(
    "agency", ["新华社", "中新社", "中新网", "中央社", "法新社", "路透社", "美联社", "人民网", "央视网"]
)
def test_no_agency_is_put_right_by_a_name_that_the_glossary_forbids(agency: str) -> None:
    other = "Xinhua" if agency == "路透社" else "Reuters"
    told = found(f"{agency}北京7月26日电 股价上涨。", f"BEIJING, July 26 ({other}) -- Shares rose.")
    assert [FORBIDDEN.find(Words(form)) for one in told for form in one.flag.expected] == [()]
