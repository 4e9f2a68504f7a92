"""What a paragraph shows of itself to the other language: words, figures, Latin text, concepts, length, shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from toolkit.alignment.english import stems
from toolkit.alignment.lengths import weight
from toolkit.alignment.lexicon import Lexicon
from toolkit.core import Kind, Paragraph, Side
from toolkit.core.pattern import pattern
from toolkit.language.quantities import chinese_quantities, english_quantities

Terms = Callable[[str, Side], Iterable[str]]
"""The ids of the concepts in a paragraph's prose on one side: anchors that a glossary gives."""

_LATIN = pattern(r"[A-Za-z][A-Za-z0-9&.+-]*[A-Za-z0-9]")
_LONGEST = {Side.SOURCE: 30, Side.TARGET: 90}
_DIGITS = pattern(r"\d+")
_STOPS = ("。", "！", "？", "；", "”", "…", ".", "!", "?", ";", '"')


class Signs(NamedTuple):
    """One paragraph: `order` are its Chinese words or English stems as they come, `words` the same without order, `exact`
    what reads alike in both languages; `size` is a length in code points.
    """

    order: tuple[str, ...]
    words: frozenset[str]
    exact: frozenset[str]
    size: float
    heading: bool


class Reader:
    """Reads the signs of an article's paragraphs, each once, when they are first asked for."""

    def __init__(
        self, source: Sequence[Paragraph], target: Sequence[Paragraph], lexicon: Lexicon, terms: Terms | None = None
    ) -> None:
        """Read nothing yet."""
        self.lexicon, self._terms = lexicon, terms
        self._source, self._target = source, target
        self._read: dict[tuple[Side, int], Signs] = {}

    def chinese(self, start: int, stop: int) -> list[Signs]:
        """The signs of Chinese paragraphs `start` to `stop` - 1, as far as there are any."""
        return [self._signs(Side.SOURCE, n) for n in range(start, min(stop, len(self._source)))]

    def english(self, start: int, stop: int) -> list[Signs]:
        """The signs of English paragraphs `start` to `stop` - 1, as far as there are any."""
        return [self._signs(Side.TARGET, n) for n in range(start, min(stop, len(self._target)))]

    def _signs(self, side: Side, n: int) -> Signs:
        found = self._read.get((side, n))
        if found is None:
            paragraph = (self._source if side is Side.SOURCE else self._target)[n]
            found = self._read[side, n] = self._fresh(paragraph, side)
        return found

    def _fresh(self, paragraph: Paragraph, side: Side) -> Signs:
        prose = paragraph.text.prose
        if side is Side.SOURCE:
            order = tuple(word for word in self.lexicon.cut(prose) if self.lexicon.translations(word))
        else:
            order = tuple(stems(prose))
        size = weight(prose) if side is Side.SOURCE else len(prose)
        exact = figures(prose, side).union(match.lower() for match in _LATIN.findall(prose))
        exact = exact.union(f"#{term}" for term in (self._terms(prose, side) if self._terms else ()))
        return Signs(
            order, frozenset(order), frozenset(exact), size, paragraph.kind is Kind.HEADLINE or _heading(prose, side)
        )


def values(prose: str, side: Side) -> set[str]:
    """Figures by value."""
    read = chinese_quantities if side is Side.SOURCE else english_quantities
    return {f"={value:.6g}" for quantity in read(prose) for value in (quantity.low, quantity.high)}


def figures(prose: str, side: Side) -> set[str]:
    """Figures by value, and runs of digits as they stand (years, days, model numbers)."""
    return values(prose, side) | {
        f"={float(digits):.6g}" for digits in _DIGITS.findall(prose) if digits.isascii() and len(digits) < 16
    }


def _heading(prose: str, side: Side) -> bool:
    return len(prose) <= _LONGEST[side] and not prose.rstrip().endswith(_STOPS)
