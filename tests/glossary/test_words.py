"""English words compare whatever their plural, possessive, hyphens and dots."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.glossary import EnglishIndex, Term, Words
from toolkit.glossary.index import Forms, Index


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Export controls bite.", "export control"),
        ("ASML's machines", "ASML"),
        ("high-bandwidth memories", "high bandwidth memory"),
        ("the U.S. Commerce Department", "US Commerce Department"),
        ("Lê Minh spoke", "Le Minh"),
        ("AT&T said", "AT&T"),
    ],
)
def test_a_form_is_found_in_its_inflections(text, form):
    assert Words(text).has(form)


@pytest.mark.parametrize(("text", "form"), [("controlled exports", "export control"), ("ASMLX", "ASML"), ("tin", "in")])
def test_a_form_is_whole_words(text, form):
    assert not Words(text).has(form)


def test_an_exact_form_keeps_its_case():
    assert Words("the US said").has("US", exact=True)
    assert not Words("told us so").has("US", exact=True)


def test_a_span_leaves_the_possessive_out():
    words = Words("Shares of Tokyo Electron's rival")
    (span,) = words.find("Tokyo Electron")
    assert words.prose[span.start : span.end] == "Tokyo Electron"


def _index(*forms: str) -> EnglishIndex:
    term = Term("x", "term", "某", forms[0])
    return EnglishIndex(Index.of([Forms((), forms, ())]).accepted, [term])


def test_the_longest_form_wins():
    hits = _index("Entity List", "Entity").find(Words("on the Entity List, an entity"))
    assert [hit.form for hit in hits] == ["Entity List", "Entity"]


def test_a_form_does_not_run_across_a_stop():
    assert not _index("US Ministry of Commerce").find(Words("talks with the US, Ministry of Commerce officials said"))


@given(st.text(max_size=200))
def test_every_span_lies_in_the_text(text):
    words = Words(text)
    for hit in _index("a", "the a", "b").find(words):
        assert 0 <= hit.span.start < hit.span.end <= len(text)
