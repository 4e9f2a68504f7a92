"""Spaces in untrusted English: what is found, what is left alone, and that fixes settle."""

from __future__ import annotations

import pytest
from articles import fixed, found
from hypothesis import given
from hypothesis import strategies as st

from toolkit.rules import shipped

FAMILIES = ("spacing", "quotes", "residue", "markup")
OURS = tuple(rule for rule in shipped() if rule.family in FAMILIES)
PIECES = st.sampled_from(
    [
        *"aA.,;:!?\"'“”‘’()[]{}<>=-–—/\\ \n\t&#*_`|%1",
        *"，。（）《》「」【】！＜＞＝中文\u0301\u200b\u00a0\u00ad\u200d\ufeff\ufffd😀",
        *(" -", "the ", "the the ", "The", "Ã©", "<b>", "</b>", "](", "**", "&amp;", 'R = "x"', "_Blank>"),
        *("20240101-12345", "http://a.com"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join)


@given(TEXTS, TEXTS | st.none(), st.sampled_from(["text", "markdown", "html"]))
def test_no_text_makes_a_rule_raise_or_point_outside(text: str, zh: str | None, form: str) -> None:
    text = text.removeprefix("\ufeff")
    for finding in found(OURS, text, zh, form=form):
        span = finding.flag.place.span
        assert 0 <= span.start <= span.end <= len(text)
        assert span.end - span.start <= 40 or form != "text"
        assert all(
            0 <= edit.span.start <= edit.span.end <= len(text) for fix in finding.flag.fixes for edit in fix.edits
        )


@given(TEXTS)
def test_a_safe_fix_leaves_nothing_for_its_own_rule_to_fix_the_same_way(text: str) -> None:
    for rule in OURS:
        for _ in range(12):
            mended = fixed(found((rule,), text), text)
            if mended == text:
                break
            text = mended
        assert mended == text, rule.name


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A mid -sized US -Irish bank.", "A mid-sized US-Irish bank."),
        ("It fell (May 3).The yen rose.", "It fell (May 3). The yen rose."),
        ('"It fell."The yen rose.', '"It fell." The yen rose.'),
        ('It fell."We know," he said.', 'It fell. "We know," he said.'),
        ("It fell .The yen rose , too .", "It fell. The yen rose, too."),
        ('She asked: "Who?""Me," he said.', 'She asked: "Who?" "Me," he said.'),
        ("The bank ' s head didn ’ t agree.", "The bank's head didn’t agree."),
        ("RAM.Makers of ROM rose.", "RAM. Makers of ROM rose."),
        ("It rose，but not much．", "It rose, but not much."),
        ("The bank （Asia）rose １２％.", "The bank (Asia) rose 12%."),
    ],
)
def test_safe_fixes_mend(before: str, after: str) -> None:
    spacing = tuple(rule for rule in OURS if rule.family == "spacing")
    assert fixed(found(spacing, before), before) == after


def test_a_dash_with_one_space_may_be_either() -> None:
    (finding,) = found(OURS, "They sold shares -Economic Times.")
    assert finding.flag.expected == ("shares - Economic", "shares-Economic")


def test_a_stop_after_a_bracket_is_shown_with_it() -> None:
    text = "The bank (Asia) , she said, fell."
    (finding,) = found(OURS, text)
    assert (text[slice(*finding.flag.place.span)], finding.flag.expected) == ("(Asia) ,", ("(Asia),",))


@pytest.mark.parametrize(
    "text",
    [
        "At Booking.com, Node.js and ASP.NET it is 3.5 a.m. in the U.S. Senate, said J.R. Smith.",
        "See https://example.org/News.Today/A,b?c=d:E and www.example.com/Foo.Html now.",
        "Both pre- and post-war houses - all of them - sold at -5 degrees.",
        "Vitamin(s), f(x) and section 401(k); 10:30, 1,200 and 3:2.",
        "‘Tis the season; the '90s; rock 'n' roll; the teachers' strike; a 27\" screen.",
        "J. K. Hill … and so on ... until 5 p.m.",
    ],
)
def test_sound_copy_is_left_alone(text: str) -> None:
    assert not found(OURS, text)
