"""The fixture's sentences are our own, and what is made of them keeps both sides together."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "corpora" / "fixture"
PAIRS = [
    tuple(line.split("\t"))
    for path in sorted((FOLDER / "pairs").glob("*.tsv"))
    for line in path.read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def expand():
    spec = importlib.util.spec_from_file_location("expand", FOLDER / "expand.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_are_at_least_400_pairs_and_none_twice():
    assert all(len(pair) == 2 and all(pair) for pair in PAIRS)
    assert len({zh for zh, _ in PAIRS}) == len(PAIRS) >= 400


def test_each_side_is_in_its_language():
    assert [zh for zh, _ in PAIRS if not re.search("[\u4e00-\u9fff]", zh)] == []
    assert [en for _, en in PAIRS if re.search("[\u4e00-\u9fff]", en)] == []


def test_no_sentence_of_the_demo_is_among_them():
    demo = "".join(path.read_text("utf-8") for path in (ROOT / "corpora" / "demo" / "clean").glob("*.zh.txt"))
    assert [zh for zh, _ in PAIRS if len(zh) > 14 and zh.rstrip("。") in demo] == []


def test_figures_stay_the_same_on_both_sides(expand):
    made = expand.expanded([("股价上涨1.8%，市值73亿欧元。", "Shares rose 1.8 per cent to 7.3 billion euros.")], 40, 1)
    assert len(made) > 20
    for zh, en in made:
        share, value = re.search(r"([\d.]+)%", zh), re.search(r"([\d.]+)亿", zh)
        assert share is not None
        assert value is not None
        assert f"{share[1]} per cent" in en
        billions = re.search(r"([\d.]+) (b|m)illion euros", en)
        assert billions is not None
        assert float(billions[1]) * (10 if billions[2] == "b" else 0.01) == pytest.approx(float(value[1]), abs=0.5)


def test_the_same_seed_makes_the_same_pairs(expand):
    learn, judge = expand.own()
    assert not set(learn) & set(judge)
    assert expand.expanded(learn[:40], 5, 3) == expand.expanded(learn[:40], 5, 3) != expand.expanded(learn[:40], 5, 4)


def test_the_model_is_small_and_has_a_card():
    files = list((FOLDER / "model").iterdir())
    assert sum(file.stat().st_size for file in files) <= 8_000_000
    card = json.loads((FOLDER / "model" / "card.json").read_text("utf-8"))
    assert (card["licence"], card["guided_alignment"]) == ("Apache-2.0", True)
    assert "BLEU" in card["unseen sentences"]
