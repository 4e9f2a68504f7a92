"""The loop that applies fixes: whole, in rounds, and never at the price of a new finding."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.core import (
    Applicability,
    Article,
    Document,
    Edit,
    Finding,
    Fix,
    Flag,
    Place,
    Segment,
    Severity,
    Side,
    Span,
    Text,
    apart,
)
from toolkit.lint import Run
from toolkit.lint.fixing import fix
from toolkit.lint.news import news

SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE


def run_of(raw: str, words: dict[str, tuple[str, Applicability]]) -> Run:
    """A run that flags every one of `words`, called after it, and would write the text beside it."""
    findings = []
    for word, (right, sure) in words.items():
        start = raw.find(word)
        while start >= 0:
            span = Span(start, start + len(word))
            flag = Flag(Place(Side.TARGET, span), word, fixes=(Fix((Edit(span, right),), sure),))
            findings.append(Finding(f"test/{word}", Severity.ERROR, "accuracy/x", flag))
            start = raw.find(word, start + 1)
    return Run(Document("x", (), Article("x", raw, ())), tuple(findings))


def mended(raw: str, words: dict[str, tuple[str, Applicability]], least: Applicability = SAFE) -> str:
    done = fix(run_of(raw, words), lambda text: run_of(text, words), least)
    return done.after.document.target.raw


def test_safe_fixes_are_applied_and_unsafe_ones_only_when_asked_for() -> None:
    words = {"teh": ("the", SAFE), "adn": ("and", UNSAFE)}
    assert mended("teh cat adn dog", words) == "the cat adn dog"
    assert mended("teh cat adn dog", words, UNSAFE) == "the cat and dog"


@pytest.mark.parametrize(
    ("raw", "paragraphs", "severity", "after"),
    [
        ("teh cat", 8, Severity.ERROR, "teh cat"),
        ("teh cat", 8, Severity.NOTE, "the cat"),
        ("teh cat", 7, Severity.ERROR, "the cat"),
        ("teh cat, teh dog", 8, Severity.ERROR, "the cat, the dog"),
    ],
)
def test_the_only_fault_of_sound_copy_is_left_to_be_read(
    raw: str, paragraphs: int, severity: Severity, after: str
) -> None:
    def judge(text: str) -> Run:
        run = run_of(text, {"teh": ("the", SAFE)})
        segments = tuple(Segment(str(n), None, Text.plain("")) for n in range(paragraphs))
        findings = tuple(replace(finding, severity=severity) for finding in run.findings)
        return replace(run, document=replace(run.document, segments=segments), findings=findings)

    done = fix(judge(raw), judge)
    assert done.after.document.target.raw == after
    assert done.left(UNSAFE) == (after == raw)
    assert fix(judge(raw), judge, UNSAFE).after.document.target.raw == raw.replace("teh", "the")


def test_of_two_fixes_that_overlap_the_surer_is_applied_first_and_the_other_where_it_still_holds() -> None:
    words = {"ab": ("x", UNSAFE), "bc": ("y", SAFE)}
    assert mended("abc", words, UNSAFE) == "ay"


def test_a_fix_that_raises_a_new_finding_is_taken_back() -> None:
    words = {"one": ("two", SAFE), "two": ("two", UNSAFE), "red": ("blue", SAFE)}
    done = fix(run_of("one red", words), lambda text: run_of(text, words))
    assert done.after.document.target.raw == "one blue"
    assert (done.applied, done.refused) == (1, 1)


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    assert mended("ping", {"ping": ("pong", SAFE), "pong": ("ping", SAFE)}) in ("ping", "pong")


@given(st.text("abc ", max_size=40), st.dictionaries(st.sampled_from(["a", "ab", "bc", "c a"]), st.sampled_from("xyz")))
def test_fixing_twice_changes_no_more_than_fixing_once(raw: str, words: dict[str, str]) -> None:
    table = {wrong: (right, SAFE) for wrong, right in words.items()}
    once = mended(raw, table)
    assert mended(once, table) == once


def test_what_is_put_in_where_another_fix_works_waits_for_the_next_round() -> None:
    cut, insertion = Fix((Edit(Span(2, 5), ""),)), Fix((Edit(Span(5, 5), " "),))
    assert apart([cut, insertion]) == (cut,)


def test_a_finding_that_moved_is_no_news_and_one_at_new_words_is() -> None:
    before = run_of("bad day, good", {"bad": ("", SAFE), "good": ("", SAFE)})
    edits = [Edit(Span(0, 4), "")]
    assert news(before, run_of("day, good", {"good": ("", SAFE)}), edits) == []
    assert news(before, run_of("day, good", {"day": ("", SAFE)}), edits) == [4]
