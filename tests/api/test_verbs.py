"""The public verbs, as a program calls them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from toolkit.api import (
    Order,
    check_pair,
    check_paths,
    check_text,
    default_plan,
    find_rules,
    open_desk,
    record,
    settings_for,
    without_baseline,
)
from toolkit.files import Pair, Unreadable
from toolkit.settings import SettingsError, command_line

FAULTY = "The plan was approved .\n"
SPACE = "spacing/space-before-stop"


def rules(findings) -> list[str]:
    return [finding.rule for finding in findings]


def test_text_is_judged_alone_and_says_what_did_not_run() -> None:
    run = check_text(FAULTY)
    assert rules(run.findings) == [SPACE]
    assert "numbers/shifted-magnitude" in run.not_run


def test_text_is_judged_against_its_chinese() -> None:
    run = check_text("Sales rose to 73 billion euros.", "销售额增至73亿欧元。")
    assert rules(run.findings) == ["numbers/shifted-magnitude"]
    assert run.not_run == ()


def test_traditional_chinese_is_read_as_simplified() -> None:
    run = check_text("Sales rose to 73 billion euros.", "銷售額增至73億歐元。")
    assert rules(run.findings) == ["numbers/shifted-magnitude"]
    evidence = run.findings[0].flag.evidence
    assert evidence
    assert run.document.raw(evidence) == "73億歐元"


def test_a_chinese_paragraph_without_english_is_a_segment_at_the_word_before_the_gap() -> None:
    chinese = "董事会周二在上海开会。\n\n股价下跌百分之三。\n\n公司拒绝置评，也没有透露细节。"
    english = "The board met in Shanghai on Tuesday.\n\nThe company declined to comment and gave no details."
    run = check_text(english, chinese)
    gaps = [segment for segment in run.document.segments if not segment.target.prose]
    assert [english[slice(*gap.target.spans[0])] for gap in gaps] == ["Tuesday."]


def test_the_date_of_the_caller_goes_before_that_of_the_article() -> None:
    day = datetime.date(2024, 6, 19)
    assert check_text("BEIJING, June 1, 2020 (Xinhua) -- It rained.", date=day).document.date == day


def test_a_pair_that_cannot_be_read_raises(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        check_pair(Pair(None, tmp_path / "none.en.txt"), open_desk(with_shipped=False)[0], default_plan())


def test_paths_keep_what_cannot_be_read_apart(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "b.en.txt").write_bytes(b"\0")
    heard: list[tuple[int, int]] = []
    checked = check_paths(Order((tmp_path,)), lambda done, total: heard.append((done, total)))
    assert [rules(run.findings) for run in checked.runs] == [[SPACE]]
    assert [problem.partition(": ")[2].split(";")[0] for problem in checked.problems] == ["is binary, not text"]
    assert heard == [(1, 2), (2, 2)]


def test_a_baseline_takes_away_what_it_knows(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text(FAULTY, "utf-8")
    known = tmp_path / "known.json"
    assert record(check_paths(Order((tmp_path,))), known) == 1
    (tmp_path / "a.en.txt").write_text("Above .\n\n" + FAULTY, "utf-8")
    checked = without_baseline(check_paths(Order((tmp_path,), asked=command_line(baseline=str(known)))))
    assert [run.document.raw(finding.flag.place) for run in checked.runs for finding in run.findings] == ["Above ."]


def test_settings_know_the_article_and_refuse_rules_that_are_none(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "copydesk.toml").write_text('[[paths]]\nmatch = ["a.*"]\nselect = ["spacing"]\n', "utf-8")
    assert settings_for(tmp_path / "a.en.txt").select.value == ("spacing",)
    assert settings_for(tmp_path / "b.en.txt").select.origin == "default"
    (tmp_path / "copydesk.toml").write_text('select = ["spacng"]\n', "utf-8")
    with pytest.raises(SettingsError, match="did you mean 'spacing'"):
        settings_for(tmp_path)


def test_a_rule_or_a_family_is_found_by_name() -> None:
    assert [rule.name for rule in find_rules(SPACE)] == [SPACE]
    assert {rule.family for rule in find_rules("spacing")} == {"spacing"}
    with pytest.raises(SettingsError):
        find_rules("nothing")
