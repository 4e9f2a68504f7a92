"""Score an English copy against references, and against another copy."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.api.desk import Desk, open_desk
from toolkit.api.document import paired
from toolkit.api.plans import project_layers
from toolkit.core import Article
from toolkit.evaluation import Score, TermScore, Verdict, against, by_paragraph, scores, term_score
from toolkit.files.article import load
from toolkit.files.errors import Unreadable
from toolkit.files.places import extent
from toolkit.language.script import simplified
from toolkit.settings import Layer, command_line, settle


@dataclass(frozen=True, slots=True)
class Trial:
    """What to score: `copy`, by its `references`; `source` is the Chinese, `other` a copy to hold it against."""

    copy: Path
    references: tuple[Path, ...]
    source: Path | None = None
    other: Path | None = None
    date: datetime.date | None = None
    asked: Layer = field(default_factory=command_line)


@dataclass(frozen=True, slots=True)
class Scored:
    """The figures of a copy. `paragraphs` are its paragraphs as they were compared, `each` has their figures.

    `terms` need the Chinese; `verdicts` and `other_terms` another copy.
    """

    overall: tuple[Score, ...]
    paragraphs: tuple[str, ...]
    each: tuple[dict[str, float], ...]
    terms: TermScore | None = None
    verdicts: tuple[Verdict, ...] = ()
    other_terms: TermScore | None = None
    problems: tuple[str, ...] = ()


def score_paths(trial: Trial) -> Scored:
    """Score files. Paragraphs are paired through the Chinese, without it by their order.

    Raises Unreadable for a file that cannot be read, or that has other paragraphs than the copy where there is no Chinese.
    """
    settings = settle(*project_layers([trial.copy]), trial.asked)
    desk, faults = open_desk(map(Path, settings.glossary.value), with_shipped=settings.shipped.value)
    names = [trial.copy, *trial.references, *([trial.other] if trial.other else [])]
    articles = [load(path) for path in names]
    source = load(trial.source) if trial.source else None
    chinese, texts = _through(source, articles, desk) if source else ([], _by_order(articles))
    copy, references, other = texts[0], texts[1 : len(trial.references) + 1], texts[-1] if trial.other else None
    date = trial.date or (source.date if source else None)
    return Scored(
        tuple(scores(copy, references)),
        tuple(copy),
        tuple(by_paragraph(copy, references)),
        term_score(zip(chinese, copy, strict=True), desk.glossary, date) if source else None,
        tuple(against(copy, other, references)) if other else (),
        term_score(zip(chinese, other, strict=True), desk.glossary, date) if source and other else None,
        tuple(map(str, faults)),
    )


def _by_order(articles: Sequence[Article]) -> list[list[str]]:
    texts = [[paragraph.text.prose for paragraph in article.paragraphs] for article in articles]
    for article, text in zip(articles, texts, strict=True):
        if len(text) != len(texts[0]):
            message = (
                f"has {len(text)} paragraphs and {articles[0].path} {len(texts[0])}; name the Chinese with --source"
            )
            raise Unreadable(article.path, None, message)
    return texts


def _through(source: Article, articles: Sequence[Article], desk: Desk) -> tuple[list[str], list[list[str]]]:
    """The Chinese, and the English of each article for it, in the smallest groups of paragraphs that all of them share."""
    numbers = {extent(source, n).start: n for n in range(len(source.paragraphs))}
    beads = [_beads(source, article, desk, numbers) for article in articles]
    groups = _groups(len(numbers), (bead for found in beads for bead in found))
    prose = [simplified(paragraph.text.prose) for paragraph in source.paragraphs]
    chinese = ["\n".join(prose[n] for n in group) for group in groups]
    return chinese, [
        ["\n".join(found[bead] for bead in found if bead <= {*group}) for group in groups] for found in beads
    ]


def _beads(source: Article, article: Article, desk: Desk, numbers: dict[int, int]) -> dict[frozenset[int], str]:
    document = paired(source, article, desk.lexicon, desk.glossary)
    return {
        frozenset(numbers[span.start] for span in segment.source.spans): segment.target.prose
        for segment in document.segments
        if segment.source
    }


def _groups(count: int, beads: Iterable[frozenset[int]]) -> list[list[int]]:
    """The paragraphs that some article treats as one, together."""
    home = {n: {n} for n in range(count)}
    for bead in beads:
        whole = set().union(*(home[n] for n in bead))
        home.update(dict.fromkeys(whole, whole))
    return [sorted(group) for n, group in sorted(home.items()) if min(group) == n]
