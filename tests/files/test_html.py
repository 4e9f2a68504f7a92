"""HTML articles: what is prose, and where it stands."""

from __future__ import annotations

import datetime
import time

import pytest

from tests.files.maps import exact
from toolkit.core import Article, Kind
from toolkit.files import parse


def _article(raw: str) -> Article:
    article = parse(raw, "a.html", "html")
    exact(article)
    return article


def _prose(raw: str) -> list[str]:
    return [paragraph.text.prose for paragraph in _article(raw).paragraphs]


GOLDEN = """<!DOCTYPE html>
<html><head><title>Chips &amp; ships</title>
<meta property="article:published_time" content="2024-06-19T08:00:00Z"><style>p { color: red }</style></head>
<body><h1>Chips <em>rise</em></h1>
<figure><img src="a.png" alt="not prose"><figcaption>A plant 🙂</figcaption></figure>
<p class="lead">The <a href="x?a=1&amp;b=2">min&shy;istry</a> said
   it was <b>pre</b>pared.<br>
So did &#x4e2d;&#22269;.</p>
<!-- copydesk: ignore numbers: as agreed -->
<ul><li>One<li>Two</ul>
<table><tr><td>12</td><td>13&nbsp;%</td></tr></table>
<p>Call <code>run()</code>, then wait.</p><pre>code</pre><script>"<p>no</p>"</script>
</body></html>
"""


def test_golden_article() -> None:
    article = _article(GOLDEN)
    assert [(p.kind, p.text.prose) for p in article.paragraphs] == [
        (Kind.HEADLINE, "Chips & ships"),
        (Kind.HEADLINE, "Chips rise"),
        (Kind.CAPTION, "A plant 🙂"),
        (Kind.BODY, "The min\xadistry said it was prepared.\nSo did 中国."),
        (Kind.LIST_ITEM, "One"),
        (Kind.LIST_ITEM, "Two"),
        (Kind.TABLE_CELL, "12"),
        (Kind.TABLE_CELL, "13\xa0%"),
        (Kind.BODY, "Call \ufffc, then wait."),
    ]
    assert article.date == datetime.date(2024, 6, 19)
    (ignore,) = article.ignores
    assert GOLDEN[slice(*ignore.scope)] == "One"


def test_the_span_of_a_paragraph_holds_its_markup() -> None:
    (paragraph,) = _article("<div>\n <p> <b>One</b> two <br> </p>\n</div>").paragraphs
    (span,) = paragraph.text.spans
    assert "<div>\n <p> <b>One</b> two <br> </p>\n</div>"[slice(*span)] == "<b>One</b> two <br>"


@pytest.mark.parametrize(
    ("raw", "prose"),
    [
        (
            '<p>China/Story2024 "R = NOFOLLOW TARGET = _Blank> Including</p>',
            ['China/Story2024 "R = NOFOLLOW TARGET = _Blank> Including'],
        ),
        ("<p>One < two & 3 > 2, AT&T &nosuch;", ["One < two & 3 > 2, AT&T &nosuch;"]),
        ("<p>A < b >bold< / b ></p>", ["A < b >bold< / b >"]),
        ("<p>One <b>two <i>three</b> four</i>.</p>five", ["One two three four.", "five"]),
        ('<p title="a > b" alt="<b>no</b>">One</p>', ["One"]),
        ("<p>One <a href='x>two</a> three</p>", ["One two three"]),
        ("<p>One <!-- two --> three <!-- four</p>", ["One three <!-- four"]),
        ("<h1>One<p>Two<script>three", ["One", "Two"]),
        ("<p>&amp;lt; &amp;nbsp;</p>", ["&lt; &nbsp;"]),
        ("<p>\u3000\u3000一</p><p>&nbsp;</p><p>&nbsp;two</p>", ["一", "two"]),
        ("plain", ["plain"]),
        ("", []),
    ],
)
def test_what_is_broken_stays_prose(raw: str, prose: list[str]) -> None:
    assert _prose(raw) == prose


def test_crlf_and_tabs_are_one_space() -> None:
    assert _prose("<p>One\r\n\t two</p>\r\n<p>three\rfour</p>") == ["One two", "three four"]


def test_a_heading_left_open_ends_with_the_next_paragraph() -> None:
    assert [p.kind for p in _article("<h1>One<p>Two").paragraphs] == [Kind.HEADLINE, Kind.BODY]


def test_a_time_element_dates_the_article() -> None:
    assert _article('<time datetime="2024-06-19">today</time><p>One.').date == datetime.date(2024, 6, 19)


@pytest.mark.parametrize(
    "raw",
    [
        "<b><div><li>" * 10_000 + "x" + "</li></div></b>" * 10_000,
        '<a "="' * 50_000,
        '<a x="<' * 50_000,
        "<!--" * 100_000,
        "<pre>" * 50_000,
        "<li>" * 30_000 + "</td>" * 30_000,
        " " * 3_000_000,
        "x" * 5_000_000,
        "<table>" + "<tr><td>a</td><td>b</td></tr>\n" * 300 + "</table>",
    ],
    ids=range(9),
)
def test_hostile_pages_are_read_in_time(raw: str) -> None:
    began = time.process_time()
    parse(raw, "a.html", "html")
    assert time.process_time() - began < 2
