"""How much of a Chinese paragraph its English covers, and the longest stretch that it does not."""

from __future__ import annotations

from collections.abc import Iterator
from math import log
from typing import NamedTuple

from toolkit.alignment.english import stems
from toolkit.alignment.evidence import figures
from toolkit.alignment.lengths import deviation
from toolkit.alignment.lexicon import Lexicon
from toolkit.core import Side, Span

_SURE = 0.25
_COVERED = 2.0


class Gap(NamedTuple):
    """Chinese without counterpart: where (code points), how improbable it is that a translation of it shows none of its words
    (nats), and how many standard deviations the English is shorter (negative) than Chinese of this length lets expect.
    """

    span: Span
    surprise: float
    length: float

    @property
    def score(self) -> float:
        """Both signs in one figure, higher where an omission is likelier."""
        return self.surprise - 2 * self.length


def missing(lexicon: Lexicon, source: str, target: str) -> Gap | None:
    """The stretch of the Chinese that most lacks its English, or None where each word that can be looked up is there.

    The lexicon says how probably a translation shows each word; a stretch sums up the words not shown, less a fixed cost for
    every word shown inside it.
    """
    there = frozenset(stems(target))
    best: tuple[float, Span] | None = None
    total, start = 0.0, 0
    for span, value in _values(lexicon, source, there):
        if total <= 0:
            total, start = 0.0, span.start
        total += value
        if value > 0 and (best is None or total > best[0]):
            best = total, Span(start, span.end)
    return Gap(best[1], best[0], deviation(source, target)) if best else None


def shown(lexicon: Lexicon, source: str, target: str) -> float:
    """The share of the Chinese that its English shows, 0 to 1: of the words that can be looked up, and of the figures.

    A free translation shows less than a literal one; two by machines hardly differ.
    """
    words = [(min(likely, 1.0), there) for _, likely, there in _looked_up(lexicon, source, frozenset(stems(target)))]
    given = figures(source, Side.SOURCE)
    whole = sum(likely for likely, _ in words) + len(given)
    rendered = sum(likely for likely, there in words if there) + len(given & figures(target, Side.TARGET))
    return rendered / whole if whole else 1.0


def _values(lexicon: Lexicon, source: str, there: frozenset[str]) -> Iterator[tuple[Span, float]]:
    """For each word that can be looked up: its surprise where the English lacks it, else what it costs a stretch."""
    for span, likely, rendered in _looked_up(lexicon, source, there):
        yield span, -_COVERED * min(likely, 1.0) if rendered else -log(1 - min(0.05 + 0.85 * likely, 0.95))


def _looked_up(lexicon: Lexicon, source: str, there: frozenset[str]) -> Iterator[tuple[Span, float, bool]]:
    """The words that can be looked up: how likely a translation shows each, and whether these stems do."""
    for span in lexicon.words(source):
        translations = lexicon.translations(source[span.start : span.end])
        likely = sum(translations.values())
        if likely >= _SURE:
            yield span, likely, not there.isdisjoint(translations)
