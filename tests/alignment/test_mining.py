"""Mining: what a desk's own copy renders and its glossary lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.alignment.hearing import heard
from toolkit.alignment.mining import mine
from toolkit.alignment.worded import kind_of
from toolkit.files.lexicon import load_lexicon
from toolkit.glossary import Glossary, Term
from toolkit.language.script import simplified

LEXICON = load_lexicon()
SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "mt_wmt21"


def mined(*pairs, terms=()):
    return {one.zh: one for one in mine(pairs, LEXICON, Glossary(terms))}


@pytest.mark.parametrize(
    ("chinese", "name", "expected"),
    [
        ("首相斯塔诺维奇周一说", "Stanovic", "斯塔诺维奇"),
        ("总统唐纳德·莫雷拉", "Moreira", "莫雷拉"),
        ("他在坎波斯出生", "Campos", "坎波斯"),
    ],
)
def test_a_transcription_is_heard_whole_and_no_more(chinese, name, expected):
    span = heard(chinese, name).span
    assert chinese[span.start : span.end] == expected


def test_common_words_are_not_heard_as_a_name():
    assert heard("该公司股价上涨", "Anderson") is None


def test_a_chinese_person_is_found_by_pinyin():
    found = mined(("记者郝文静在现场采访。", "Reporter Hao Wenjing was at the scene."))
    assert found["郝文静"].en == "Hao Wenjing"
    assert found["郝文静"].type == "person"


def test_a_given_name_first_is_the_same_person():
    found = mined(("教授郝文静表示同意。", "Professor Wenjing Hao agreed."))
    assert found["郝文静"].en == "Wenjing Hao"


def test_a_place_takes_its_head_noun_along_in_both_languages():
    found = mined(("洪水淹没了滦平县的农田。", "The flood covered fields in Luanping County."))
    assert found["滦平县"].en == "Luanping County"
    assert found["滦平县"].type == "place"


def test_a_full_name_carries_its_short_form():
    found = mined(
        ("马尔科·斯塔诺维奇周一抵达。", "Marko Stanovic arrived on Monday."),
        ("斯塔诺维奇拒绝置评。", "Stanovic declined to comment."),
    )
    one = found["马尔科·斯塔诺维奇"]
    assert (one.en, one.zh_alt, one.en_alt, one.count) == ("Marko Stanovic", ("斯塔诺维奇",), ("Stanovic",), 2)
    assert "斯塔诺维奇" not in found


def test_an_organisation_is_found_word_by_word():
    found = mined(
        ("国家能源研究所周二发布报告。", "The National Energy Research Institute released a report on Tuesday.")
    )
    one = found["国家能源研究所"]
    assert (one.en, one.type) == ("National Energy Research Institute", "organisation")


@pytest.mark.parametrize(
    ("zh", "en", "name", "rendering"),
    [
        ("荷兰企业奥尔莫斯（Olmos）周一上涨。", "Shares of Dutch company Olmos rose on Monday.", "奥尔莫斯", "Olmos"),
        ("周一，蓝鲸云服（BWC）上涨。", "BWC rose on Monday.", "蓝鲸云服", "BWC"),
        (
            "国家能源研究所（NERI）说。",
            "The National Energy Research Institute (NERI) said.",
            "国家能源研究所",
            "National Energy Research Institute",
        ),
    ],
)
def test_brackets_tell_the_latin_form(zh, en, name, rendering):
    found = mined((zh, en))
    assert {one.zh: one.en for one in found.values()} == {name: rendering}


def test_a_recurring_term_is_found_with_its_rendering():
    pairs = [
        ("海水淡化在沿海城市很重要。", "Seawater desalination matters in coastal cities."),
        ("该市计划扩大海水淡化。", "The city plans to expand seawater desalination."),
        ("海水淡化的成本下降了。", "The cost of seawater desalination fell."),
        ("专家认为海水淡化有前途。", "Experts believe in seawater desalination."),
    ]
    found = mined(*pairs)
    assert found["海水淡化"].en.lower() == "seawater desalination"
    assert found["海水淡化"].count == 4


def test_a_person_with_a_title_is_no_concept():
    pairs = [
        (f"郝文静教授{verb}。", f"Professor Hao Wenjing {done}.")
        for verb, done in [("说", "said"), ("走了", "left")] * 3
    ]
    assert [one.zh for one in mined(*pairs).values()] == ["郝文静"]


def test_plain_words_are_a_term_whatever_their_head():
    firms, sales = ("半导体公司", "chip firms"), ("涨了", "跌了", "在扩张")
    pairs = [(f"{firms[0]}{verb}。", f"Many {firms[1]} moved.") for verb in sales]
    assert {one.type for one in mined(*pairs).values()} <= {"term"}


def test_what_the_glossary_renders_is_not_proposed():
    pair = ("记者郝文静在现场采访。", "Reporter Hao Wenjing was at the scene.")
    assert "郝文静" not in mined(pair, terms=[Term("hao-wenjing", "person", "郝文静", "Hao Wenjing")])


def test_a_name_seen_often_weighs_more_than_one_seen_once():
    pairs = [
        ("郝文静说。", "Hao Wenjing said."),
        ("郝文静走了。", "Hao Wenjing left."),
        ("庞立民来了。", "Pang Limin came."),
    ]
    found = mine(pairs, LEXICON, Glossary())
    assert [one.zh for one in found][:2] == ["郝文静", "庞立民"]
    assert found[0].weight == found[0].confidence * 2


def test_one_english_name_has_one_chinese():
    found = mined(("郝文静说，郝文晶在场。", "Hao Wenjing said that he was there."))
    assert len([one for one in found.values() if one.en == "Hao Wenjing"]) <= 1


def test_evidence_points_at_both_languages():
    pair = ("记者郝文静在现场采访。", "Reporter Hao Wenjing was at the scene.")
    (place, *_) = mined(pair)["郝文静"].evidence
    assert pair[0][slice(*place.zh)] == "郝文静"
    assert pair[1][slice(*place.en)] == "Hao Wenjing"


@pytest.mark.parametrize(
    "pair",
    [
        ("", ""),
        ("。", "."),
        ("郝文静", ""),
        ("", "Hao Wenjing"),
        ("·" * 50, "A" * 5000),
        ("斯" * 90_000, "Sass " * 90_000),
    ],
)
def test_odd_paragraphs_give_nothing(pair):
    assert mined(pair) == {}


def test_the_head_tells_the_kind():
    assert [kind_of(zh) for zh in ("能源部", "滦平县", "晨星日报", "能源论坛", "淡化")] == [
        "organisation",
        "place",
        "outlet",
        "event",
        "term",
    ]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared texts are not here")
def test_real_copy_is_mined_in_reasonable_time_and_shape():
    source = (SHARED / "newstest2021.zh-en.src.zh").read_text("utf-8").splitlines()[:300]
    target = (SHARED / "newstest2021.zh-en.ref.A.en").read_text("utf-8").splitlines()[:300]
    pairs = [(simplified(zh), en) for zh, en in zip(source, target, strict=True)]
    found = mine(pairs, LEXICON, Glossary())
    assert len(found) > 50
    assert all(0 < one.confidence <= 1 and one.zh in pairs[one.evidence[0].paragraph][0] for one in found)
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
