"""Train the word lexicon that ships with the toolkit, from parallel text.

    python corpora/lexicon/train.py PAIRS.tsv.xz toolkit/alignment/data/lexicon.txt.z

PAIRS has three columns: the name of the set, Chinese, English. Recipe: Traditional folded to Simplified (opencc t2s), words by
rjieba, English stems, word translation probabilities by systran-align in both directions, joined by their geometric mean,
pruned. Needs the dependency group `train`.
"""

from __future__ import annotations

import argparse
import lzma
import math
import re
import struct
import sys
import tempfile
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from toolkit.alignment.english import stems

HAN = re.compile("[\u3400-\u9fff]")
STOP = frozenset(
    "the a an of to in and that is for on with as was it by at be this are has from have an its were".split()
)


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


def tokenised(rows: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, list[str], list[str]]]:
    """(set, Chinese words, English stems); marks and figures carry nothing here and go."""
    import opencc
    import rjieba

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


def align(rows: list[tuple[str, list[str], list[str]]], folder: Path) -> tuple[Path, Path]:
    """Run the aligner; the tables English-given-Chinese and Chinese-given-English."""
    from systran_align import generate_alignment_probabilities

    text, forward, backward = folder / "text", folder / "forward", folder / "backward"
    with text.open("w", encoding="utf-8") as out:
        out.writelines(f"{' '.join(words)} ||| {' '.join(targets)}\n" for _, words, targets in rows)
    generate_alignment_probabilities(str(text), str(forward), str(backward), iterations=5)
    return forward, backward


def table(
    rows: list[tuple[str, list[str], list[str]]], forward: Path, backward: Path, floor: float, most: int, least: int
) -> dict[str, list[tuple[str, float]]]:
    """Chinese word -> English stems with p(stem | word), best first: those that the other direction confirms."""
    counts = Counter(word for _, words, _ in rows for word in words)
    back = {(zh, en): p for en, zh, p in probabilities(backward) if p > 1e-3}
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for zh, en, p in probabilities(forward):
        both = math.sqrt(p * back.get((zh, en), 0.0))
        if counts[zh] >= least and both >= floor and (en not in STOP or p > 0.5):
            found[zh].append((en, p))
    return {zh: sorted(ens, key=lambda row: -row[1])[:most] for zh, ens in found.items() if HAN.match(zh)}


def text_of(lexicon: dict[str, list[tuple[str, float]]]) -> str:
    """The file's text: one word a line, words that begin alike in one paragraph."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(lexicon):
        values = " ".join(f"{en}:{min(99, round(100 * p))}" for en, p in lexicon[word])
        groups[word[0]].append(f"{word}\t{values}")
    return "\n\n".join("\n".join(lines) for lines in groups.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--sets", default="(?!mmt)", help="a pattern that the names of sets begin with")
    parser.add_argument("--copies", type=int, default=4, help="most machine versions of one text")
    parser.add_argument("--floor", type=float, default=0.04)
    parser.add_argument("--most", type=int, default=6)
    parser.add_argument("--least", type=int, default=2)
    options = parser.parse_args()
    started = time.perf_counter()
    rows = list(tokenised(pairs(options.pairs, re.compile(options.sets), options.copies)))
    with tempfile.TemporaryDirectory() as folder:
        forward, backward = align(rows, Path(folder))
        lexicon = table(rows, forward, backward, options.floor, options.most, options.least)
    packed = zlib.compress(text_of(lexicon).encode(), 9)
    options.output.write_bytes(packed)
    for name, number in Counter(name for name, _, _ in rows).items():
        print(f"{name}\t{number}")
    print(
        f"{len(rows)} pairs, {len(lexicon)} words, {len(packed)} bytes, {time.perf_counter() - started:.0f} s",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
