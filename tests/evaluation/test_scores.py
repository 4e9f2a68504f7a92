"""Figures are sacrebleu's, with their signatures; terms are counted exclusively and by their longest forms."""

from __future__ import annotations

import json

import pytest

from toolkit.api.score import Trial, score_paths
from toolkit.evaluation import against, by_paragraph, scores, term_score
from toolkit.files import Unreadable
from toolkit.glossary import Glossary, Term
from toolkit.reports.scores import render_scores

SAID = ["The minister agreed to the plan.", "Shares of the bank rose on Tuesday."]
WORSE = ["Minister is agree plan.", "The bank share it rose at Tuesday."]


def test_the_same_words_score_full_marks():
    assert [one.value for one in scores(SAID, [SAID])] == [100.0, 100.0, 0.0]


def test_every_figure_has_its_signature():
    for one in scores(SAID, [WORSE]):
        assert "version:" in one.signature
        assert "nrefs:1" in one.signature


def test_the_best_of_several_references_counts():
    assert scores(SAID, [WORSE, SAID])[0].value == 100.0


def test_each_paragraph_has_its_own_figures():
    one, other = by_paragraph([SAID[0], WORSE[1]], [SAID])
    assert one["chrF"] == 100.0 > other["chrF"]


def test_two_copies_are_held_against_each_other():
    verdicts = {one.metric: one for one in against(SAID * 20, WORSE * 20, [SAID * 20], samples=100)}
    assert verdicts["BLEU"].value == 100.0 > verdicts["BLEU"].other
    assert verdicts["BLEU"].p < 0.05
    assert "bs:100" in verdicts["BLEU"].signature


CONTROL = Term("control", "term", "出口管制", "export control")
RULE = Term("rule", "law", "出口管制条例", "export control rule")
CHIP = Term("chip", "term", "芯片", "chip", en_alt=("semiconductor",))
DRAFT = Term("draft", "term", "草案", "draft", status="draft")


def test_a_word_counts_for_one_term_only():
    found = term_score([("出口管制条例和出口管制。", "The export control rule.")], Glossary([CONTROL, RULE]))
    assert [(one.term.id, one.forms) for one in found.pairs] == [("rule", ("export control rule",)), ("control", ())]
    assert found.success == 0.5


def test_what_is_said_once_for_three_succeeds_and_tells():
    found = term_score([("芯片、芯片、芯片。", "Chips, and more of them.")], Glossary([CHIP]))
    assert (found.success, found.occurrences) == (1.0, pytest.approx(1 / 3))


def test_one_way_throughout_is_consistent():
    both = [("芯片。", "Chips."), ("芯片。", "A semiconductor."), ("芯片。", "The chip.")]
    assert term_score(both, Glossary([CHIP])).consistency == pytest.approx(2 / 3)


def test_drafts_oblige_nobody_and_nothing_is_no_score():
    found = term_score([("草案。", "A bill.")], Glossary([DRAFT]))
    assert (found.pairs, found.success, found.consistency) == ((), None, None)


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "copydesk.toml").write_text("shipped = false\nglossary = ['g.csv']\n", "utf-8")
    (tmp_path / "g.csv").write_text("id,type,zh,en\nbank,term,银行,bank\n", "utf-8")
    (tmp_path / "zh.txt").write_text("部长同意该计划。\n\n该银行股价周二上涨。\n", "utf-8")
    (tmp_path / "en.txt").write_text("\n\n".join(SAID), "utf-8")
    (tmp_path / "old.txt").write_text("\n\n".join(WORSE), "utf-8")
    (tmp_path / "one.txt").write_text(" ".join(SAID), "utf-8")
    return tmp_path


def test_files_are_scored_with_their_terms(desk):
    trial = Trial(desk / "en.txt", (desk / "en.txt",), desk / "zh.txt", desk / "old.txt")
    found = score_paths(trial)
    wired = json.loads(render_scores("json", found))
    assert wired["terms"]["success"] == 1.0
    assert [one["metric"] for one in wired["against"]] == ["BLEU", "chrF", "TER"]
    assert len(wired["paragraphs"]) == 2
    assert "(paragraph, term) pairs" in render_scores("text", found)


def test_paragraphs_that_one_copy_joins_are_compared_joined(desk):
    found = score_paths(Trial(desk / "en.txt", (desk / "one.txt",), desk / "zh.txt"))
    assert len(found.paragraphs) == 1
    assert found.overall[1].value == 100.0


def test_other_paragraphs_need_the_chinese(desk):
    with pytest.raises(Unreadable, match="name the Chinese with --source"):
        score_paths(Trial(desk / "en.txt", (desk / "one.txt",)))
