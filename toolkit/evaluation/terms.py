"""Whether the terms of the Chinese are rendered as the glossary wants them, and one way throughout.

After the measures of the WMT terminology task (2023, 2025): matching is exclusive and maximal on both sides, so that no word
counts for two terms and a short term inside a longer one counts for none.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from toolkit.glossary import Glossary, Term, Words, straddles
from toolkit.glossary.words import key
from toolkit.translation.anchors import claims

Concept = tuple[Term, ...]


class Rendered(NamedTuple):
    """A concept in a paragraph: how often the Chinese has it, and the accepted forms in the English, as they stand there."""

    paragraph: int
    concept: Concept
    times: int
    forms: tuple[str, ...]

    @property
    def term(self) -> Term:
        """The likeliest concept."""
        return self.concept[0]


class TermScore(NamedTuple):
    """All (paragraph, concept) pairs of a text; paragraphs count from 0."""

    pairs: tuple[Rendered, ...]

    @property
    def success(self) -> float | None:
        """The share of pairs that an accepted form renders at least once; None where the Chinese has no terms."""
        return sum(bool(one.forms) for one in self.pairs) / len(self.pairs) if self.pairs else None

    @property
    def occurrences(self) -> float | None:
        """The share of occurrences that are rendered: less, where English says "it" and means well."""
        total = sum(one.times for one in self.pairs)
        return sum(min(one.times, len(one.forms)) for one in self.pairs) / total if total else None

    @property
    def consistency(self) -> float | None:
        """Of renderings of concepts that are rendered more than once, the share that agree with their concept's usual form.

        Inflection is no difference, and a part of a form (a surname) agrees with the whole.
        """
        used: dict[Concept, Counter[str]] = {}
        for one in self.pairs:
            used.setdefault(one.concept, Counter()).update(key(form, exact=False) for form in one.forms)
        often = [counts for counts in used.values() if counts.total() > 1]
        total = sum(counts.total() for counts in often)
        return sum(_agreeing(counts) for counts in often) / total if total else None

    @property
    def missing(self) -> tuple[Rendered, ...]:
        """The pairs that nothing renders."""
        return tuple(one for one in self.pairs if not one.forms)


def term_score(
    paragraphs: Iterable[tuple[str, str]], glossary: Glossary, date: datetime.date | None = None
) -> TermScore:
    """Look for the terms of each Chinese paragraph in its English; drafts and hits that tear a Chinese word count for none."""
    found = (_rendered(n, zh, en, glossary, date) for n, (zh, en) in enumerate(paragraphs))
    return TermScore(tuple(one for part in found for one in part))


def _agreeing(counts: Counter[str]) -> int:
    usual = max(counts, key=lambda form: (counts[form], form))
    return sum(times for form, times in counts.items() if form in usual or usual in form)


def _rendered(number: int, zh: str, en: str, glossary: Glossary, date: datetime.date | None) -> list[Rendered]:
    counts: Counter[Concept] = Counter()
    for match in glossary.find(zh, date):
        if match.term.status != "draft" and not straddles(zh, match.span):
            counts[match.terms] += 1
    claimed = claims(Words(en), counts)
    return [
        Rendered(number, concept, count, tuple(en[slice(*span)] for span in sorted(claimed.get(concept, ()))))
        for concept, count in counts.items()
    ]
