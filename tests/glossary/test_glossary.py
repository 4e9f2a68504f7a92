"""Concepts are found in Chinese by their longest form, in context, and at their time."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from toolkit.core import Side, Span
from toolkit.glossary import Glossary, Period, Term, straddles

SMIC = Term("smic", "organisation", "中芯国际", "SMIC", zh_alt=("中芯",))
MEMORY = Term("hbm", "term", "高带宽内存", "high-bandwidth memory", zh_alt=("高頻寬記憶體",))
APPLIED = Term("amat", "organisation", "应用材料", "Applied Materials", not_when=("清单",))
US = Term("us", "title", "副部长", "Deputy Secretary", when=("美国",))
CN = Term("cn", "title", "副部长", "Vice-Minister", when=("中国",))


def _found(glossary: Glossary, prose: str, date: datetime.date | None = None) -> list[str]:
    return [match.term.id for match in glossary.find(prose, date)]


def test_the_longest_form_is_taken():
    glossary = Glossary([SMIC, MEMORY])
    (match,) = glossary.find("中芯国际扩产")
    assert match.span == Span(0, 4)


def test_a_traditional_form_of_the_glossary_meets_simplified_prose():
    assert _found(Glossary([MEMORY]), "高频宽记忆体") == ["hbm"]


def test_a_context_that_must_not_stand_there_silences_a_concept():
    assert _found(Glossary([APPLIED]), "应用材料公司宣布") == ["amat"]
    assert _found(Glossary([APPLIED]), "请提交应用材料清单。应用材料涨价。") == ["amat"]


def test_one_title_is_told_apart_by_its_country():
    glossary = Glossary([US, CN])
    assert _found(glossary, "美国商务部副部长说") == ["us"]
    assert _found(glossary, "中国商务部副部长说") == ["cn"]
    assert not _found(glossary, "副部长说")


def test_a_concept_is_found_only_while_it_is_valid():
    old = replace(SMIC, valid=Period(None, datetime.date(2020, 1, 1)))
    late = replace(SMIC, valid=Period(datetime.date(2020, 1, 1), None))
    assert not _found(Glossary([late]), "中芯国际", datetime.date(2019, 1, 1))
    assert not _found(Glossary([old]), "中芯国际", datetime.date(2024, 1, 1))
    assert _found(Glossary([late]), "中芯国际") == ["smic"]


def test_the_same_id_overrides_and_a_deprecated_concept_matches_nothing():
    assert Glossary([SMIC, replace(SMIC, en="X")]).terms[0].en == "X"
    assert not _found(Glossary([replace(SMIC, status="deprecated")]), "中芯国际")


def test_a_hit_that_straddles_words_is_none():
    assert straddles("郑中芯片厂投产", Span(1, 3))
    assert not straddles("中芯国际投产", Span(0, 4))


def test_concepts_of_either_language_anchor_paragraphs():
    glossary = Glossary([SMIC])
    assert glossary.concepts("中芯国际", Side.SOURCE) == glossary.concepts("SMIC rose", Side.TARGET) == {"smic"}


@given(st.text(alphabet="中芯国际副部长美应用材料清单。，", max_size=60))
def test_every_match_is_a_form_of_its_concept(prose):
    for match in Glossary([SMIC, APPLIED, US, CN]).find(prose):
        assert prose[match.span.start : match.span.end] in match.term.sources
