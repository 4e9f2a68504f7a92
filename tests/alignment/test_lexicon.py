"""The lexicon: read lazily, cut Chinese, translate words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import toolkit.alignment
from toolkit.alignment import Lexicon, stem
from toolkit.alignment.lexicon import compose
from toolkit.files.lexicon import load_lexicon

SHIPPED = load_lexicon()
WORDS = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=4)
STEMS = st.text(st.sampled_from("abcdefghijkl"), min_size=1, max_size=8)
ENTRIES = st.dictionaries(WORDS, st.dictionaries(STEMS, st.sampled_from([0.05, 0.5, 1.0]), min_size=1, max_size=6))


def test_an_empty_text_is_an_empty_lexicon() -> None:
    empty = Lexicon.parse("")
    assert not empty
    assert empty.translations("出口") == {}
    assert empty.cut("出口 ok 管") == ["出", "口", "管"]


@given(ENTRIES)
def test_what_is_composed_is_read_back(entries: dict[str, dict[str, float]]) -> None:
    lexicon = Lexicon.parse(compose(entries))
    assert {word: dict(lexicon.translations(word)) for word in entries} == entries


@given(st.text(max_size=60) | st.text("管制出口的经济 a1，", max_size=60))
def test_words_are_the_han_of_the_text_in_order_and_nothing_else(text: str) -> None:
    spans = SHIPPED.words(text)
    assert [text[start:end] for start, end in spans] == SHIPPED.cut(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    han = [char for char in text if "\u3400" <= char <= "\u4dbf" or "\u4e00" <= char <= "\u9fff"]
    assert list("".join(SHIPPED.cut(text))) == han


@pytest.mark.parametrize(
    ("word", "english"), [("出口", "exports"), ("总统", "President"), ("银行", "banks"), ("地震", "earthquake")]
)
def test_the_shipped_lexicon_knows_everyday_words_of_the_news(word: str, english: str) -> None:
    assert SHIPPED.translations(word)[stem(english)] > 0.3


def test_longest_match_cuts_compounds_whole() -> None:
    assert SHIPPED.cut("国务院总理会见记者") == ["国务院", "总理", "会见", "记者"]


def test_the_shipped_file_is_sorted_small_and_says_nothing_twice() -> None:
    data = (Path(toolkit.alignment.__file__).parent / "data" / "lexicon.txt").read_bytes()
    assert len(data) <= 1_000_000
    stems, *groups = data.decode().split("\n\n")
    words = [group[0] + line.split("\t")[0] for group in groups for line in group[1:].split("\n")]
    assert words == sorted(set(words))
    assert stems.split(" ") == sorted(set(stems.split(" ")))


def test_probabilities_are_positive_and_at_most_one() -> None:
    for word in SHIPPED.cut("国务院总理会见记者，讨论出口管制和经济增长，地震造成两人死亡"):
        assert all(0 < p <= 1 for p in SHIPPED.translations(word).values())
