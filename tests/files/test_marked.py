"""A paragraph and its marks: read apart, written together again, character by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.core import Span
from toolkit.files.article import parse
from toolkit.files.escaping import ESCAPES
from toolkit.files.marked import marked
from toolkit.files.places import addresses, between, edited, fitting
from toolkit.translation import Mark, Marked


def read(raw: str, form: str) -> Marked:
    article = parse(raw, "a", form)
    return marked(article.raw, article.paragraphs[0].text)


def shown(text: Marked) -> list[tuple[str, str, str]]:
    return [(mark.opening, mark.closing, text.prose[slice(*mark.span)]) for mark in text.marks]


@pytest.mark.parametrize(
    ("form", "raw", "prose", "marks"),
    [
        ("html", "<p>x<b>y</b></p>", "xy", [("<b>", "</b>", "y")]),
        ("html", "<p><a href='u&amp;b'><i>x</i>y</a></p>", "xy", [("<a href='u&amp;b'>", "</a>", "xy"), ("<i>", "</i>", "x")]),
        ("html", "<p>S&amp;P<br/>x</p>", "S&P\nx", [("<br/>", "", "\n")]),
        ("html", "<p>中<img src=i>文</p>", "中文", [("<img src=i>", "", "")]),
        ("html", "<p>中\n  文</p>", "中文", []),
        ("html", "<p>run <code>a &lt; <b>b</b></code> now</p>", "run a < b now", [("<code>a &lt; <b>b</b></code>", "", "a < b")]),
        ("html", "<p>x<sup><a href='#f1'>[1]</a></sup>。</p>", "x。", [("<sup><a href='#f1'>[1]</a></sup>", "", "")]),
        ("html", "<p>x<b>y<i>z</b>w</p>", "xyzw", [("<b>", "</b>", "yz"), ("<i>", "", "")]),
        ("html", "<p>x</em>y<!-- n --></p>", "xy", [("</em>", "", ""), ("<!-- n -->", "", "")]),
        ("markdown", 'x [y](u "t")[^1]', "x y", [("[", '](u "t")', "y"), ("[^1]", "", "")]),
        ("markdown", "***a** b*", "a b", [("*", "*", "a b"), ("**", "**", "a")]),
        ("markdown", "***a* b**", "a b", [("**", "**", "a b"), ("*", "*", "a")]),
        ("markdown", "*a **b***", "a b", [("*", "*", "a b"), ("**", "**", "b")]),
        ("markdown", "a `x y` <https://a.b>", "a x y https://a.b", [("`x y`", "", "x y"), ("<https://a.b>", "", "https://a.b")]),
        ("markdown", "a  \nb\\\nc\nd", "a\nb\nc d", [("  \n", "", "\n"), ("\\\n", "", "\n")]),
        ("markdown", "[![i](s)](u) x", " x", [("[", "](u)", ""), ("![i](s)", "", "")]),
        ("markdown", r"2 \* 3", "2 * 3", []),
    ],
)  # fmt: skip
def test_prose_and_marks_are_told_apart(form, raw, prose, marks):
    text = read(raw, form)
    assert text.prose.strip() == prose.strip()
    assert shown(text) == marks


@pytest.mark.parametrize("raw", ["a [b *c*](u)[^1] `d`", "**a**b ~~c~~ <u>d</u>", "[a][r] b\n\n[r]: u\n"])
def test_what_was_read_is_written_as_it_was(raw):
    assert raw.startswith(read(raw, "markdown").written(ESCAPES["markdown"][0]))


WORDS = st.text(st.sampled_from("ab 中文*_`[]<>&\\!#~-+.1|()\"'"), min_size=1, max_size=24)


@given(WORDS, st.sampled_from(["html", "markdown", "text"]))
def test_whatever_the_words_they_are_written_as_words(words, form):
    """Prose that a model may come up with reads back as itself, or is refused."""
    raw = {"html": "<p>old</p>", "markdown": "old", "text": "old"}[form]
    article = parse(raw, "a", form)
    span = article.paragraphs[0].text.spans[0]
    edit = fitting(article, span, [Marked(words)], "")
    if edit:
        (found,) = parse(edited(raw, [edit]), "a", form).paragraphs
        assert marked(edited(raw, [edit]), found.text).prose.split() == words.split()


@given(st.lists(st.sampled_from(["<b>", "</b>", "<i>", "</i>", "<br>", "x", " ", "&amp;", "中"]), max_size=14))
def test_no_mark_of_html_is_ever_lost(pieces):
    raw = f"<p>a{''.join(pieces)}z</p>"
    text = read(raw, "html")
    written = "".join(mark.opening + mark.closing for mark in text.marks)
    assert all(written.count(tag) == raw.count(tag) for tag in ("<b>", "</b>", "<i>", "</i>", "<br>"))
    assert read(f"<p>{text.written(ESCAPES['html'][0])}</p>", "html").nesting() == text.nesting()


def test_an_edit_that_would_swallow_its_neighbour_is_refused():
    article = parse("one\n\ntwo\n", "a", "markdown")
    assert fitting(article, Span(0, 3), [Marked("<!-- ")], "") is not None
    broken = Marked("x", (Mark("<!--", "", Span(0, 0)),))
    assert fitting(article, Span(0, 3), [broken], "") is None


def test_what_parts_two_paragraphs_can_part_two_more():
    article = parse("<ul><li>a</li>\n<li>b</li></ul><p>c</p>", "a", "html")
    assert between(article, 1) == "</li>\n<li>"
    assert between(article, 2) is None


def test_torn_addresses_are_addresses():
    assert addresses("![a] (b .jpg) <a href = 'c'>") == {"b.jpg", "c"}
