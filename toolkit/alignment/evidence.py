"""What a paragraph shows of itself to the other language: words, figures, Latin text, concepts, length, shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from toolkit.alignment.english import WORD, stems
from toolkit.alignment.lexicon import Lexicon
from toolkit.core import Kind, Paragraph, Side
from toolkit.language.quantities import chinese_quantities, english_quantities

Terms = Callable[[str, Side], Iterable[str]]
"""The ids of the concepts in a paragraph's prose on one side: anchors that a glossary gives."""

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&.+-]*[A-Za-z0-9]")
_DIGITS = re.compile(r"\d+")
_STOPS = ("。", "！", "？", "；", "”", "…", ".", "!", "?", ";", '"')


class Signs(NamedTuple):
    """One paragraph: `order` are its Chinese words or English stems as they come, `words` the same without order, `exact`
    what reads alike in both languages; `size` is in code points."""

    order: tuple[str, ...]
    words: frozenset[str]
    exact: frozenset[str]
    size: int
    heading: bool
    kind: Kind


def chinese_signs(paragraph: Paragraph, lexicon: Lexicon, terms: Terms | None) -> Signs:
    """The signs of a Chinese paragraph; of its words those that the lexicon can translate."""
    prose = paragraph.text.prose
    order = tuple(word for word in lexicon.cut(prose) if lexicon.translations(word))
    exact = {match.lower() for match in _LATIN.findall(prose)}
    exact |= _figures(prose, Side.SOURCE) | {f"#{term}" for term in (terms(prose, Side.SOURCE) if terms else ())}
    return Signs(order, frozenset(order), frozenset(exact), len(prose), _heading(prose, 30), paragraph.kind)


def english_signs(paragraph: Paragraph, terms: Terms | None) -> Signs:
    """The signs of an English paragraph."""
    prose = paragraph.text.prose
    exact = {match.lower() for match in _LATIN.findall(prose)}
    exact |= _figures(prose, Side.TARGET) | {f"#{term}" for term in (terms(prose, Side.TARGET) if terms else ())}
    order = tuple(stems(prose))
    return Signs(order, frozenset(order), frozenset(exact), len(prose), _heading(prose, 90), paragraph.kind)


def _figures(prose: str, side: Side) -> set[str]:
    """Figures by value, and runs of digits as they stand (years, days, model numbers)."""
    read = chinese_quantities if side is Side.SOURCE else english_quantities
    values = {f"={value:.6g}" for quantity in read(prose) for value in (quantity.low, quantity.high)}
    return values | {
        f"={float(digits):.6g}" for digits in _DIGITS.findall(prose) if digits.isascii() and len(digits) < 16
    }


def _heading(prose: str, longest: int) -> bool:
    return len(prose) <= longest and not prose.rstrip().endswith(_STOPS)
