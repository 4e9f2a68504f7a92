"""Figures of the English against the Chinese."""

from __future__ import annotations

import pytest
from articles import found
from hypothesis import given
from hypothesis import strategies as st

from toolkit.core import Applicability, apply
from toolkit.rules import shipped

RULES = tuple(rule for rule in shipped() if rule.family == "numbers")
FIGURES = st.text(st.sampled_from("一二两三五十百千万亿多第分之成倍元人0123456789,.%$ -million"), max_size=40)


def said(zh: str | None, en: str) -> list[tuple[str, str]]:
    return [
        (finding.rule.removeprefix("numbers/"), en[finding.flag.place.span.start : finding.flag.place.span.end])
        for finding in found(RULES, en, zh)
    ]


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("湿地面积1.92万公顷。", "The wetland covers 192,000 hectares.", [("shifted-magnitude", "192,000 hectares")]),
        ("共有4178027例。", "There are 417,027 cases.", [("wrong-figure", "417,027")]),
        ("约需两万三四千元。", "It takes about 234,000 yuan.", [("wrong-range", "234,000 yuan")]),
        ("约需两万三四千元。", "It takes about 23,400 yuan.", [("wrong-range", "23,400 yuan")]),
        ("约需两万三四千元。", "It takes about 23,000 to 4,000 yuan.", [("wrong-range", "4,000 yuan")]),
        ("约需两万三四千元。", "It takes about 23,000 to 24,000 yuan.", []),
        ("补贴500元。", "A subsidy of $500 is paid.", [("wrong-currency", "$500")]),
        ("香港市民获500元。", "Hongkongers get $500.", []),
        (
            "投入5亿元人民币和3万美元。",
            "It put in $500 million.",
            [("wrong-currency", "$500 million"), ("missing-figure", "million")],
        ),
        ("在前五个月里。", "It was in the first six months.", [("wrong-figure", "six months")]),
        ("重500斤。", "It weighs 500 kilograms.", [("wrong-unit", "500 kilograms")]),
        ("重500斤。", "It weighs 250 kilograms.", []),
        ("上升2个百分点。", "It rose by 2 percent.", [("percent-for-points", "2 percent")]),
        ("上升2%，即1个百分点。", "It rose by 2 percent, or 1 percentage point.", []),
        ("庆祝成立70周年。", "It marks the 70th anniversary.", []),
        ("百人合唱团。", "The 100th choir sang.", [("ordinal-for-count", "100th")]),
        ("产量是去年的四倍。", "Output is forty times last year's.", [("shifted-magnitude", "forty times")]),
        ("产量增长四倍。", "Output is five times last year's.", []),
        ("这是他第二次在周三来访。", "This is his third visit.", [("wrong-ordinal", "third")]),
        ("这是他第二次来访，也是21世纪首次。", "This is his second visit, the first of the 21st century.", []),
        ("工程最多停半年。", "Work stops for half a month at most.", [("wrong-half", "half a month")]),
        ("工程停了两年半。", "Work stopped for two and a half years.", []),
        ("上半年停工一个半小时。", "Work stopped for one and a half hours.", []),
    ],
)
def test_figures_are_compared_by_value(zh: str, en: str, expected: list[tuple[str, str]]) -> None:
    assert said(zh, en) == expected


@pytest.mark.parametrize(
    ("en", "rule"),
    [
        ("It has 5.17,000 jobs.", "garbled-figure"),
        ("It has 4178,027 cases.", "garbled-figure"),
        ("It cost 5 million billion yuan.", "garbled-figure"),
        ("It rose 5% percent.", "garbled-figure"),
        ("It holds 12 ten thousand yuan.", "calqued-magnitude"),
    ],
)
def test_a_figure_is_wrong_in_itself(en: str, rule: str) -> None:
    assert [name for name, _ in said(None, en)] == [rule]


@pytest.mark.parametrize(
    "en",
    [
        "In 2019,300 million came.",
        "In 2019 3 million came.",
        "Rooms 12,14 and 15.",
        "It is 1,234,567.89 euros.",
        "At 5% per year.",
    ],
)
def test_a_figure_is_well_formed(en: str) -> None:
    assert said(None, en) == []


def test_wrong_commas_are_put_right_from_the_chinese() -> None:
    (finding,) = found(RULES, "There are 4178,027 cases.", "共有4178027例。")
    assert finding.flag.expected == ("4,178,027",)


def test_each_of_two_sums_is_held_against_its_own() -> None:
    en = "Trade came to $377 billion, and the port costs $36 billion."
    expected = [one.flag.expected for one in found(RULES, en, "贸易额约为377亿美元，港口耗资36亿美元。")]
    assert expected == [("$37.7 billion",), ("$3.6 billion",)]


def test_a_safe_fix_mends_the_size_and_keeps_the_unit() -> None:
    en = "It received $203 million last year."
    finding = found(RULES, en, "去年获2030万美元。")[0]
    assert finding.flag.fixes[0].applicability is Applicability.SAFE
    assert apply(en, finding.flag.fixes) == "It received $20.3 million last year."


@given(FIGURES, FIGURES)
def test_any_pair_is_judged_without_error_and_inside_the_text(zh: str, en: str) -> None:
    for finding in found(RULES, en, zh):
        span = finding.flag.place.span
        assert 0 <= span.start < span.end <= len(en)
