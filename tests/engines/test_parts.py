"""Paragraphs in parts, text in pieces."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engines.small import FIXTURE
from toolkit.engines.families import recognise
from toolkit.engines.package import open_package
from toolkit.engines.parts import parts
from toolkit.engines.pieces import tokenizers, words


@given(st.text("甲乙，。！？”、a.?! \n…", max_size=60), st.integers(1, 9))
def test_parts_joined_are_the_paragraph_and_none_is_too_long(text, longest):
    found = parts(text, len, longest)
    assert "".join(found) == text
    assert all(len(part) <= longest for part in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“好！”他说。她走了", ["“好！”", "他说。", "她走了"]),
        ("增长1.8%。见https://a.cn/?q=1。", ["增长1.8%。", "见https://a.cn/?q=1。"]),
        ("真的吗？！是的……", ["真的吗？！", "是的……"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_says_so(text, found):
    assert parts(text, len) == found


def test_a_length_that_counts_nothing_ends_too():
    assert parts("甲乙丙", lambda _: 99, 1) == ["甲", "乙", "丙"]


PACKAGE = open_package(FIXTURE)
SOURCE, TARGET = tokenizers(PACKAGE, recognise(PACKAGE))


@pytest.mark.parametrize("text", ["The US Commerce Department — announced “new” rules… ﬁne.", "  Two  spaces ", "A"])
def test_each_piece_knows_where_it_stands_whatever_was_folded(text):
    pieces = TARGET.encode(text)
    spans = TARGET.spans(text, pieces)
    assert len(spans) == len(pieces)
    assert "".join(text[span.start : span.end] for span in spans).count("…") <= text.count("…") * 3
    for piece, span in zip(pieces, spans, strict=True):
        here = unicodedata.normalize("NFKC", text[span.start : span.end])
        assert piece.lstrip("▁") in here or here in {"", "..."}


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30))
def test_the_spans_of_any_text_stand_in_order_inside_it(text):
    for side in (SOURCE, TARGET):
        spans = side.spans(text, side.encode(text))
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)
        assert spans == sorted(spans, key=lambda span: span.start)


def test_words_begin_where_spaces_do():
    assert words(["▁a", "b", "▁", "c", "▁d"]) == [0, 0, 1, 2, 3]
    assert words(["a", "▁b", "."]) == [0, 1, 2]


def test_what_the_vocabulary_cannot_spell_is_none():
    assert TARGET.spell("Jensen 𠮷") is None
    assert TARGET.spell("the company")
