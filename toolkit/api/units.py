"""Paragraphs of an article and of its copy that belong together, and which of them are to be translated anew."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from toolkit.api.check import check_document
from toolkit.api.document import paired
from toolkit.api.means import Means
from toolkit.core import Article
from toolkit.files.places import extent
from toolkit.language.script import is_han
from toolkit.translation import Selection
from toolkit.translation.selection import reasons


@dataclass(frozen=True, slots=True)
class Unit:
    """Paragraphs that belong together, by number (from 0): of the Chinese, and of the copy (none: it lacks them).

    `reasons` are the rules that flagged it; `named`: the user named one of its paragraphs; `wanted`: it is to be redone.
    """

    sources: tuple[int, ...]
    targets: tuple[int, ...]
    reasons: tuple[str, ...] = ()
    named: bool = False
    wanted: bool = False


def units(
    source: Article,
    existing: Article | None,
    means: Means,
    selection: Selection,
    date: datetime.date | None = None,
) -> list[Unit]:
    """Every Chinese paragraph with its English, in the order of the copy; without a copy each is its own place."""
    if existing is None:
        found = [Unit((n,), (n,)) for n in range(len(source.paragraphs))]
    else:
        found = _paired(source, existing, means, selection, date)
    return [_asked(unit, source, selection) for unit in found]


def ends(found: Iterable[Unit], copy: Article) -> dict[int, int]:
    """Where in the copy the English of each Chinese paragraph ends; what is new stands behind what it follows."""
    known = {n: extent(copy, unit.targets[-1]).end for unit in found if unit.targets for n in unit.sources}
    for n in sorted(n for unit in found if unit.wanted and not unit.targets for n in unit.sources):
        if n - 1 in known:
            known[n] = known[n - 1]
    return known


def _paired(
    source: Article,
    existing: Article,
    means: Means,
    selection: Selection,
    date: datetime.date | None,
) -> list[Unit]:
    document = paired(source, existing, means.desk.lexicon, means.desk.glossary, date)
    findings = check_document(document, means.desk, means.plan).findings if selection.flagged_by else ()
    flagged = reasons(selection, document, findings)
    ours, theirs = _numbered(source), _numbered(existing)
    return [
        Unit(
            tuple(ours[span.start] for span in segment.source.spans),
            tuple(theirs[span.start] for span in segment.target.spans) if segment.target.prose else (),
            flagged.get(segment.id, ()),
        )
        for segment in document.segments
        if segment.source
    ]


def _asked(unit: Unit, source: Article, selection: Selection) -> Unit:
    """The unit, told whether it is wanted: a paragraph without Chinese never is."""
    named = any(n + 1 in selection.paragraphs for n in unit.sources)
    chinese = _speaks(source, unit.sources)
    return replace(unit, named=named, wanted=chinese and (named or bool(unit.reasons) or not selection))


def _speaks(source: Article, numbers: Sequence[int]) -> bool:
    return any(is_han(source.paragraphs[n].text.prose) for n in numbers)


def _numbered(article: Article) -> dict[int, int]:
    """The paragraphs' numbers by where they begin."""
    return {extent(article, n).start: n for n in range(len(article.paragraphs))}
