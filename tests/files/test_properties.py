"""Whatever an article holds: nothing but Unreadable is raised, and every word leads back to where it stands."""

from __future__ import annotations

import contextlib
import datetime
import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.maps import exact, words
from toolkit.files import Unreadable, decode, parse
from toolkit.files.kinds import day

WORD = st.text("abcXYZ019中文芯片🙂é.,$%-'", min_size=1, max_size=9).filter(
    lambda word: word[0].isalpha() or word[0] > "\u2e80"
)
SENTENCE = st.lists(WORD, min_size=1, max_size=9)
ARTICLE = st.lists(SENTENCE, min_size=1, max_size=6)
END = st.sampled_from(["\n", "\r\n", "\r"])
QUICK = settings(max_examples=150, deadline=2000)

_SCRAPS = (
    '<p> </p> <b> </b> <a href=" > </a> <!-- --> <br> <code> </code> <pre> </pre> <li> <td> <h1> <script> </script> < > & '
    "&amp; &lt &#x4e2d; &#0; ; * ** _ ~~ ` `` ``` [ ] ]( ) ![ [^1] [^1]: # ## - 1. > | |-|-| --- === +++ \\ \\* title: date: "
    "2024-06-19 中文 。 “ ” 🙂 word a b 月 , ' \" ="
).split(" ")
_WHITES = (" ", "\n", "\n\n", "\r\n", "\r", "\t", "    ", "\u3000", "\x00", "\ud800")
SCRAPS = st.lists(st.sampled_from([*_SCRAPS, *_WHITES]), max_size=40)


@QUICK
@given(ARTICLE, END)
def test_plain_words_stand_where_they_are_said_to(article: list[list[str]], end: str) -> None:
    raw = (end * 2).join(" ".join(sentence) for sentence in article)
    assert words(parse(raw, "a.txt", "text")) == [word for sentence in article for word in sentence]


@QUICK
@given(ARTICLE, END, st.data())
def test_html_words_stand_where_they_are_said_to(article: list[list[str]], end: str, data: st.DataObject) -> None:
    wrap = st.sampled_from(["{}", "<b>{}</b>", '<a href="x>y">{}</a>', "<!-- x -->{}", "<i><b>{}</b></i>"])
    block = st.sampled_from(
        ["<p>{}</p>", "<h2>{}</h2>", "<div><p class='a'>{}</div>", "<ul><li>{}</ul>", "<td>{}</td>"]
    )
    escape = st.sampled_from([html.escape, lambda word: "".join(f"&#{ord(c)};" for c in word)])
    written = [[data.draw(escape)(word) for word in sentence] for sentence in article]
    space = st.sampled_from([" ", end, f"{end}\t", "<br>"])
    raw = end.join(
        data.draw(block).format("".join(data.draw(wrap).format(word) + data.draw(space) for word in sentence))
        for sentence in written
    )
    found = parse(raw, "a.html", "html")
    exact(found)
    assert words(found) == [word for sentence in written for word in sentence]


@QUICK
@given(ARTICLE, END, st.data())
def test_markdown_words_stand_where_they_are_said_to(article: list[list[str]], end: str, data: st.DataObject) -> None:
    wrap = st.sampled_from(
        ["{}", "*{}*", "**{}**", "[{}](http://x.y/z_z)", "{}[^1]", "<b>{}</b>", '[**{}**](<x y> "t")']
    )
    block = st.sampled_from(["{}", "## {}", "- {}", "1. {}", "> {}", "> - {}", "{}\n---", "| {} |\n|---|"])
    space = st.sampled_from([" ", " ", f"  {end}"])
    blocks = []
    for sentence in article:
        shape = data.draw(block).replace("\n", end)
        gap = data.draw(space) if shape == "{}" else " "
        blocks.append(shape.format(gap.join(data.draw(wrap).format(re.sub(r"['.]+\Z", "", word)) for word in sentence)))
    found = parse((end * 2).join(blocks), "a.md", "markdown")
    exact(found)
    assert words(found) == [re.sub(r"['.]+\Z", "", word) for sentence in article for word in sentence]


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
@settings(max_examples=400, deadline=2000)
@given(scraps=SCRAPS)
def test_scraps_of_markup_break_no_reader(kind: str, scraps: list[str]) -> None:
    exact(parse("".join(scraps), "a", kind))


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
@QUICK
@given(raw=st.text())
def test_no_text_breaks_a_reader(kind: str, raw: str) -> None:
    exact(parse(raw, "a", kind))


@QUICK
@given(st.binary(max_size=400))
def test_bytes_are_text_or_unreadable(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        assert isinstance(decode(data, "a.txt"), str)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_a_date_is_read_however_it_is_written(date: datetime.date) -> None:
    month = date.strftime("%B")
    for text in (
        f"{date}T08:00:00Z",
        f"{date.year}年{date.month}月{date.day}日",
        f"{month} {date.day}, {date.year}",
        f"{date.day} {month[:3]}. {date.year}",
    ):
        assert day(text) == date
