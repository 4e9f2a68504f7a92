"""Markdown articles: what is prose, and where it stands."""

from __future__ import annotations

import datetime
import time

import pytest

from tests.files.maps import exact
from toolkit.core import Article, Kind
from toolkit.files import parse


def _article(raw: str) -> Article:
    article = parse(raw, "a.md", "markdown")
    exact(article)
    return article


def _prose(raw: str) -> list[str]:
    return [paragraph.text.prose for paragraph in _article(raw).paragraphs]


GOLDEN = """---
title: "Chips rise"
date: 2024-06-19T10:00:00+08:00
tags: [a, b]
---
# Chips *rise* again ##

The **plan** was [approved](http://x.y/z_(a) "T") on `Monday`, and \\*it\\* was R&amp;D.[^1]
A second line of _it_\x20\x20
with 🙂 a break.

<!-- copydesk: ignore dates: as agreed -->
- One item
- Two *items*
  go on

  and on

1. A number
   - inside

| Head | Other |
|------|:-----:|
| a \\| b | **c** |

> Quoted text
> goes on.

```
code
```

![no prose](a.png)

<figure><figcaption>A <b>plant</b></figcaption></figure>

Text <b>bold</b> <https://x.y> [ref] and [text][Ref], [no][nope].

[ref]: http://x.y
[^1]: A note.

Below
-----
"""


def test_golden_article() -> None:
    article = _article(GOLDEN)
    assert [(p.kind, p.text.prose) for p in article.paragraphs] == [
        (Kind.HEADLINE, "Chips rise"),
        (Kind.HEADLINE, "Chips rise again"),
        (Kind.BODY, "The plan was approved on \ufffc, and *it* was R&D.\nA second line of it\nwith 🙂 a break."),
        (Kind.LIST_ITEM, "One item"),
        (Kind.LIST_ITEM, "Two items\ngo on"),
        (Kind.LIST_ITEM, "and on"),
        (Kind.LIST_ITEM, "A number"),
        (Kind.LIST_ITEM, "inside"),
        (Kind.TABLE_CELL, "Head"),
        (Kind.TABLE_CELL, "Other"),
        (Kind.TABLE_CELL, "a | b"),
        (Kind.TABLE_CELL, "c"),
        (Kind.BODY, "Quoted text\ngoes on."),
        (Kind.CAPTION, "A plant"),
        (Kind.BODY, "Text bold \ufffc ref and text, [no][nope]."),
        (Kind.BODY, "A note."),
        (Kind.HEADLINE, "Below"),
    ]
    assert article.date == datetime.date(2024, 6, 19)
    (ignore,) = article.ignores
    assert GOLDEN[slice(*ignore.scope)] == "One item"


@pytest.mark.parametrize(
    ("raw", "prose"),
    [
        ("中文**强调。**后文", ["中文强调。后文"]),
        ("5 * 3 * 2, snake_case_word, 10~20", ["5 * 3 * 2, snake_case_word, 10~20"]),
        ("***both*** ~~gone~~ **a *b* c**", ["both gone a b c"]),
        ("[text] (http://x.y) and ** broken ** and [open", ["[text] (http://x.y) and ** broken ** and [open"]),
        ("#No heading\n\n＃ Nor this", ["#No heading", "＃ Nor this"]),
        ("One ``two ` three`` four ` five", ["One \ufffc four ` five"]),
        ("[a *b](x) c*", ["a *b c*"]),
        ("[![alt](i.png)](x) one ![alt *b*](y) two", ["one two"]),
        ("    code\n\ntext", ["text"]),
        ("a | b\n\nc", ["a | b", "c"]),
        ("It was in\n2024. The plan", ["It was in\n2024. The plan"]),
        ("+++\ntitle = 'One'\ndate = 2024-06-19\n+++\nTwo\n", ["One", "Two"]),
        ("---\nnot front matter", ["not front matter"]),
        ("第一段。\n第二段。\n第三段。", ["第一段。", "第二段。", "第三段。"]),
        ("<div>\nOne &amp; *two*\n</div>\n\n*three*", ["One & *two*", "three"]),
        ("\u3000\u3000第一段。\r\n\r\n\u3000\u3000第二段。", ["第一段。", "第二段。"]),
    ],
)
def test_prose(raw: str, prose: list[str]) -> None:
    assert _prose(raw) == prose


def test_lines_wrapped_by_hand_stay_one_paragraph() -> None:
    raw = (
        "The ministry said on Monday that it would look into the matter.\n"
        "Together with its partners it gave no date for a decision, and\n"
        "did not say who would take part in it.\n"
    )
    assert len(_prose(raw)) == 1


@pytest.mark.parametrize(
    "raw",
    [
        "[" * 50_000 + "](x)" * 50_000,
        "*a **b_c* " * 30_000,
        " ".join("`" * n for n in range(1, 800)),
        "> " * 100_000,
        "- " * 100_000 + "x",
        "<div>\n\n" * 10_000,
        "# " + " #" * 500_000 + " x",
        "```\n\n~~~\n" * 10_000,
        "x" * 5_000_000,
        "|a|b|\n|-|-|\n" + "| one | two |\n" * 300,
    ],
    ids=range(10),
)
def test_hostile_articles_are_read_in_time(raw: str) -> None:
    began = time.process_time()
    parse(raw, "a.md", "markdown")
    assert time.process_time() - began < 2
