"""Markup that broke, leaked, or parted from its Chinese."""

from __future__ import annotations

import pytest
from articles import fixed, found

from toolkit.rules import shipped

MARKUP = tuple(rule for rule in shipped() if rule.family == "markup")
MECHANICS = tuple(rule for rule in shipped() if rule.family in {"markup", "spacing", "quotes", "residue"})


def stretches(text: str, rules: tuple = MARKUP, form: str = "text") -> list[str]:
    return [text[slice(*finding.flag.place.span)] for finding in found(rules, text, form=form)]


@pytest.mark.parametrize(
    "leak",
    [
        '"R = NOFOLLOW TARGET = _Blank>',
        '"rel="noopener" target="_self">',
        "Rel = External Nofollow Target = _ Top >",
        'class = "article - body">',
        "HREF='/a/b.html'",
        "href = https: //example.org/a>",
        'style = "color: # 333"',
        "width = 600 height = 400",
        "rel＝“nofollow” target＝“_blank”",
        '"_blank">',
        "target: _parent",
    ],
)
def test_a_leaked_attribute_is_one_finding_whatever_its_spelling(leak: str) -> None:
    assert stretches(f"The port is on the list {leak} and the bank is not.", MECHANICS) == [leak]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("It fell.Asia/Page20230105-778812 Then it rose.", "Asia/Page20230105-778812"),
        ("It fell.Page20230105-778812The bank rose.", "Page20230105-778812"),
        ("It fell n1/2023/0105/c88-40312345.html and rose.", "n1/2023/0105/c88-40312345.html"),
        ("See t20230105_99812.htm today.", "t20230105_99812.htm"),
        ("See harbour.jpgThe port is shut.", "harbour.jpg"),
    ],
)
def test_a_piece_of_an_address_is_one_finding(text: str, piece: str) -> None:
    assert stretches(text, MECHANICS) == [piece]


@pytest.mark.parametrize(
    "text",
    [
        "The norms GB/T19001-2016 and ISO9001, flight MH370, stock 600519.SH, CVE-2024-12345 and 100,000 people/km are named.",
        "If x = 5 and y = 6, then the class = 5 of 6; E = mc2.",
        "Read https://example.org/a/t20230105_99812.html?class=top&rel=nofollow or mail desk@example.org.",
        "Q&A with AT&T and R&D; 3 < 5 and 7 > 6; a * b * c.",
        'The <a href="https://example.org/" target="_blank">port</a> is <b>shut</b>.<br>',
    ],
)
def test_sound_copy_is_left_alone(text: str) -> None:
    assert stretches(text, MECHANICS) == []


@pytest.mark.parametrize(
    ("form", "before", "after"),
    [
        ("text", "A< b >now< / b > B", "A<b>now</b> B"),
        ("html", "<p>A ＜b＞now＜／b＞ B</p>", "<p>A <b>now</b> B</p>"),
        ("html", "<p>A <a href=“https://example.org/”>now</a></p>", '<p>A <a href="https://example.org/">now</a></p>'),
        ("text", "Bed & amp; board& nbsp;here, it&#39;s", "Bed & board here, it's"),
        ("html", "<p>Bed &amp;amp; board &amp;nbsp; it&amp;#39;s</p>", "<p>Bed &amp; board   it's</p>"),
        ("markdown", "Read [it] (https://example.org/a).", "Read [it](https://example.org/a)."),
        ("markdown", "Read 【it】（https://example.org/a）.", "Read [it](https://example.org/a)."),
        ("markdown", "See ! [it](https://example.org/a.png).", "See ![it](https://example.org/a.png)."),
        ("markdown", "Now ** or ** never.", "Now **or** never."),
        ("markdown", "Now.[ ^ 2 ]", "Now.[^2]"),
    ],
)
def test_safe_fixes_mend(form: str, before: str, after: str) -> None:
    assert fixed(found(MARKUP, before, form=form), before) == after


@pytest.mark.parametrize(
    ("zh", "en", "names"),
    [
        ('<p>港口<a href="/a">关闭</a>。</p>', "<p>The port is shut.</p>", {"markup/lost-reference"}),
        (
            '<p>港口<a href="/a">关闭</a>。</p>',
            '<p>The port is <a href="/b">shut</a>.</p>',
            {"markup/changed-attribute"},
        ),
        ('<p>港口<a href="/a">关闭</a>。</p>', '<p>The <a href="/a">port</a> is shut.</p>', set()),
        ('<p>港口<a href="/zh/a">关闭</a>。</p>', '<p>The <a href="/en/a">port</a> is shut.</p>', set()),
        ('<p>港口<img src="a.png">关闭。</p>', "<p>The port is shut.</p>", {"markup/lost-reference"}),
        (
            '<p>港口<span id="x">关闭</span>。</p>',
            '<p>The <span id="y">port</span> is shut.</p>',
            {"markup/changed-attribute"},
        ),
        ("<p>港口<b>关闭</b>。</p>", "<p>The port is shut.</p>", {"markup/lost-emphasis"}),
        ("<p>港口关闭。<sup>1</sup></p>", "<p>The port is shut.</p>", {"markup/lost-reference"}),
    ],
)
def test_references_are_compared_with_the_chinese(zh: str, en: str, names: set[str]) -> None:
    assert {finding.rule for finding in found(MARKUP, en, zh, form="html")} == names


def test_long_stretches_are_pointed_at_by_their_first_forty_characters() -> None:
    text = 'It fell "rel="nofollow" target="_blank" class="more" title="All about the port"> today.'
    assert [len(stretch) for stretch in stretches(text)] == [40]
    assert fixed(found(MARKUP, text), text) == "It fell today."
