"""How surely wanted terms get into a translation, and by which step.

    python corpora/bench/terms.py --model NAME|DIR|wordwise [--pairs N] [--seed N] [--sentences TSV|FOLDER] [--json FILE]

The suite is generated: the sentences of `sentences.tsv`, newsroom Chinese with one or two slots, filled with concepts of
the shipped glossaries, and their English as the desk would write it; the same for the same seed. --sentences takes pairs
that a model was trained on instead: each name that both sides have becomes a slot. Measured are (paragraph,
term) pairs: rendered in any accepted form, and for those rendered the step that did it; chrF of the output and of the
model's plain output against the references, by sacrebleu. What it costs is measured by `cost.py`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from wordwise import Wordwise

from toolkit.api.check import default_plan
from toolkit.api.desk import Desk, open_desk
from toolkit.api.means import Means
from toolkit.engines import shelf
from toolkit.engines.loading import load
from toolkit.evaluation import scores
from toolkit.glossary import Glossary, Term
from toolkit.glossary.words import Words
from toolkit.translation import Memory, Request, Translator, Tuning, render
from toolkit.translation.anchors import claims
from toolkit.translation.anchors import terms as anchored

SENTENCES = Path(__file__).with_name("sentences.tsv")
SLOTTED = ("person", "organisation", "outlet")
KINDS = ("person", "organisation", "place", "outlet", "title", "product", "law", "event", "term")


class Case(NamedTuple):
    """A paragraph, its reference, and the concepts that were put in."""

    zh: str
    en: str
    terms: tuple[Term, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", required=True)
    parser.add_argument("--pairs", type=int, default=360)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--margin", type=float, default=Tuning().margin)
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    desk, _ = open_desk()
    cases = suite(desk.glossary, asked.pairs, asked.seed, asked.sentences)
    found = measure(
        cases, Means(desk, default_plan(), translator(asked.model, desk), Memory(), Tuning(asked.margin)), asked.show
    )
    print(report(found))
    if asked.json:
        asked.json.write_text(json.dumps(found, ensure_ascii=False, indent=2), "utf-8")
    return 0


def translator(name: str, desk: Desk) -> Translator:
    """The model of that name; `wordwise` is the lexicon's own word-by-word rendering."""
    return Wordwise(desk.lexicon) if name == "wordwise" else load(shelf.find(name))


def templates(path: Path, glossary: Glossary) -> list[tuple[str, str]]:
    """Sentence pairs with slots; a pair without gets one for each name that both sides have."""
    files = sorted(path.glob("*.tsv")) if path.is_dir() else [path]
    text = "\n".join(file.read_text("utf-8") for file in files)
    lines = [line.split("\t")[:2] for line in text.splitlines() if line.count("\t")]
    found = ((zh, en) if "{" in zh else slotted(zh, en, glossary) for zh, en in lines)
    return [(zh, en) for zh, en in found if "{" in zh]


def slotted(zh: str, en: str, glossary: Glossary) -> tuple[str, str]:
    """A pair with slots in place of its people, organisations and outlets."""
    kinds = {match.span: match.term.type for match in glossary.find(zh)}
    slots = {one: kinds.get(one.source, "") for one in anchored(zh, en, glossary)}
    single = {one: kind for one, kind in slots.items() if kind in SLOTTED and [*slots.values()].count(kind) == 1}
    for one in sorted(single, key=lambda one: -one.source.start):
        zh = zh[: one.source.start] + f"{{{single[one]}}}" + zh[one.source.end :]
    for one in sorted(single, key=lambda one: -one.target.start):
        en = en[: one.target.start] + f"{{{single[one]}}}" + en[one.target.end :]
    return zh, en


def suite(glossary: Glossary, pairs: int, seed: int, sentences: Path = SENTENCES) -> list[Case]:
    """Paragraphs with at least so many pairs; each concept once, and only where the glossary reads it back whole."""
    rng = random.Random(seed)
    frames = templates(sentences, glossary)
    pool = {kind: [term for term in glossary.terms if term.type == kind and usable(term)] for kind in KINDS}
    for terms in pool.values():
        rng.shuffle(terms)
    cases: list[Case] = []
    turn = 0
    while sum(len(case.terms) for case in cases) < pairs:
        zh, en = frames[turn % len(frames)]
        turn += 1
        terms = []
        for kind in slots(zh):
            term = pool[kind].pop()
            terms.append(term)
            zh, en = (text.replace(f"{{{kind}}}", form, 1) for text, form in ((zh, term.zh), (en, term.en)))
        there = {one for match in glossary.find(zh) for one in match.terms[:1]}
        if all(term in there for term in terms):
            cases.append(Case(zh, en[0].upper() + en[1:], tuple(terms)))
    return cases


def usable(term: Term) -> bool:
    """Whether a concept stands in any sentence on any day."""
    return (
        term.status == "preferred" and not term.when and not term.not_when and len(term.zh) > 1 and not term.valid.last
    )


def slots(template: str) -> list[str]:
    return [part.split("}")[0] for part in template.split("{")[1:]]


def measure(cases: list[Case], means: Means, show: int = 0) -> dict:
    """Translate the suite plainly and through the cascade."""
    plain = [one[0].text for one in means.translator.translate([Request(case.zh) for case in cases])]
    rendered = render([case.zh for case in cases], means.cascade(None), means.memory)
    steps: Counter[str] = Counter()
    before = 0
    for case, base, rendition in zip(cases, plain, rendered, strict=True):
        outcome = {one.want.term: one.step for one in rendition.outcomes}
        there = claims(Words(base), [(term,) for term in case.terms])
        for term in case.terms:
            step = outcome.get(term)
            steps[str(step) if step else "none"] += 1
            before += (term,) in there
            if step is None and steps["none"] <= show:
                print(f"{term.zh} = {term.en}: {rendition.text}  [{base}]")
    references = [[case.en for case in cases]]
    texts = {"plain": plain, "cascade": [rendition.text for rendition in rendered]}
    return {
        "model": means.translator.name,
        "paragraphs": len(cases),
        "pairs": sum(steps.values()),
        "plain success": before,
        "steps": dict(steps),
        "scores": {name: [one._asdict() for one in scores(text, references)] for name, text in texts.items()},
        "margin": means.tuning.margin,
    }


def report(found: dict) -> str:
    pairs, steps = found["pairs"], found["steps"]
    success = pairs - steps.get("none", 0)
    lines = [
        f"{found['model']}: {pairs} (paragraph, term) pairs in {found['paragraphs']} paragraphs, margin {found['margin']}",
        f"success: {success / pairs:.3f} (plain {found['plain success'] / pairs:.3f})",
        *(
            f"  {count:4} {count / pairs:6.3f}  {step}"
            for step, count in sorted(steps.items(), key=lambda one: -one[1])
        ),
        *(
            f"{one['metric']:5} {one['value']:6.2f} (plain {other['value']:.2f})   {one['signature']}"
            for one, other in zip(found["scores"]["cascade"], found["scores"]["plain"], strict=True)
        ),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
