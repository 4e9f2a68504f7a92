"""Which English words render a given stretch of Chinese."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from math import log
from typing import NamedTuple

from toolkit.alignment.english import words
from toolkit.alignment.lexicon import Lexicon
from toolkit.core import Ground, Span

_NEAR = 4
_DRIFT = 0.6
_DOUBT = 0.01
_SAYS = {
    "exact": "the same in both",
    "lexicon": "what its parts translate to",
    "pinyin": "like its pinyin",
    "spelling": "like a right form",
}


class Rendering(NamedTuple):
    """English words (code points) for a stretch of Chinese, how sure that is (0 to 1), and what it rests on: `exact` where
    Latin text or figures stand in both, `lexicon` where learned translations do.
    """

    span: Span
    confidence: float
    how: str

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The evidence in words, with its log-odds."""
        sure = min(max(self.confidence, _DOUBT), 1 - _DOUBT)
        return (Ground(f"is {_SAYS.get(self.how, self.how)} {self.confidence:.2f}", round(log(sure / (1 - sure)), 2)),)


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
    paragraph = _paragraph(lexicon, source, target)
    hits = [hit for one in paragraph.between(start, end) if (hit := paragraph.best(one))]
    return _whole(_joined(hits, paragraph.english), target) if hits else None


def _whole(found: Rendering, target: str) -> Rendering:
    """The rendering with the figures before it that are part of its first word: 19th."""
    start, end = found.span
    while start and target[start - 1].isdigit():
        start -= 1
    return found._replace(span=Span(start, end))


class _Paragraph:
    """A Chinese paragraph with its English words, by stem."""

    def __init__(self, lexicon: Lexicon, source: str, target: str) -> None:
        self.english = words(target)
        self._lexicon, self._source, self._length = lexicon, source, len(target)
        self._chinese = lexicon.words(source)
        self._places: dict[str, list[int]] = {}
        for n, (stem, _) in enumerate(self.english):
            self._places.setdefault(stem, []).append(n)
        self._claims: dict[str, float] = {}
        for word in lexicon.cut(source):
            for stem, probability in lexicon.translations(word).items():
                self._claims[stem] = self._claims.get(stem, 0.0) + probability

    def between(self, start: int, end: int) -> list[Span]:
        """The Chinese words that a stretch touches."""
        first = bisect_right(self._chinese, start, key=lambda word: word.end)
        return self._chinese[first : bisect_left(self._chinese, end, key=lambda word: word.start)]

    def best(self, one: Span) -> _Hit | None:
        """The English word that most likely renders a Chinese one; of equals the first."""
        translations = self._lexicon.translations(self._source[one.start : one.end])
        place = one.start / len(self._source)
        hits = (
            _Hit(n, self._value(stem, translations[stem], abs(self.english[n][1].start / self._length - place)))
            for stem in translations
            for n in self._places.get(stem, ())
        )
        return max(hits, key=lambda hit: (hit.value, -hit.token), default=None)

    def _value(self, stem: str, probability: float, away: float) -> float:
        return (0.3 + 0.7 * probability) * probability / self._claims[stem] * (1 - _DRIFT * away)


@lru_cache(maxsize=16)
def _paragraph(lexicon: Lexicon, source: str, target: str) -> _Paragraph:
    return _Paragraph(lexicon, source, target)


def _joined(hits: list[_Hit], tokens: list[tuple[str, Span]]) -> Rendering:
    """The surest hit with the others that stand close to it."""
    top = max(hits, key=lambda hit: hit.value)
    first = last = top.token
    for hit in sorted(hits, key=lambda hit: abs(hit.token - top.token)):
        if first - _NEAR <= hit.token <= last + _NEAR:
            first, last = min(first, hit.token), max(last, hit.token)
    return Rendering(Span(tokens[first][1].start, tokens[last][1].end), round(min(top.value * 1.2, 0.99), 2), "lexicon")
