"""Inline ignores name a reason, and are told when they have nothing to silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import CLEAN, FAULTY, Copydesk

COMMENT = "<!-- copydesk: ignore {} -->\n"


def told(copydesk: Copydesk, desk: Path, comment: str, copy: str = FAULTY, *options: str) -> tuple[set[str], list[str]]:
    """The rules that still speak, and the lines on standard error about the comment."""
    (desk / "story.en.txt").write_text(COMMENT.format(comment) + copy, "utf-8")
    done = copydesk("check", "story.en.txt", "--format", "github", *options)
    rules = {line.split("title=")[1].split("::")[0] for line in done.out.splitlines()}
    return rules, [line for line in done.err.splitlines() if "story.en.txt:1: " in line]


def test_an_ignore_with_a_reason_silences_its_rule_without_a_word(copydesk: Copydesk, desk: Path) -> None:
    rules, lines = told(copydesk, desk, "residue/repeated-word: a quotation")
    assert (rules, lines) == ({"spacing/space-before-stop"}, [])


@pytest.mark.parametrize("comment", ["residue/repeated-word", "residue/repeated-word:", "residue/repeated-word: ", ""])
def test_an_ignore_without_a_reason_has_no_effect_and_says_so(copydesk: Copydesk, desk: Path, comment: str) -> None:
    rules, lines = told(copydesk, desk, comment)
    assert "residue/repeated-word" in rules
    assert len(lines) == 1
    assert "ignores without a reason, and so nothing" in lines[0]


@pytest.mark.parametrize(
    ("comment", "what"),
    [("residue: old", "residue"), ("residue, spacing: old", "residue, spacing"), (": old", "at all")],
)
def test_an_ignore_that_silences_nothing_is_told(copydesk: Copydesk, desk: Path, comment: str, what: str) -> None:
    _, lines = told(copydesk, desk, comment, CLEAN)
    assert lines == [f"copydesk: story.en.txt:1: there is nothing to ignore here ({what}); take the comment away"]


def test_of_several_rules_only_those_without_use_are_told(copydesk: Copydesk, desk: Path) -> None:
    _, lines = told(copydesk, desk, "residue, quotes: as sent")
    assert [line.split("here ")[-1] for line in lines] == ["(quotes); take the comment away"]


def test_a_rule_that_there_is_not_is_told(copydesk: Copydesk, desk: Path) -> None:
    _, lines = told(copydesk, desk, "residue/repeted-word: as sent")
    assert lines == [
        "copydesk: story.en.txt:1: there is no rule residue/repeted-word to ignore; `copydesk rules` lists them"
    ]


def test_a_rule_that_did_not_run_may_have_its_use_on_other_days(copydesk: Copydesk, desk: Path) -> None:
    assert told(copydesk, desk, "residue: as sent", CLEAN, "--select", "numbers")[1] == []
    (desk / "story.zh.txt").unlink()
    assert told(copydesk, desk, "names/wrong-rendering: as sent", CLEAN)[1] == []
    assert told(copydesk, desk, "style: as sent", CLEAN)[1] == []


def test_of_many_five_are_told_and_the_rest_counted(copydesk: Copydesk, desk: Path) -> None:
    (desk / "story.en.txt").write_text("".join(COMMENT.format("quotes: old") + CLEAN + "\n" for _ in range(9)), "utf-8")
    err = copydesk("check", "story.en.txt").err
    assert err.count("there is nothing to ignore here") == 5
    assert "story.en.txt: and 4 more comments that ignore nothing" in err


def test_the_gate_goes_by_them_too(copydesk: Copydesk, desk: Path) -> None:
    (desk / "copydesk.toml").write_text('fail_on = "note"\n', "utf-8")
    (desk / "story.en.txt").write_text(COMMENT.format(": wire copy") + FAULTY, "utf-8")
    assert copydesk("gate", "story.en.txt").status == 0
    (desk / "story.en.txt").write_text(COMMENT.format("") + FAULTY, "utf-8")
    assert copydesk("gate", "story.en.txt").status == 1
