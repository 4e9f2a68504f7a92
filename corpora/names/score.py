"""Recall and precision of the names found in Chinese news, against labels.jsonl or another file of labels.

    python corpora/names/score.py newstest2021.zh-en.src.zh

The lines that were labelled are not ours to ship: give a file that has them. They are known by their hash; how many are not
there is told.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from toolkit.api import open_desk
from toolkit.core import Span
from toolkit.language.names import Name, names, throughout
from toolkit.language.script import simplified

LABELS = Path(__file__).parent / "labels.jsonl"
KINDS = ("person", "organisation", "place", "outlet")
Finder = Callable[[str], Iterable[Name]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lines", type=Path, help="the file whose lines were labelled")
    parser.add_argument("--labels", type=Path, default=LABELS)
    asked = parser.parse_args()
    labelled = labels(asked.labels, asked.lines.read_text("utf-8").splitlines())
    desk = open_desk()[0]

    def rules(prose: str) -> Iterable[Name]:
        return names(prose, lambda word: bool(desk.lexicon.translations(word)))

    def tagged(prose: str) -> Iterable[Name]:
        return throughout([prose], lambda word: bool(desk.lexicon.translations(word)), desk.tagger)[0]

    def known(prose: str) -> list[Name]:
        found = (Name(match.span, match.term.type, "glossary") for match in desk.glossary.find(prose))
        return [name for name in found if name.kind in KINDS]

    finders: dict[str, Finder] = {
        "rules": rules,
        "glossary + rules": lambda prose: longest((*known(prose), *rules(prose))),
    }
    if desk.tagger:
        finders |= {
            "rules + tagger": tagged,
            "glossary + rules + tagger": lambda prose: longest((*known(prose), *tagged(prose))),
        }
    else:
        print("the extra ner is not installed: no figures with the tagger")
    print(f"{'':27}{'kind':14}{'labels':>7}{'found':>7}{'recall':>8}{'prec.':>7}{'r. touch':>9}{'p. touch':>9}")
    for name, finder in finders.items():
        table(name, [(truth, tuple(finder(prose))) for prose, truth in labelled])


def labels(file: Path, lines: list[str]) -> list[tuple[str, list[Name]]]:
    """Each labelled line, in Simplified script, with its names."""
    there = {hashlib.blake2b(line.encode(), digest_size=8).hexdigest(): line for line in lines}
    rows = [json.loads(row) for row in file.read_text("utf-8").splitlines()]
    found = [(simplified(there[row["blake2"]]), row["names"]) for row in rows if row["blake2"] in there]
    print(f"{len(found)} of {len(rows)} labelled lines are there")
    return [(line, [Name(Span(start, end), kind, "label") for start, end, kind in names]) for line, names in found]


def longest(found: Iterable[Name]) -> list[Name]:
    """The names that overlap none longer than they are."""
    kept: list[Name] = []
    for name in sorted(found, key=lambda name: name.span.start - name.span.end):
        if not any(name.span.overlaps(other.span) for other in kept):
            kept.append(name)
    return kept


def table(title: str, pairs: list[tuple[list[Name], tuple[Name, ...]]]) -> None:
    """Print a line for each kind, and for all: exact spans of the right kind, then spans that touch one of it."""
    sums: dict[str, Counter[str]] = {kind: Counter() for kind in (*KINDS, "all")}
    for truth, found in pairs:
        for one, other, prefix in ((truth, found, "r"), (found, truth, "p")):
            for name in one:
                for kind in (name.kind, "all"):
                    same = [by for by in other if by.kind == name.kind]
                    sums[kind][prefix] += 1
                    sums[kind][prefix + "="] += any(by.span == name.span for by in same)
                    sums[kind][prefix + "~"] += any(by.span.overlaps(name.span) for by in same)
    for kind, n in sums.items():
        r, p = max(n["r"], 1), max(n["p"], 1)
        shares = (n["r="] / r, n["p="] / p, n["r~"] / r, n["p~"] / p)
        print(f"{title:27}{kind:14}{n['r']:7}{n['p']:7}" + "{:8.2f}{:7.2f}{:9.2f}{:9.2f}".format(*shares))


if __name__ == "__main__":
    main()
