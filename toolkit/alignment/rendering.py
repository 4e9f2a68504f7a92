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
    Latin text or figures stand in both, `lexicon` where learned translations do.
    """

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
    english = words(target)
    paragraph = _Paragraph(lexicon, source, [(stem, at, at.start / len(target)) for stem, at in english])
    hits = [
        hit for one in lexicon.words(source) if one.start < end and start < one.end and (hit := paragraph.best(one))
    ]
    return _joined(hits, english) if hits else None


class _Paragraph:
    """A Chinese paragraph with its English words: stem, code points, and how far on each stands (0 to 1)."""

    def __init__(self, lexicon: Lexicon, source: str, english: list[tuple[str, Span, float]]) -> None:
        self._lexicon, self._source, self._english = lexicon, source, english
        self._claims: dict[str, float] = {}
        for word in lexicon.cut(source):
            for stem, probability in lexicon.translations(word).items():
                self._claims[stem] = self._claims.get(stem, 0.0) + probability

    def best(self, one: Span) -> _Hit | None:
        """The English word that most likely renders a Chinese one."""
        translations = self._lexicon.translations(self._source[one.start : one.end])
        place = one.start / len(self._source)
        hits = (
            _Hit(n, self._value(stem, translations[stem], abs(along - place)))
            for n, (stem, _, along) in enumerate(self._english)
            if stem in translations
        )
        return max(hits, key=lambda hit: hit.value, default=None)

    def _value(self, stem: str, probability: float, away: float) -> float:
        return (0.3 + 0.7 * probability) * probability / self._claims[stem] * (1 - _DRIFT * away)


def _joined(hits: list[_Hit], tokens: list[tuple[str, Span]]) -> Rendering:
    """The surest hit with the others that stand close to it."""
    top = max(hits, key=lambda hit: hit.value)
    first = last = top.token
    for hit in sorted(hits, key=lambda hit: abs(hit.token - top.token)):
        if first - _NEAR <= hit.token <= last + _NEAR:
            first, last = min(first, hit.token), max(last, hit.token)
    return Rendering(Span(tokens[first][1].start, tokens[last][1].end), round(min(top.value * 1.2, 0.99), 2), "lexicon")
