"""How well the weights of `toolkit.alignment.bearers` bring names together, and what a fit would make of them.

    python corpora/names/fit.py mqm_dev.jsonl

Two questions, each answered by documents: every document is judged by weights fitted on the others.

* Pairing: the right renderings of all known persons of a paragraph are hidden from the tool, and each Chinese name must
  find its own among them. Only company and order can be fitted so; a hidden name gives its sound away.
* Judging: of the English that a lost name was brought together with, how much is marked by two raters or more, by
  confidence.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from toolkit.alignment.bearers import WEIGHTS
from toolkit.alignment.company import Company
from toolkit.api import Desk, open_desk
from toolkit.api.document import paired
from toolkit.core import Segment
from toolkit.files.article import parse
from toolkit.lint import Context
from toolkit.rules.names.bearing import borne

BOUNDS = (0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.0)
Group = tuple[np.ndarray, np.ndarray]  # evidence (company, order) a candidate; which of them is right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=Path, help="the marked paragraphs, as the evaluation has them")
    desk, _ = open_desk(ner=False)
    hidden: defaultdict[str, list[Group]] = defaultdict(list)
    judged: list[tuple[float, int]] = []
    for line in parser.parse_args().rows.open(encoding="utf-8"):
        row = json.loads(line)
        document = paired(
            parse(row["source"], "zh", "text"), parse(row["target"], "en", "text"), desk.lexicon, desk.glossary
        )
        context = Context(document, desk.glossary, desk.lexicon)
        for segment in document.segments:
            if segment.source and segment.target.prose:
                hidden[row["doc"]] += pairing(segment, context, desk)
                judged += (
                    (bearer.confidence, raters(row, bearer.span))
                    for _, bearer in (*borne(segment, context).terms, *borne(segment, context).persons)
                )
    report_pairing(hidden)
    report_judging(judged)


def pairing(segment: Segment, context: Context, desk: Desk) -> Iterator[Group]:
    """For each known person the hidden renderings of all persons."""
    zh, en = segment.source.prose if segment.source else "", segment.target.prose
    people = [match for match in context.matches(segment) if match.term.type == "person"]
    ids = {match.term.id for match in people}
    hits = {hit.span: hit.term.id for hit in desk.glossary.accepted.find(context.words(segment)) if hit.term.id in ids}
    company = Company(zh, en, desk.lexicon)
    for match in people:
        right = np.array([name == match.term.id for name in hits.values()])
        if right.any() and not right.all():
            middle = (match.span.start + match.span.end) / 2 / len(zh)
            order = [1 - abs(middle - (span.start + span.end) / 2 / len(en)) for span in hits]
            yield np.array([[company.kept(match.span, span) for span in hits], order]).T, right


def fitted(groups: list[Group], steps: int = 300) -> np.ndarray:
    """Weights of company and order by conditional logistic regression, held near each other by a small penalty."""
    weights = np.array([1.0, 1.0])
    for _ in range(steps):
        slope = -0.01 * weights
        for evidence, right in groups:
            odds = np.exp(evidence @ weights)
            slope += evidence[right].mean(axis=0) - (odds / odds.sum()) @ evidence
        weights += slope * 5 / len(groups)
    return weights


def found(groups: list[Group], weights: np.ndarray) -> int:
    """How many names find their own."""
    return sum(int(right[np.argmax(evidence @ weights)]) for evidence, right in groups)


def report_pairing(hidden: dict[str, list[Group]]) -> None:
    every = [group for groups in hidden.values() for group in groups]
    shipped = np.array([WEIGHTS.company, WEIGHTS.order])
    apart = [
        fitted([group for other, groups in hidden.items() if other != name for group in groups])
        for name in hidden
        if hidden[name]
    ]
    held = sum(found(groups, weights) for groups, weights in zip(filter(None, hidden.values()), apart, strict=True))
    print(f"pairing: {len(every)} hidden names in {len(apart)} documents; of them find their own")
    for label, right in (
        ("by company alone", found(every, np.array([1.0, 0.0]))),
        ("by order alone", found(every, np.array([0.0, 1.0]))),
        (f"by the weights as shipped ({shipped[0]:g} and {shipped[1]:g})", found(every, shipped)),
        ("by weights fitted on the other documents", held),
    ):
        print(f"  {right / len(every):.3f}  {label}")
    ratios = sorted(weights[1] / weights[0] for weights in apart)
    print(f"  order weighs {ratios[0]:.1f} to {ratios[-1]:.1f} times company, by which document is left out")


def raters(row: dict, span: tuple[int, int]) -> int:
    """How many raters marked some of a stretch of the English, for more than its style."""
    marks = (mark for mark in row["errors"] if mark["side"] == "target" and not mark["category"].startswith("Style"))
    return len(
        {mark["rater"] for mark in marks if mark["start"] < span[1] and span[0] < max(mark["end"], mark["start"] + 1)}
    )


def report_judging(judged: list[tuple[float, int]]) -> None:
    print(f"judging: {len(judged)} stretches of English that a lost name was brought together with")
    for low, high in zip(BOUNDS, (1.01, *BOUNDS), strict=False):
        marks = [count for confidence, count in judged if low <= confidence < high]
        if marks:
            print(
                f"  {np.mean([count > 1 for count in marks]):.3f} of {len(marks):3d} marked by two, confidence from {low}"
            )


if __name__ == "__main__":
    main()
