"""The index of a termbase is text that says the same after a rest, and finds what a plain search finds."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.files.glossaries import load_terms, shipped
from toolkit.glossary import Glossary, Term
from toolkit.glossary.dump import dump
from toolkit.glossary.index import FORMAT, SECTION, UNIT, Index, pairs
from toolkit.glossary.rows import Rows, called, forms
from toolkit.glossary.table import sound

FEW = [
    Term(
        "a", "term", "昇腾", "Ascend", zh_alt=("美",), en_alt=("Ascend chips", "the U.S.'s"), en_forbidden=("Rise Up",)
    ),
    Term("b", "term", "昇腾芯片厂", "Ascend fab", status="draft", en_forbidden=("Rise",)),
    Term("c", "term", "𠮷野家", "Yoshinoya", status="deprecated"),
    Term("d", "term", "臺積電", "TSMC"),
]
CHARS = "昇升腾芯片厂美𠮷野家臺積台积电，\n"


def test_an_index_is_the_same_after_it_was_written_and_read():
    for terms in ([], FEW, load_terms(shipped())[0]):
        index = Index.of(map(called, terms))
        assert Index.load(index.dump()) == index


def test_the_format_changes_with_what_is_written():
    text = SECTION.join(Index.of(map(called, FEW)).dump())
    known = {"2": "436402a1c9e6ce5f"}
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == known[FORMAT], "raise FORMAT, and note the digest here"


def test_concepts_made_of_rows_are_those_of_the_table():
    text = dump(FEW)
    rows, _ = sound(text)
    kept = Rows([UNIT.join(cells) for cells in rows])
    assert list(kept) == FEW
    assert list(forms(rows)) == [called(term) for term in FEW]
    lazy = Glossary(kept, Index.of(forms(rows)))
    assert {**lazy.by_id} == Glossary(FEW).by_id


@given(st.text(CHARS, max_size=30))
def test_pairs_are_the_characters_two_by_two(prose):
    followed = [*prose[1:], "\0"]
    both = [pairs(one + two)[0] for one, two in zip(prose, followed, strict=bool(prose))]
    assert pairs(prose) == both


@pytest.mark.parametrize("read", [0, 10**9], ids=["walk", "automaton"])
@given(prose=st.text(CHARS + "\ud800", max_size=30))
def test_the_search_finds_the_leftmost_longest_forms(read, prose):
    glossary = Glossary(FEW)
    glossary._read = read
    known = {"昇腾", "升腾", "美", "昇腾芯片厂", "升腾芯片厂", "臺積電", "台积电"}
    expected, at = [], 0
    while at < len(prose):
        longest = max((form for form in known if prose.startswith(form, at)), key=len, default="")
        expected += [(at, at + len(longest))] if longest else []
        at += len(longest) or 1
    assert [tuple(match.span) for match in glossary.find(prose)] == expected
