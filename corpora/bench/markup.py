"""How well markup is carried over: tagged paragraphs made from the demo articles, measured mark by mark.

    python corpora/bench/markup.py [--paragraphs N] [--seed N] [--model NAME|DIR] [--show N]

`phrases.tsv` pairs Chinese phrases of the clean demo articles with the English words that render them, by hand. A paragraph
is tagged with one to four of them, nested where they nest, with links, emphasis, code, footnote signs, line breaks and
images besides, in Markdown or HTML. Its translation is the demo's own English, so that what is measured is projection alone;
with --model the words are the same and the model's attention helps to find them.

Kept: the written English, read again, has the same marks with the same characters, nested as they were. Exact: a mark
stands round the words that the hand aligned, and no others; a footnote's sign behind them. `unsure` marks are those that a
report tells of.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from toolkit.api.desk import open_desk
from toolkit.core import Span
from toolkit.engines import shelf
from toolkit.engines.loading import load
from toolkit.files.article import parse
from toolkit.files.escaping import ESCAPES
from toolkit.files.marked import marked
from toolkit.files.places import chinese, fitting
from toolkit.language.sentences import chinese_sentences
from toolkit.translation import Aligned, Knowledge, project
from toolkit.translation.evidence import trusted

HERE = Path(__file__).parent
CLEAN = HERE.parent / "demo" / "clean"
ARTICLES = {"c": "chip-controls", "m": "ministry-briefing"}
ROUND = {
    "html": [
        ('<a href="https://example.org/{n}?a=1&amp;b=2" rel="nofollow" target="_blank">', "</a>"),
        ("<strong>", "</strong>"),
        ('<em class="x">', "</em>"),
        ("<span data-id='{n}'>", "</span>"),
        ("<b><i>", "</i></b>"),
    ],
    "markdown": [
        ("[", '](https://example.org/{n}_a "title *{n}*")'),
        ("**", "**"),
        ("*", "*"),
        ("~~", "~~"),
        ("<u>", "</u>"),
    ],
}
SIGN = {"html": '<sup><a href="#fn{n}">{n}</a></sup>', "markdown": "[^{n}]"}
IMAGE = {"html": '<img src="i{n}.png" alt="图">', "markdown": "![图](i{n}.png)"}


class Phrase(NamedTuple):
    zh: Span
    en: Span


class Tagged(NamedTuple):
    """A tagged Chinese paragraph as a file, its English, and for each wanted mark the English words that it belongs on."""

    form: str
    raw: str
    english: str
    wanted: list[tuple[str, Span]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--paragraphs", type=int, default=600)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--model")
    parser.add_argument("--show", type=int, default=0)
    asked = parser.parse_args()
    desk, _ = open_desk()
    model = load(shelf.find(asked.model)) if asked.model else None
    known = Knowledge(desk.glossary, desk.lexicon)
    counts: Counter[str] = Counter()
    for case in suite(asked.paragraphs, asked.seed):
        measure(case, known, model, counts, asked.show)
    total = counts["marks"]
    print(f"{counts['paragraphs']} paragraphs, {counts['kept']} with every invariant kept")
    print(f"{total} marks round or behind words, {counts['exact']} exactly ({counts['exact'] / total:.3f})")
    for kind in ("round", "behind"):
        if counts[kind]:
            print(f"  {kind:6} {counts[kind, 'exact']} of {counts[kind]} ({counts[kind, 'exact'] / counts[kind]:.3f})")
    wrong = total - counts["exact"]
    print(f"unsure: {counts['unsure']} marks, {counts['unsure wrong']} of the {wrong} inexact ones among them")
    return 0 if counts["kept"] == counts["paragraphs"] else 1


def suite(count: int, seed: int) -> list[Tagged]:
    """The tagged paragraphs, the same for the same seed."""
    rng = random.Random(seed)
    texts, phrases = aligned()
    keys = sorted(phrases)
    return [tagged(*texts[key], phrases[key], rng, n) for n in range(count) for key in [rng.choice(keys)]]


def aligned() -> tuple[dict[tuple[str, int], tuple[str, str]], dict[tuple[str, int], list[Phrase]]]:
    """Paragraphs by article and number, and the phrases of each; a phrase must stand once on either side."""
    texts = {
        (key, n): pair
        for key, name in ARTICLES.items()
        for n, pair in enumerate(zip(*(paragraphs(name, language) for language in ("zh", "en")), strict=True))
    }
    phrases: dict[tuple[str, int], list[Phrase]] = {}
    for line in (HERE / "phrases.tsv").read_text("utf-8").splitlines():
        key, number, zh, en = line.split("\t")
        one, other = texts[key, int(number)]
        if one.count(zh) != 1 or other.count(en) != 1:
            raise ValueError(f"{key} {number}: {zh} / {en} must stand once in the paragraph")
        spans = (Span(text.index(part), text.index(part) + len(part)) for text, part in ((one, zh), (other, en)))
        phrases.setdefault((key, int(number)), []).append(Phrase(*spans))
    return texts, phrases


def paragraphs(name: str, language: str) -> list[str]:
    raw = (CLEAN / f"{name}.{language}.txt").read_text("utf-8")
    return [part.strip().removeprefix("- ") for part in raw.strip().split("\n\n") for part in part.split("\n")]


def tagged(zh: str, en: str, phrases: list[Phrase], rng: random.Random, number: int) -> Tagged:
    """A paragraph with marks on one to four of its phrases, none crossing another, and what else a paragraph may have."""
    form = rng.choice(("html", "markdown"))
    chosen: list[Phrase] = []
    for phrase in rng.sample(phrases, min(len(phrases), rng.randint(1, 4))):
        if all(fits(phrase, other) and apart(phrase, other, form) for other in chosen):
            chosen.append(phrase)
    pieces: list[tuple[int, int, int, str]] = []
    wanted: list[tuple[str, Span]] = []
    for n, (source, target) in enumerate(sorted(chosen)):
        size = source.end - source.start
        if rng.random() < 0.2 and source.end < len(zh):
            sign = SIGN[form].format(n=n + 1)
            pieces.append((source.end, 3, -size, sign))
            end = target.end if zh[source.end] not in "。”" else stop(en, target.end)
            wanted.append((sign, Span(end, end)))
            continue
        opening, closing = (part.format(n=number * 10 + n) for part in rng.choice(ROUND[form]))
        pieces += [(source.start, 4, -size, opening), (source.end, 1, size, closing)]
        wanted.append((opening, target))
    if rng.random() < 0.2:
        pieces.append((len(zh), 5, 0, IMAGE[form].format(n=number)))
    escape = ESCAPES[form][0]
    raw, done = "", 0
    for at, _, _, piece in sorted(pieces):
        raw += escape(zh[done:at]) + piece
        done = at
    raw += escape(zh[done:])
    return Tagged(form, f"<p>{raw}</p>\n" if form == "html" else f"{raw}\n", en, wanted)


def fits(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases lie apart, or one inside the other, on both sides alike."""
    return all(
        not a.overlaps(b)
        or (a != b and ((a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)))
        for a, b in zip(one, other, strict=True)
    ) and one.zh.overlaps(other.zh) == one.en.overlaps(other.en)


def apart(one: Phrase, other: Phrase, form: str) -> bool:
    """Whether no mark of Markdown would touch another: nobody can tell `**a***b*` apart."""
    edges = {*one.zh} & {*other.zh}
    return form == "html" or not edges


def stop(en: str, at: int) -> int:
    """Where the English sentence round `at` ends, before its stop."""
    found = re.compile(r"[.,]?[\"”]?(?:\.(?=\s|$)|$)").search(en, at)
    return found.start() if found else len(en)


def sentences(zh: str, en: str) -> tuple[Aligned, ...]:
    """Sentences that belong together, where both sides have as many; else the paragraph."""
    ours = chinese_sentences(zh)
    ends = [found.end() for found in re.finditer(r"[.?!][\"”]?(?=\s+[\"“(A-Z]|$)", en)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    if len(ours) != len(ends):
        return (Aligned(Span(0, len(zh)), Span(0, len(en))),)
    return tuple(Aligned(one, Span(*two)) for one, two in zip(ours, zip(starts, ends, strict=True), strict=True))


def measure(case: Tagged, known: Knowledge, model, counts: Counter, show: int) -> None:
    """Carry the marks of one paragraph over, and count what became of them."""
    article = parse(case.raw, "made", case.form)
    (source,) = chinese(article)
    pairs = sentences(source.prose, case.english)
    if model:
        said = [(source.prose[slice(*one.source)], case.english[slice(*one.target)]) for one in pairs]
        links = map(trusted, model.align(said), model.score(said))
        pairs = tuple(one._replace(links=found) for one, found in zip(pairs, links, strict=True))
    found = project(source, case.english, pairs, known)
    text = article.paragraphs[0].text
    edit = fitting(article, Span(text.spans[0].start, text.spans[-1].end), [found.text], "")
    again = (
        parse(case.raw[: edit.span.start] + edit.text + case.raw[edit.span.end :], "made", case.form) if edit else None
    )
    kept = again is not None and marked(again.raw, again.paragraphs[0].text).nesting() == source.nesting()
    counts["paragraphs"] += 1
    counts["kept"] += kept
    if not kept:
        print(f"not kept: {case.raw}", file=sys.stderr)
    waiting = list(case.wanted)
    for carried, mark in zip(found.carried, found.text.marks, strict=True):
        match = next((one for one in waiting if one[0] == mark.opening or one[0].startswith(mark.opening + "<")), None)
        if match is None:
            continue
        waiting.remove(match)
        kind = "behind" if match[1].start == match[1].end else "round"
        exact = match[1] == carried.span
        counts.update(
            marks=1, exact=exact, unsure=carried.sure < 0.3, **{"unsure wrong": carried.sure < 0.3 and not exact}
        )
        counts[kind] += 1
        counts[kind, "exact"] += exact
        if not exact and counts["marks"] - counts["exact"] <= show:
            got, want = (
                found.text.prose[slice(*span)] or f"…{found.text.prose[max(0, span.start - 12) : span.start]}|"
                for span in (carried.span, match[1])
            )
            print(f"{carried.sure:.2f} {source.prose[slice(*source.marks[carried.number].span)]}: {got!r} for {want!r}")


if __name__ == "__main__":
    sys.exit(main())
