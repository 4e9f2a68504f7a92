"""Which English words speak for a stretch of Chinese: anchors, the model's own links, the learned lexicon."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from typing import NamedTuple

from toolkit.alignment import Lexicon, locate
from toolkit.alignment.english import words
from toolkit.core import Span
from toolkit.glossary import Glossary
from toolkit.translation.anchors import Anchor, anchors
from toolkit.translation.translator import Link

LIGHT = frozenset("a an and as at by for from in into is of on or s that the to was were with".split())
"""Words that say little by themselves: articles, prepositions, conjunctions."""
_LINK, _LEARNED = 0.8, 0.7
_LEAST, _FAINT = 0.05, 0.15
_ALSO = 0.1


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What tells which words render which: the termbase, the lexicon, and the article's date."""

    glossary: Glossary = field(default_factory=Glossary)
    lexicon: Lexicon = field(default_factory=lambda: Lexicon.parse(""))
    date: datetime.date | None = None


class Aligned(NamedTuple):
    """A sentence in both languages (code points of their paragraphs), and how the model linked its words, if it did.

    Links count from the sentence's beginning.
    """

    source: Span
    target: Span
    links: tuple[Link, ...] = ()


def trusted(links: Iterable[Link], score: float) -> tuple[Link, ...]:
    """A model's links, weaker where its English surprises it: `score` is its log-probability per token.

    A model attends well to what it would have said itself, and anywhere while it is forced to say what it would not.
    """
    faith = exp(min(score, 0.0))
    return tuple(link._replace(weight=link.weight * faith) for link in links)


def evidence(source: str, target: str, pairs: Iterable[Aligned], known: Knowledge) -> tuple[Anchor, ...]:
    """All that links a paragraph's Chinese with its English, sentence by sentence."""
    return tuple(one for pair in pairs for one in _of_sentence(source, target, pair, known))


def _of_sentence(source: str, target: str, pair: Aligned, known: Knowledge) -> Iterator[Anchor]:
    zh, en = source[slice(*pair.source)], target[slice(*pair.target)]
    sure = anchors(zh, en, known.glossary, known.date)
    weaker = (one for one in (*_linked(pair.links), *_learned(zh, en, known.lexicon)) if _agrees(one, sure))
    for one in (*sure, *weaker):
        yield Anchor(_moved(one.source, pair.source.start), _moved(one.target, pair.target.start), *one[2:])


def _linked(links: Sequence[Link]) -> Iterator[Anchor]:
    found = (Anchor(link.source, link.target, link.weight * _LINK, "model") for link in links)
    return (one for one in found if one.weight >= _FAINT)


def _learned(zh: str, en: str, lexicon: Lexicon) -> Iterator[Anchor]:
    english = words(en)
    for span in lexicon.words(zh):
        found = locate(lexicon, zh, span, en)
        if found and found.confidence >= _LEAST:
            target = _widened(found.span, english, lexicon.translations(zh[slice(*span)]))
            yield Anchor(span, target, found.confidence * _LEARNED, found.how)


def _widened(span: Span, english: Sequence[tuple[str, Span]], translations: Mapping[str, float]) -> Span:
    """The English with its neighbours that render the same Chinese word, a light word between or not.

    记者会 is a press conference, 半小时 half an hour, 货物贸易 trade in goods.
    """
    inside = [n for n, (_, word) in enumerate(english) if word.overlaps(span)]
    first, last = inside[0], inside[-1]
    while step := _also(english, translations, first, -1):
        first -= step
    while step := _also(english, translations, last, 1):
        last += step
    return Span(min(english[first][1].start, span.start), max(english[last][1].end, span.end))


def _also(english: Sequence[tuple[str, Span]], translations: Mapping[str, float], at: int, way: int) -> int:
    """How many words on (`way` 1) or back (-1) another translation stands; 0 where none does."""
    for size in (1, 2):
        to = at + way * size
        if not 0 <= to < len(english):
            return 0
        if translations.get(english[to][0], 0.0) >= _ALSO:
            return size
        if english[to][0] not in LIGHT:
            return 0
    return 0


def _agrees(one: Anchor, sure: Sequence[Anchor]) -> bool:
    """Whether a link leads from inside an anchor into it, or from outside past it."""
    return all(_mostly(one.source, anchor.source) == one.target.overlaps(anchor.target) for anchor in sure)


def _mostly(one: Span, other: Span) -> bool:
    """Whether more than half of a span lies in another."""
    return 2 * (min(one.end, other.end) - max(one.start, other.start)) > one.end - one.start


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
