"""The fixture's sentences are our own, and what is made of them keeps both sides together."""

from __future__ import annotations

import itertools
import json
import lzma
import re
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "corpora" / "fixture"))
import expand
import parallel
from corpus import Corpus, Share
from phrases import Cut, phrases_of, telling, whole
from told import MOST, Batch, Marks, Telling, some, tell

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "corpora" / "fixture"
PAIRS = [
    tuple(line.split("\t"))
    for path in sorted((FOLDER / "pairs").glob("*.tsv"))
    for line in path.read_text("utf-8").splitlines()
]


def test_there_are_at_least_400_pairs_and_none_twice():
    assert all(len(pair) == 2 and all(pair) for pair in PAIRS)
    assert len({zh for zh, _ in PAIRS}) == len(PAIRS) >= 400


def test_each_side_is_in_its_language():
    assert [zh for zh, _ in PAIRS if not re.search("[\u4e00-\u9fff]", zh)] == []
    assert [en for _, en in PAIRS if re.search("[\u4e00-\u9fff]", en)] == []


def test_no_sentence_of_the_demo_is_among_them():
    demo = "".join(path.read_text("utf-8") for path in (ROOT / "corpora" / "demo" / "clean").glob("*.zh.txt"))
    assert [zh for zh, _ in PAIRS if len(zh) > 14 and zh.rstrip("。") in demo] == []


def test_figures_stay_the_same_on_both_sides():
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


def test_the_same_seed_makes_the_same_pairs():
    learn, judge = expand.own()
    assert not set(learn) & set(judge)
    assert expand.expanded(learn[:40], 5, 3) == expand.expanded(learn[:40], 5, 3) != expand.expanded(learn[:40], 5, 4)


def test_the_model_is_small_and_has_a_card():
    files = list((FOLDER / "model").iterdir())
    assert sum(file.stat().st_size for file in files) <= 8_000_000
    card = json.loads((FOLDER / "model" / "card.json").read_text("utf-8"))
    assert (card["licence"], card["guided_alignment"]) == ("Apache-2.0", True)
    assert "BLEU" in card["unseen sentences"]


CUT = Cut(["荷兰", "公司", "阿斯麦", "说"], ["▁The", "▁Dutch", "▁company", "▁AS", "ML", "▁said"])
LINKS = [(0, 1), (1, 2), (2, 3), (2, 4), (3, 5)]


def test_phrases_render_each_other_and_nothing_else():
    found = set(phrases_of(CUT, LINKS))
    assert {(0, 1, 1, 2), (2, 3, 3, 5), (0, 3, 1, 5)} <= found
    assert not {one for one in found if one[2:] in {(3, 4), (4, 5)}}, "half a word is none"
    assert (0, 1, 1, 2) not in set(phrases_of(CUT, [*LINKS, (3, 1)])), "nor is what other Chinese renders too"


def test_a_short_pair_is_a_phrase_of_its_own():
    assert list(whole(Cut(["阿斯麦"], ["▁AS", "ML"]))) == [(0, 1, 0, 2)]
    assert not list(whole(Cut(["字"] * 7, ["▁word"])))


def test_names_are_told_before_common_words_and_light_words_never():
    told = [" ".join(CUT.en[c:d]) for _, _, c, d in telling(CUT, [(1, 2, 2, 3), (2, 3, 3, 5), (0, 1, 0, 2)])]
    assert told == ["▁AS ML", "▁company"]


MARKS = Marks(7, 8)
PHRASES = [(0, 1, 1, 2), (1, 2, 2, 3), (2, 3, 3, 5), (3, 4, 5, 6)]


def batch(rows=1):
    """So many times the pair above: the pieces of the source are 10 to 13 and the end, those of the target 20 to 25."""
    links = [(row, to, of) for row in range(rows) for of, to in LINKS]
    sides = [[*range(10, 14), 0]] * rows, [[*range(20, 26), 0]] * rows
    return Batch(*map(np.array, sides), np.array(links).T)


def told(*rows):
    """The batch with the given English told for phrases: pairs of phrase and English for each row."""
    phrases, there = np.full((len(rows), MOST, 4), -1), np.zeros((len(rows), MOST), bool)
    english = np.full((len(rows), MOST, 9), -1)
    for n, row in enumerate(rows):
        for m, (phrase, said) in enumerate(row):
            phrases[n, m], there[n, m], english[n, m, : len(said)] = phrase, True, said
    done = tell(batch(len(rows)), Telling(phrases, there, english), MARKS)
    sides = ([[piece for piece in row if piece >= 0] for row in side.tolist()] for side in done[:2])
    return *sides, [{(of, to) for row, to, of in done.links.T.tolist() if row == n} for n in range(len(rows))]


def test_what_is_told_stands_behind_its_chinese_and_the_translation_looks_at_it():
    (source,), (target,), (links,) = told([((2, 3, 3, 5), [23, 24])])
    assert source == [10, 11, 12, 7, 23, 24, 8, 13, 0]
    assert target == [20, 21, 22, 23, 24, 25, 0]
    assert links == {(0, 1), (1, 2), (4, 3), (5, 4), (7, 5)}


@given(st.permutations(PHRASES), st.lists(st.lists(st.integers(1, 4), max_size=MOST), min_size=1, max_size=3))
def test_whatever_is_told_is_said_and_nothing_else_moves(phrases, sizes):
    rows = [
        [
            (one, list(range(100 * n, 100 * n + size)))
            for n, (one, size) in enumerate(zip(phrases, row, strict=False), 1)
        ]
        for row in sizes
    ]
    for row, source, target, links in zip(rows, *told(*rows), strict=True):
        ranges = [range(low, high) for (_, _, low, high), _ in row]
        others = [number for n, number in enumerate([*range(20, 26), 0]) if not any(n in each for each in ranges)]
        assert [number for number in target if number < 100] == others
        assert [number for number in source if number in {0, 10, 11, 12, 13}] == [10, 11, 12, 13, 0]
        for (_, end, _, _), english in row:
            at = source.index(9 + end) + 1
            assert source[at : at + len(english) + 2] == [7, *english, 8]
        assert all(source[of] == target[to] if target[to] >= 100 else 10 <= source[of] < 14 for of, to in links)
        assert {target[to] for _, to in links} == {*target} - {20, 0}


def test_terms_that_are_told_do_not_overlap():
    phrases = np.array([[(0, 2, 0, 2), (1, 3, 1, 3), (4, 5, 4, 5), (-1, -1, -1, -1)]] * 80)
    chosen, there = some(phrases, 1.0, np.random.default_rng(1))
    assert there[:, 0].all()
    for row, kept in zip(chosen.tolist(), there.tolist(), strict=True):
        starts = [one[0] for one, told in zip(row, kept, strict=True) if told]
        assert len({*starts}) == len(starts)
        assert -1 not in starts
        assert not {0, 1} <= {*starts}
    assert not some(phrases, 0.0, np.random.default_rng(1))[1].any()


def test_every_row_comes_up_once_before_any_comes_up_again(tmp_path):
    corpus = stored(tmp_path, Share(0.0, 0.0))
    turns = list(itertools.takewhile(lambda turn: turn[0] == 0, corpus.batches(40, 3)))
    seen = sorted(tuple(row[row >= 0].tolist()) for _, one in turns for row in one.source)
    assert seen == sorted((*range(10, 11 + n), 0) for n in range(20))
    assert all(one.source.size <= 40 or len(one.source) == 1 for _, one in turns)


def test_another_rows_english_is_told_and_said(tmp_path):
    corpus = stored(tmp_path, Share(1.0, 1.0))
    heard, own = 0, 0
    for _, one in itertools.islice(corpus.batches(60, 3), 40):
        for row, to, of in one.links.T:
            if one.source[row, of] >= 50:
                assert one.source[row, of] == one.target[row, to]
                heard += 1
                own += one.target[row, to] == 50 + (one.source[row] >= 10).sum() - 2
    assert heard > 100 > own


def stored(folder, share):
    """Twenty pairs, the n-th of n + 1 pieces and the end, its first piece a phrase whose English is 50 + n, or two such."""
    parts = {"source": [], "target": [], "links": [], "told": []}
    ends = {name: [] for name in parts}
    for n in range(20):
        parts["source"] += [*range(10, 11 + n), 0]
        parts["target"] += [50 + n, *range(30, 30 + n), 0]
        parts["links"] += [0, 0]
        parts["told"] += [0, 1, 0, 1]
        for name, wide in (("source", 1), ("target", 1), ("links", 2), ("told", 4)):
            ends[name].append(len(parts[name]) // wide)
    np.savez(folder / "rows.npz", **parts, **{f"{name}_ends": at for name, at in ends.items()})
    return Corpus(folder / "rows.npz", MARKS, share)


def test_of_a_parallel_text_what_is_no_translation_and_what_comes_too_often_is_left_out(tmp_path):
    often = [
        ("news", f"公司说今年第{n}次扩大产能。", "The company said that it expanded capacity again.") for n in range(20)
    ]
    rows = [
        *often,
        ("news", "公司说话了。", "公司 said."),
        ("news", "no Chinese", "none"),
        ("news", "好。", "Much too long " * 9),
    ]
    table = tmp_path / "pairs.tsv.xz"
    with lzma.open(table, "wt", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in rows)
    learn = parallel.parallel(table, 1)
    assert len(learn) == parallel.MOST
    assert {en for _, en in learn} == {often[0][2]}
