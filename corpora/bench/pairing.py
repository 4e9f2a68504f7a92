"""Measure the pairing of paragraphs on real articles, damaged by a seed.

    python corpora/bench/pairing.py --documents DOCUMENTS.jsonl --mqm MQM.jsonl [--half tune|report]

DOCUMENTS: one article a line with `zh` and `en`, paragraph by paragraph; MQM: one paragraph a line with doc, system, seg,
source, target. Damage: neighbours merged, a paragraph split at a sentence end, dropped on either side; light 15 % of the
paragraphs, heavy 40 %; or one paragraph moved. Strict F1: a bead counts when both its sides are exactly right; empty
beads count. Articles are halved by document: constants were tuned on `tune`, figures are for `report`.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import opencc

from toolkit.alignment import Bead, Lexicon, pair
from toolkit.core import Paragraph, Text
from toolkit.files.lexicon import load_lexicon

CHUNK = 30
SENTENCE = {"zh": re.compile("(?<=[。！？；])(?=.)"), "en": re.compile(r"(?<=[.!?;])\s+(?=[A-Z“\"])")}
DAMAGE = {"clean": 0.0, "light": 0.15, "heavy": 0.4}

Article = list[tuple[str, str]]
Side = list[tuple[str, frozenset[int]]]
"""Paragraphs, each with the numbers of the original ones it is made of."""


def documents(path: Path) -> Iterator[tuple[str, Article]]:
    """Articles of at most 30 paragraphs out of long documents, Traditional folded to Simplified."""
    fold = opencc.OpenCC("t2s").convert
    for n, line in enumerate(path.open(encoding="utf-8")):
        row = json.loads(line)
        sides = [[text.strip() for text in row[side].split("\n") if text.strip()] for side in ("zh", "en")]
        rows = [(fold(zh), en) for zh, en in zip(*sides, strict=True)]
        for start in range(0, len(rows), CHUNK):
            if len(rows) - start > 5:
                yield f"report.{n}", rows[start : start + CHUNK]


def copies(path: Path, systems: int) -> Iterator[tuple[str, Article]]:
    """Machine-translated articles, some systems each."""
    found: dict[tuple[str, str], list[tuple[int, str, str]]] = defaultdict(list)
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        found[row["doc"], row["system"]].append(
            (row["seg"], row["source"].strip() or "-", row["target"].strip() or "-")
        )
    names = sorted({doc for doc, _ in found})
    for n, doc in enumerate(names):
        of_doc = sorted(key for key in found if key[0] == doc)
        for k in range(systems):
            yield doc, [(zh, en) for _, zh, en in sorted(found[of_doc[(n + k * 3) % len(of_doc)]])]


def damaged(article: Article, share: float, rng: random.Random) -> tuple[Side, Side]:
    """The two sides after every paragraph has met one of the accidents with probability `share`."""
    source: Side = [(zh, frozenset([n])) for n, (zh, _) in enumerate(article)]
    target: Side = [(en, frozenset([n])) for n, (_, en) in enumerate(article)]
    for n in range(len(article)):
        if rng.random() < share:
            accident(
                n,
                rng.choice(("merge", "split", "drop")),
                *((source, "zh") if rng.random() < 0.3 else (target, "en")),
                rng,
            )
    return source, target


def accident(n: int, kind: str, side: Side, language: str, rng: random.Random) -> None:
    """Damage paragraph `n` on one side, in place; nothing happens where it cannot."""
    at = next((k for k, (_, made) in enumerate(side) if made == frozenset([n])), None)
    if at is None:
        return
    if kind == "drop":
        del side[at]
    elif kind == "merge" and at + 1 < len(side) and side[at + 1][1] == frozenset([n + 1]):
        gap = "" if language == "zh" else " "
        side[at : at + 2] = [(side[at][0] + gap + side[at + 1][0], side[at][1] | side[at + 1][1])]
    elif kind == "split" and (cuts := [match.end() for match in SENTENCE[language].finditer(side[at][0])]):
        cut = rng.choice(cuts)
        side[at : at + 1] = [(side[at][0][:cut].strip(), frozenset([n])), (side[at][0][cut:].strip(), frozenset([n]))]


def moved(article: Article, rng: random.Random) -> tuple[Side, Side]:
    """One English paragraph in another place."""
    source, target = damaged(article, 0.0, rng)
    one = target.pop(rng.randrange(len(target)))
    target.insert(rng.randrange(len(target) + 1), one)
    return source, target


def truth(source: Side, target: Side) -> set[Bead]:
    """The beads that are right: paragraphs that share an original, joined as far as they reach."""
    groups: list[tuple[set[int], set[int], set[int]]] = []
    for number, side in enumerate((source, target)):
        for at, (_, made) in enumerate(side):
            group = (set[int](), set[int](), set(made))
            group[number].add(at)
            for other in [other for other in groups if other[2] & made]:
                groups.remove(other)
                group = (group[0] | other[0], group[1] | other[1], group[2] | other[2])
            groups.append(group)
    return {Bead(tuple(sorted(one)), tuple(sorted(other))) for one, other, _ in groups}


def paragraphs(side: Side) -> list[Paragraph]:
    return [Paragraph(Text.plain(text)) for text, _ in side]


def measure(articles: Iterable[tuple[Side, Side]], lexicon: Lexicon, show: int = 0) -> tuple[float, float]:
    """Strict bead F1, and milliseconds of processor time an article."""
    right = found = wanted = count = 0
    spent = 0.0
    for source, target in articles:
        gold = truth(source, target)
        sides = paragraphs(source), paragraphs(target)
        started = time.process_time()
        beads = set(pair(*sides, lexicon))
        spent += time.process_time() - started
        right, found, wanted, count = right + len(beads & gold), found + len(beads), wanted + len(gold), count + 1
        if beads != gold and show > 0:
            show -= 1
            report(source, target, beads, gold)
    return 2 * right / (found + wanted), 1000 * spent / count


def report(source: Side, target: Side, beads: set[Bead], gold: set[Bead]) -> None:
    print("----")
    for mark, some in (("got", beads - gold), ("not", gold - beads)):
        for bead in sorted(some):
            texts = [[side[n][0][:60] for n in numbers] for side, numbers in zip((source, target), bead, strict=True)]
            print(mark, tuple(bead), *texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--mqm", type=Path, required=True)
    parser.add_argument("--half", choices=("tune", "report"), default="report")
    parser.add_argument("--systems", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print this many wrong articles of each kind of damage")
    options = parser.parse_args()
    lexicon = load_lexicon()
    every = [*documents(options.documents), *copies(options.mqm, options.systems)]
    names = sorted({name for name, _ in every})
    half = set(names[options.half == "report" :: 2])
    chosen = [article for name, article in every if name in half]
    print(f"{len(chosen)} articles, {sum(map(len, chosen))} paragraphs")
    for damage in ("clean", "light", "heavy", "moved"):
        rng = random.Random(options.seed)
        cases = [moved(one, rng) if damage == "moved" else damaged(one, DAMAGE[damage], rng) for one in chosen]
        score, milliseconds = measure(cases, lexicon, options.show)
        print(f"{damage}\t{score:.3f}\t{milliseconds:.1f} ms an article")


if __name__ == "__main__":
    main()
