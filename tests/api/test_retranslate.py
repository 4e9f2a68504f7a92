"""An article translated anew: what is asked for, in its place, and nothing else by so much as a byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripted import Scripted

from toolkit.api.check import default_plan
from toolkit.api.desk import Desk, open_desk
from toolkit.api.means import Means
from toolkit.api.retranslate import retranslate
from toolkit.files.article import load, parse
from toolkit.files.places import chinese, english
from toolkit.glossary import Glossary, Term
from toolkit.lint import Plan
from toolkit.reports.retranslation import render_retranslation, summary
from toolkit.translation import Memory, Selection, Step

DEMO = Path(__file__).parents[2] / "corpora" / "demo"
DESK = Desk(Glossary([Term("asml", "organisation", "阿斯麦", "ASML", en_forbidden=("Asmel",))]))


def done(zh, en, says, form="markdown", *, selection=None, memory=None, plan=None, scores=None):
    means = Means(DESK, plan or Plan(()), Scripted(says, scores=scores or {}), Memory.of(memory or ()))
    copy = parse(en, "en", form) if en is not None else None
    return retranslate(parse(zh, "zh", form), copy, means, selection or Selection())


def test_links_emphasis_and_notes_are_carried_over():
    zh = '# 标题\n\n荷兰公司[阿斯麦](https://asml.com "t")在**2024年**上市[^1]。\n\n[^1]: 注。\n'
    says = {
        "标题": ["Title"],
        "荷兰公司阿斯麦在2024年上市。": ["The Dutch firm ASML went public in 2024."],
        "注。": ["A note."],
    }
    assert done(zh, None, says).text == (
        '# Title\n\nThe Dutch firm [ASML](https://asml.com "t") went public in **2024**[^1].\n\n[^1]: A note.\n'
    )


def test_the_rest_stays_byte_for_byte():
    zh, en = "甲。\r\n\r\n乙。\r\n\r\n丙。\r\n", "One  .\r\n\r\nTwo\t.\r\n\r\nThree .\r\n"
    found = done(zh, en, {"乙。": ["Two."]}, "text", selection=Selection(frozenset({2})))
    assert found.text == "One  .\r\n\r\nTwo.\r\n\r\nThree .\r\n"
    assert [one.numbers for one in found.redone] == [(2,)]


def test_what_a_model_says_is_written_as_words():
    found = done("<p>甲。</p>", None, {"甲。": ["R&D <b>*x*"]}, "html")
    assert found.text == "<p>R&amp;D &lt;b&gt;*x*</p>"
    assert done("甲。\n", None, {"甲。": ["# 1 * [2](3) _x_"]}).text == "\\# 1 \\* \\[2\\](3) \\_x\\_\n"


@pytest.mark.parametrize(
    ("said", "title"),
    [("Chips: up", '"Chips: up"'), ("*Chips*", '"*Chips*"'), ("Chips up", "Chips up"), ('Up "A"', 'Up "A"')],
)
def test_a_title_in_the_front_matter_stays_yaml(said, title):
    found = done("---\ntitle: 芯片\nlang: zh-Hans\n---\n\n芯片。\n", None, {"芯片": [said], "芯片。": ["Chips."]})
    assert found.text == f"---\ntitle: {title}\nlang: en\n---\n\nChips.\n"


def test_an_accepted_translation_is_taken_verbatim_and_its_terms_checked():
    found = done(
        "阿斯麦涨。\n\n阿斯麦跌。\n", None, {}, memory=[("阿斯麦涨。", "Asmel is up."), ("阿斯麦 跌。", "ASML  fell.")]
    )
    assert found.text == "Asmel is up.\n\nASML  fell.\n"
    assert [one.step for redone in found.redone for one in redone.outcomes] == [None, Step.MEMORY]
    assert found.redone[0].remembered
    assert found.redone[0].doubts == ("lacks ASML",)


def test_a_paragraph_that_the_copy_lacks_is_put_in_behind_the_one_before_it():
    zh, en = (
        "- 阿斯麦涨了许多。\n- 银行也跟着上涨。\n- 部长同意该计划。\n",
        "- ASML rose a lot.\n- The minister agreed to the plan.\n",
    )
    found = done(zh, en, {"银行也跟着上涨。": ["Banks rose with it."]}, selection=Selection(frozenset({2})))
    assert found.text == "- ASML rose a lot.\n- Banks rose with it.\n- The minister agreed to the plan.\n"


def test_new_english_with_more_errors_is_not_taken_unless_it_was_named():
    zh, en = "阿斯麦涨。\n", "ASML is up .\n"
    asked = {"plan": default_plan(), "scores": {"ASML is up.": -19.0}}
    says = {"阿斯麦涨。": ["Asmel is up."]}
    flagged = done(zh, en, says, selection=Selection(flagged_by=("spacing",)), **asked)
    assert flagged.text == en
    assert "no fewer errors" in flagged.redone[0].kept
    assert done(zh, en, says, selection=Selection(frozenset({1})), **asked).text == "Asmel is up.\n"


def test_a_link_that_only_the_copy_has_is_told():
    found = done("甲。\n", "See [one](https://a.b/c).\n", {"甲。": ["One."]})
    assert found.redone[0].dropped == ("https://a.b/c",)
    assert "https://a.b/c is only in the copy" in render_retranslation("text", found)


def test_markup_that_cannot_be_written_leaves_the_paragraph_as_it_was():
    found = done("| 甲 | x |\n| --- | --- |\n| 乙 | y |\n", None, {"甲": ["a | b"], "乙": ["c"]})
    assert found.text == "| a \\| b | x |\n| --- | --- |\n| c | y |\n"


@pytest.mark.parametrize("name", ["chip-controls", "ministry-briefing"])
@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_the_demo_comes_back_whole_from_its_own_memory(name, form):
    """Of the clean articles nothing is lost; of the mangled ones only unflagged paragraphs keep their faults."""
    zh, en = (load(DEMO / "clean" / f"{name}.{language}.{form}") for language in ("zh", "en"))
    mangled = load(DEMO / "mangled" / f"{name}.en.{form}")
    pairs = zip(chinese(zh), english(en, range(len(en.paragraphs))), strict=True)
    desk, _ = open_desk()
    means = Means(desk, default_plan(), Scripted({}), Memory.of((one.prose, other.prose) for one, other in pairs))
    whole = retranslate(zh, None, means)
    assert not [one.kept for one in whole.redone if one.kept]
    assert not [one.strayed for one in whole.redone if one.strayed]
    again = english(parse(whole.text, "new", en.format), range(len(en.paragraphs)))
    for ours, theirs in zip(again, english(en, range(len(en.paragraphs))), strict=True):
        assert ours.prose.split() == theirs.prose.split()
        assert ours.nesting() == theirs.nesting()
    part = retranslate(zh, mangled, means, Selection(flagged_by=("error",)))
    assert all(one.errors[1] == 0 for one in part.redone)
    assert "by scripted" in summary(part)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("The 37 officials discussed export policy in The Hague on June 20, but did not give details.", ""),
        ("The officials discussed export policy in The Hague on June 20, but did not give details.", "lacks a figure"),
        ("The 37 officials discussed export policy in The Hague, but did not give details.", "lacks a date"),
        ("There were 37, in The Hague on June 20.", "says less of the Chinese"),
        (
            "The 37 officials discussed export policy in The Hague on July 20, but did not give details.",
            "no fewer errors",
        ),
    ],
)
def test_a_flagged_paragraph_stays_where_the_new_one_is_no_better(said, kept):
    zh = "37名官员6月20日在海牙讨论了出口政策，但没有透露细节。\n"
    en = "The 37 officials discussed export policy in The Hague on June 20 ,but did not give any 细节.\n"
    desk, _ = open_desk()
    means = Means(desk, default_plan(), Scripted({zh.strip(): [said]}, scores={said: -0.2}))
    asked = Selection(flagged_by=("warning",))
    if kept == "no fewer errors":
        en = en.replace("细节", "details")
    found = retranslate(parse(zh, "zh", "text"), parse(en, "en", "text"), means, asked)
    assert kept in found.redone[0].kept if kept else not found.redone[0].kept
    assert found.text == (en if kept else said + "\n")
    named = retranslate(parse(zh, "zh", "text"), parse(en, "en", "text"), means, Selection(frozenset({1})))
    assert named.text == said + "\n"


def test_a_paragraph_of_which_the_model_is_unsure_stays():
    zh, en, says = "阿斯麦涨。\n", "ASML is up .\n", {"阿斯麦涨。": ["ASML is up."]}
    asked = {"plan": default_plan(), "selection": Selection(flagged_by=("spacing",))}
    assert (
        done(zh, en, says, scores={"ASML is up.": -0.4}, **asked).redone[0].kept == "the model itself is unsure of it"
    )
    assert done(zh, en, says, scores={"ASML is up.": -0.3}, **asked).text == "ASML is up.\n"
