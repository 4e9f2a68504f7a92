"""How much longer the cascade takes than the plain beam search of the same model on the same text.

    python corpora/bench/cost.py --model NAME|DIR [--runs N] [--threads N] [--json FILE]

Three texts: the two clean articles of the demo, the sentences of the fixture model's own pairs, and the suite of terms, in
whose every sentence a term stands and in most of them one that the model does not know. Each run translates a text plainly
and through the cascade, one after the other; told are the medians, their ratio (the median of the runs' ratios), how much
of it the model itself takes, and how many sentences went beyond the plain translation. A small model makes our own work
weigh: with a large one the model's share is nearly all.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import terms

from toolkit.api.check import default_plan
from toolkit.api.desk import Desk, open_desk
from toolkit.api.means import Means
from toolkit.engines import shelf
from toolkit.engines.hardware import Running
from toolkit.engines.loading import load
from toolkit.language.sentences import chinese_sentences
from toolkit.translation import Memory, Request, Told, Translator, render
from toolkit.translation.steps import Step

CORPORA = Path(__file__).parents[1]


@dataclass
class Timed:
    """A translator that counts the seconds that are spent in it."""

    inner: Translator
    seconds: float = 0.0
    name: str = field(init=False, default="timed")

    def translate(self, requests: Sequence[Request]) -> list:
        return self._timed(self.inner.translate, requests)

    def score(self, pairs: Sequence[tuple[str, str]], told: Sequence[tuple[Told, ...]] = ()) -> list:
        return self._timed(self.inner.score, pairs, told)

    def align(self, pairs: Sequence[tuple[str, str]]) -> list:
        return self._timed(self.inner.align, pairs)

    def _timed(self, call: Any, *asked: Sequence) -> list:
        begun = time.perf_counter()
        found = call(*asked)
        self.seconds += time.perf_counter() - begun
        return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", required=True)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    desk, _ = open_desk()
    model = load(shelf.find(asked.model), Running(threads=asked.threads))
    found = {name: measure(text, desk, model, asked.runs) for name, text in texts(desk).items()}
    for name, one in found.items():
        print(
            f"{name}: {one['sentences']} sentences, {one['beyond']} beyond plain; plain {one['plain']:.2f} s, "
            f"cascade {one['cascade']:.2f} s: {one['ratio']:.2f} times ({one['model']:.2f} in the model)"
        )
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=2), "utf-8")
    return 0


def texts(desk: Desk) -> dict[str, list[str]]:
    """Paragraphs by the name of the text."""
    articles = {
        path.name: path.read_text("utf-8").split("\n\n")
        for path in sorted((CORPORA / "demo" / "clean").glob("*.zh.txt"))
    }
    pairs = [
        line.split("\t")[0]
        for path in sorted((CORPORA / "fixture" / "pairs").glob("*.tsv"))
        for line in path.read_text("utf-8").splitlines()
    ]
    return articles | {"own pairs": pairs, "suite of terms": [case.zh for case in terms.suite(desk.glossary, 360, 7)]}


def measure(paragraphs: Sequence[str], desk: Desk, model: Translator, runs: int) -> dict[str, float]:
    """Translate a text both ways, `runs` times; the first time, which loads what is lazy, is not counted."""
    sentences = [text[slice(*span)] for text in paragraphs for span in chinese_sentences(text)]
    timed = Timed(model)
    means = Means(desk, default_plan(), timed, Memory())
    plain, cascade, inside = [], [], []
    for _ in range(runs + 1):
        begun = time.perf_counter()
        model.translate([Request(sentence) for sentence in sentences])
        between, timed.seconds = time.perf_counter(), 0.0
        rendered = render(paragraphs, means.cascade(None), means.memory)
        plain.append(between - begun)
        cascade.append(time.perf_counter() - between)
        inside.append(timed.seconds)
    beyond = sum(
        any(outcome.step not in {Step.PLAIN, Step.INLINE} for outcome in sentence.outcomes)
        for one in rendered
        for sentence in one.sentences
    )
    ratios = [[b / a for a, b in zip(plain[1:], after[1:], strict=True)] for after in (cascade, inside)]
    return {
        "sentences": len(sentences),
        "beyond": beyond,
        "plain": median(plain[1:]),
        "cascade": median(cascade[1:]),
        "ratio": median(ratios[0]),
        "model": median(ratios[1]),
    }


if __name__ == "__main__":
    sys.exit(main())
