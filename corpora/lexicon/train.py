"""Train the word lexicon that ships with the toolkit, from parallel text.

    python corpora/lexicon/train.py PAIRS.tsv.xz toolkit/alignment/data/lexicon.txt

PAIRS has three columns: the name of the set, Chinese, English. Recipe: Traditional folded to Simplified (opencc t2s), words by
rjieba, English stems, word translation probabilities by systran-align in both directions, pruned. Needs the dependency
group `train`.
"""

from __future__ import annotations

import argparse
import lzma
import re
import struct
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import opencc
import rjieba
from systran_align import generate_alignment_probabilities

from toolkit.alignment.english import stems
from toolkit.alignment.lexicon import compose

HAN = re.compile("[\u3400-\u9fff]")
STOP = frozenset(
    "the a an of to in and that is for on with as was it by at be this are has from have an its were".split()
)

Row = tuple[str, list[str], list[str]]
"""The set, the Chinese words and the English stems of a pair."""
Entries = dict[str, dict[str, float]]


def pairs(path: Path, sets: re.Pattern[str], copies: int) -> Iterator[tuple[str, str, str]]:
    """(set, Chinese, English) of the chosen sets; at most so many versions of a text that a person wrote."""
    seen: Counter[str] = Counter()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            name, _, rest = line.rstrip("\n").partition("\t")
            chinese, _, english = rest.partition("\t")
            human = english if name.startswith("bt") else chinese
            if sets.match(name) and seen[human] < copies and len(chinese) <= 400 and HAN.search(chinese):
                seen[human] += 1
                yield name, chinese, english


def tokenised(rows: Iterable[tuple[str, str, str]]) -> Iterator[Row]:
    """(set, Chinese words, English stems); marks and figures carry nothing here and go."""
    fold = opencc.OpenCC("t2s").convert
    for name, chinese, english in rows:
        words = [word for word in rjieba.cut(fold(chinese)) if HAN.search(word)]
        targets = stems(english)
        if words and targets and 0.25 < len(words) / len(targets) < 4:
            yield name, words, targets


def probabilities(path: Path) -> Iterator[tuple[str, str, float]]:
    """(given, word, probability) from an aligner's table: version, words from 1 on, then a row for each given word."""
    data = path.read_bytes()
    _, size = struct.unpack_from("<ii", data)
    *raw, rest = data[8:].split(b"\0", size)
    names = ["", *(word.decode() for word in raw)]
    at = len(data) - len(rest) + 4
    while at < len(data):
        given, number = struct.unpack_from("<ii", data, at)
        for word, p in struct.iter_unpack("<if", data[at + 8 : at + 8 + 8 * number]):
            yield names[given], names[word], p
        at += 8 + 8 * number


def align(rows: list[Row], folder: Path) -> tuple[Path, Path]:
    """Run the aligner; the tables English-given-Chinese and Chinese-given-English."""
    text, forward, backward = folder / "text", folder / "forward", folder / "backward"
    with text.open("w", encoding="utf-8") as out:
        out.writelines(f"{' '.join(words)} ||| {' '.join(targets)}\n" for _, words, targets in rows)
    generate_alignment_probabilities(str(text), str(forward), str(backward), iterations=5)
    return forward, backward


def table(rows: list[Row], forward: Path, backward: Path, floor: float, most: int, least: int) -> Entries:  # noqa: PLR0913, PLR0917 - a recipe has many dials
    """Chinese word -> English stems with p(stem | word), best first.

    An entry stays where the mean of p(stem | word) and p(word | stem) reaches `floor`, both seen `least` times.
    """
    words, targets = Counter[str](), Counter[str]()
    for _, chinese, english in rows:
        words.update(chinese)
        targets.update(english)
    back = {(zh, en): p for en, zh, p in probabilities(backward) if p > 1e-3}
    found: Entries = defaultdict(dict)
    for zh, en, p in probabilities(forward):
        mean = (p + back.get((zh, en), 0.0)) / 2
        common = words[zh] >= least <= targets[en] and (en not in STOP or p > 0.5)
        if common and mean >= floor and p > 0.025 and HAN.match(zh):
            found[zh][en] = p
    return {zh: dict(sorted(entry.items(), key=lambda row: -row[1])[:most]) for zh, entry in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--sets", default="(?!mmt)", help="a pattern that the names of sets begin with")
    parser.add_argument("--copies", type=int, default=4, help="most machine versions of one text")
    parser.add_argument("--floor", type=float, default=0.05)
    parser.add_argument("--most", type=int, default=6)
    parser.add_argument("--least", type=int, default=3)
    options = parser.parse_args()
    started = time.perf_counter()
    rows = list(tokenised(pairs(options.pairs, re.compile(options.sets), options.copies)))
    with tempfile.TemporaryDirectory() as folder:
        forward, backward = align(rows, Path(folder))
        lexicon = table(rows, forward, backward, options.floor, options.most, options.least)
    data = compose(lexicon).encode()
    options.output.write_bytes(data)
    for name, number in Counter(name for name, _, _ in rows).items():
        print(f"{name}\t{number}")
    print(
        f"{len(rows)} pairs, {len(lexicon)} words, {len(data)} bytes, {time.perf_counter() - started:.0f} s",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
