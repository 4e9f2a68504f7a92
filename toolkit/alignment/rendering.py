"""Which English words render a given stretch of Chinese."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.alignment.english import words
from toolkit.alignment.lexicon import Lexicon
from toolkit.core import Span

_NEAR = 4
_DRIFT = 0.6


class Rendering(NamedTuple):
    """English words (code points) for a stretch of Chinese, how sure that is (0 to 1), and what it rests on: `exact` where
    Latin text or figures stand in both, `lexicon` where learned translations do."""

    span: Span
    confidence: float
    how: str


class _Hit(NamedTuple):
    token: int
    value: float


def locate(lexicon: Lexicon, source: str, span: tuple[int, int], target: str) -> Rendering | None:
    """The English words that render `source[start:end]`, or None where nothing in the English speaks for any.

    Each Chinese word of the stretch votes for the English words that may translate it, by their probability, shared with the
    other Chinese words that claim them, and less the farther apart the two stand in their paragraphs; the best word and its
    close neighbours are the rendering.
    """
    start, end = span
    exact = source[start:end].strip()
    if exact.isascii() and exact and (at := target.find(exact)) >= 0:
        return Rendering(Span(at, at + len(exact)), 0.95, "exact")
    tokens = words(target)
    chinese = lexicon.words(source)
    claims = _claims(lexicon, [source[one.start : one.end] for one in chinese])
    hits = [
        hit
        for one in chinese
        if one.overlaps(Span(start, end)) and (hit := _best(lexicon, source, one, target, tokens, claims))
    ]
    return _joined(hits, tokens) if hits else None


def _claims(lexicon: Lexicon, chinese: list[str]) -> dict[str, float]:
    """For each English stem, how much of it the words of the whole paragraph claim."""
    claims: dict[str, float] = {}
    for word in chinese:
        for stem, probability in lexicon.translations(word).items():
            claims[stem] = claims.get(stem, 0.0) + probability
    return claims


def _best(
    lexicon: Lexicon, source: str, one: Span, target: str, tokens: list[tuple[str, Span]], claims: dict[str, float]
) -> _Hit | None:
    translations = lexicon.translations(source[one.start : one.end])
    place = one.start / max(len(source), 1)
    best = None
    for n, (stem, span) in enumerate(tokens):
        if stem in translations:
            probability = translations[stem]
            away = abs(span.start / max(len(target), 1) - place)
            value = (0.3 + 0.7 * probability) * probability / claims[stem] * (1 - _DRIFT * away)
            if best is None or value > best.value:
                best = _Hit(n, value)
    return best


def _joined(hits: list[_Hit], tokens: list[tuple[str, Span]]) -> Rendering:
    """The surest hit with the others that stand close to it."""
    top = max(hits, key=lambda hit: hit.value)
    first = last = top.token
    for hit in sorted(hits, key=lambda hit: abs(hit.token - top.token)):
        if first - _NEAR <= hit.token <= last + _NEAR:
            first, last = min(first, hit.token), max(last, hit.token)
    return Rendering(Span(tokens[first][1].start, tokens[last][1].end), round(min(top.value * 1.2, 0.99), 2), "lexicon")
