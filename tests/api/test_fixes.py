"""Fixes on the demo, on the regression pairs, and on copy that is clean already."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from toolkit.api import Desk, check_text, fix_text, open_desk
from toolkit.files import Pair, discover
from toolkit.lint import Run
from toolkit.lint.fixing import Fixed

CORPORA = Path(__file__).parents[2] / "corpora"
MANGLED = discover([CORPORA / "demo" / "mangled"]).pairs
CLEAN = discover([CORPORA / "demo" / "clean"]).pairs
PAIRS = [json.loads(line) for line in (CORPORA / "regression" / "pairs.jsonl").read_text("utf-8").splitlines()]
FORMS = {".txt": "text", ".md": "markdown", ".html": "html"}


@cache
def desk() -> Desk:
    return open_desk()[0]


@cache
def fixed(pair: Pair, *, unsafe: bool) -> Fixed:
    english, chinese = pair.target.read_text("utf-8"), (pair.source or pair.target).read_text("utf-8")
    return fix_text(english, chinese, form=FORMS[pair.target.suffix], desk=desk(), unsafe=unsafe)


def told(run: Run) -> Counter[str]:
    return Counter(finding.rule for finding in run.findings)


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("pair", MANGLED, ids=lambda pair: pair.target.name)
def test_no_rule_says_more_of_the_fixed_copy_than_of_the_mangled_one(pair: Pair, unsafe: bool) -> None:
    done = fixed(pair, unsafe=unsafe)
    raw = done.after.document.target.raw
    chinese = (pair.source or pair.target).read_text("utf-8")
    again = check_text(raw, chinese, form=FORMS[pair.target.suffix], desk=desk())
    assert not told(again) - told(done.before)


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("pair", MANGLED, ids=lambda pair: pair.target.name)
def test_fixed_copy_has_nothing_left_to_fix(pair: Pair, unsafe: bool) -> None:
    raw = fixed(pair, unsafe=unsafe).after.document.target.raw
    chinese = (pair.source or pair.target).read_text("utf-8")
    again = fix_text(raw, chinese, form=FORMS[pair.target.suffix], desk=desk(), unsafe=unsafe)
    assert again.after.document.target.raw == raw


@pytest.mark.parametrize(("unsafe", "least"), [(False, 0.7), (True, 0.85)])
def test_most_findings_of_the_mangled_demo_are_gone_after_a_fix(unsafe: bool, least: float) -> None:
    done = [fixed(pair, unsafe=unsafe) for pair in MANGLED]
    before, after = (sum(len(getattr(one, when).findings) for one in done) for when in ("before", "after"))
    assert 1 - after / before >= least


@pytest.mark.parametrize("pair", CLEAN, ids=lambda pair: pair.target.name)
def test_clean_copy_is_left_alone(pair: Pair) -> None:
    assert not fixed(pair, unsafe=True).changed


@pytest.mark.parametrize("number", range(len(PAIRS)))
def test_a_fix_raises_nothing_in_a_regression_pair(number: int) -> None:
    row = PAIRS[number]
    done = fix_text(row["en"], row["zh"], desk=desk(), unsafe=True)
    assert not told(done.after) - told(done.before)
    assert done.refused == 0
    if row["fault"] is None:
        assert not done.changed


def test_a_safe_fix_of_a_regression_pair_writes_what_should_stand_there() -> None:
    """Pairs where a safe fix changes anything: the fault is gone, and what was expected is there."""
    done = [(row, fix_text(row["en"], row["zh"], desk=desk())) for row in PAIRS if row["fault"]]
    changed = [(row, one.after.document.target.raw) for row, one in done if one.changed]
    assert len(changed) >= 8
    assert [
        row["en"] for row, text in changed if row["fault"] in text and row["fault"] not in (row["expected"] or "")
    ] == []


DEBRIS = [
    pytest.param(
        "markdown",
        'The bank is on the list. Asia/Story20240529-3745644 "R = NOFOLLOW TARGET = _Blank> The port is not.',
        "The bank is on the list. The port is not.",
        id="debris goes",
    ),
    pytest.param(
        "html",
        '<p>The bank a href="https://example.org/a" rel="nofollow">is on the list</a> as well.</p>',
        '<p>The bank <a href="https://example.org/a">is on the list</a> as well.</p>',
        id="a whole address stays a link",
    ),
    pytest.param(
        "markdown",
        'The bank is listed href="https://example.org/a" rel = nofollow target = _blank> as well.',
        "The bank is listed (<https://example.org/a>) as well.",
        id="an address without its words stands in brackets",
    ),
]


@pytest.mark.parametrize(("form", "before", "after"), DEBRIS)
def test_alone_debris_goes_and_a_whole_address_is_kept_as_a_link(form: str, before: str, after: str) -> None:
    assert fix_text(before, form=form, desk=desk(), unsafe=True).after.document.target.raw == after


def test_a_leaked_tag_becomes_the_link_of_the_chinese_around_the_words_that_render_its_text() -> None:
    link = '<a href="https://example.com/news/Asia/Story20240529-3745644" rel="nofollow" target="_blank">'
    zh = f"<p>欧盟把该银行列入{link}实体清单</a>，美国没有。</p>"
    en = '<p>The EU put the bank on its Story20240529-3745644 "R = NOFOLLOW TARGET = _Blank>Entity List; the US did not.</p>'
    mended = fix_text(en, zh, form="html", desk=desk()).after.document.target.raw
    assert mended == f"<p>The EU put the bank on its {link}Entity List</a>; the US did not.</p>"
