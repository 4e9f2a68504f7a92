"""Whatever an article is made of, a check ends, points into the file, says the same twice, and its safe fixes hold."""

from __future__ import annotations

import json
import time
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from toolkit.api import check_text, fix_text, open_desk
from toolkit.core import Applicability, Article, Side, apply
from toolkit.lint import Run
from toolkit.reports import render

DESK, _ = open_desk()
SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "toolkit/reports/finding.schema.json").read_text("utf-8"))
)
TERMS = DESK.glossary.terms
MARKUP = (
    "<p> </p> <b> </b> <a href=' > </a> <!-- --> <br> &amp; &#x4e2d; &lt ** _ ` [ ]( ) ![ [^1] # - > | ~~ \\".split()
)
ENGLISH = (
    "The company said exports of chips rose 12.5 percent , and fell .  Karagaz Karaghas Asimai Zhou Qiling NVIDIAs U.S. "
    "3.4 billion $5 5% 27\" (a) (BIS) \" “ ” ‘ ’ — -- ( ) [ '' `` 《 》 June 19, 2024 on Wednesday 31 February ?! ... "
    "Minister President Vietnamese-Vietnamese the the lorem"
).split(" ")
CHINESE = "公司 表示 ， 。 增长12.5% 34亿 三万亿 2024年6月19日 周三 周启明 卡拉加兹 “ ” 《 》 （ ） 万 亿 半 多 两 芯片".split()
DEBRIS = (
    "\n\n",
    "\n",
    "\r\n",
    " ",
    "\t",
    "\u200b",
    "\u202e",
    "\u00a0",
    "\ufffd",
    "e\u0301",
    "👩‍🚀",
    "â€™",
    "\x00",
    "<|im_end|>",
)
COMMENTS = ("<!-- copydesk: ignore -->\n", "<!-- copydesk: ignore spacing: no -->\n\n")
NAMES = st.sampled_from(TERMS).map(lambda term: term.en)
WRONG = st.sampled_from([form for term in TERMS for form in term.en_forbidden] or ["x"])
SOURCES = st.sampled_from(TERMS).map(lambda term: term.zh)
ANYWHERE = st.sampled_from([*MARKUP, *DEBRIS, *COMMENTS])
COPY = st.lists(st.one_of(st.sampled_from(ENGLISH), NAMES, WRONG, ANYWHERE, st.text(max_size=4)), max_size=30)
ORIGINAL = st.lists(st.one_of(st.sampled_from(CHINESE), SOURCES, ANYWHERE), max_size=30)
FEW = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@FEW
@given(st.booleans(), COPY, st.none() | ORIGINAL)
def test_mixtures_of_scraps_are_checked(form: str, spaced: bool, copy: list[str], original: list[str] | None) -> None:
    english = (" " if spaced else "").join(copy)
    chinese = "".join(original) if original is not None else None
    run = check_text(english, chinese, form=form, desk=DESK)
    _points_inside(run)
    assert run.findings == check_text(english, chinese, form=form, desk=DESK).findings
    for line in render("jsonl", [run]).splitlines():
        SCHEMA.validate(json.loads(line))
    safe = [fix for one in run.findings for fix in one.flag.fixes if fix.applicability is Applicability.SAFE]
    _points_inside(check_text(apply(run.document.target.raw, safe), chinese, form=form, desk=DESK))


HUGE = {
    "strange names": (
        "".join(f"Kara{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}z " for n in range(4000)),
        "卡拉" * 4000,
    ),
    "capitals": ("NATO EU BIS " * 4000, "北约欧盟商务部" * 2000),
    "pinyin": ("Zhou Qiling and Xianxian. " * 1000, "周启明报道西安" * 1000),
    "brackets": ("(" * 10000, "（" * 4000),
    "quotation marks": ("“" * 10000, "《" * 4000),
    "short paragraphs": ("Exports rose.\n\n" * 450, "出口上升。\n\n" * 400),
    "figures": ("1,2 billion " * 4000, "三万亿" * 4000),
    "markup": ("<a [*`_“&" * 4000, "<a [*`_“&" * 2000),
    "comments": ("<!-- copydesk: ignore -->\n\nA  b .\n\n" * 800, "甲。\n\n" * 800),
}


@pytest.mark.parametrize("name", HUGE)
def test_hostile_articles_end(name: str) -> None:
    english, chinese = HUGE[name]
    began = time.process_time()
    _points_inside(check_text(english, chinese, form="markdown", desk=DESK))
    assert time.process_time() - began < 10


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize(
    "scraps", ["Exports of chips rose 12.5 percent , and fell .  ( a )", '" “ ” word. " .', "the the a.B"]
)
def test_a_paragraph_as_long_as_ten_articles_is_fixed_in_time(form: str, scraps: str) -> None:
    rng = Random(scraps)
    english = " ".join(rng.choices(scraps.split(" "), k=30_000))[:30_000]
    began = time.process_time()
    fix_text(english, form=form, desk=DESK, unsafe=True)
    assert time.process_time() - began < 5


def _points_inside(run: Run) -> None:
    sides: dict[Side, Article | None] = {Side.TARGET: run.document.target, Side.SOURCE: run.document.source}
    for one in run.findings:
        for place in filter(None, (one.flag.place, one.flag.evidence)):
            article = sides[place.side]
            assert article is not None
            assert 0 <= place.span.start <= place.span.end <= len(article.raw)
        for fix in one.flag.fixes:
            assert all(0 <= edit.span.start <= edit.span.end <= len(run.document.target.raw) for edit in fix.edits)
