"""Concepts found by a word of either language, typed as a person remembers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from toolkit.glossary.term import Term
from toolkit.glossary.words import key
from toolkit.language.pinyin import letters, spell
from toolkit.language.script import folded, is_han

_ALIKE = 75
_NEAR = 2


class How(StrEnum):
    """How a form answers what was typed, the surest first."""

    EXACT = "exact"
    INFLECTED = "inflected"
    PINYIN = "pinyin"
    PART = "part"
    NEAR = "near"
    FORBIDDEN = "forbidden"


class Answer(NamedTuple):
    """A concept, the form of it that answers, how, and how alike the two are (0 to 100)."""

    term: Term
    form: str
    how: How
    score: float


def lookup(text: str, terms: Iterable[Term], limit: int = 10) -> list[Answer]:
    """The concepts that `text` may mean, the likeliest first, each once, at most `limit`.

    Chinese is compared in Simplified script, whole, as a part, or with a character or two wrong; English by its words
    whatever their inflection, as a part, by likeness of spelling (indel similarity, rapidfuzz), or as toneless pinyin.
    """
    text = " ".join(text.split())
    if not text:
        return []
    concepts = list(terms)
    found = (
        _by_chinese(text, concepts) if is_han(text) else chain(_by_english(text, concepts), _by_wrong(text, concepts))
    )
    best: dict[str, Answer] = {}
    for answer in found:
        known = best.get(answer.term.id)
        if known is None or _rank(answer) < _rank(known):
            best[answer.term.id] = answer
    return sorted(best.values(), key=_rank)[:limit]


_ORDER = {how: n for n, how in enumerate((How.EXACT, How.INFLECTED, How.FORBIDDEN, How.PINYIN, How.PART, How.NEAR))}


def _rank(answer: Answer) -> tuple[int, float, int, str]:
    return _ORDER[answer.how], -answer.score, len(answer.form), answer.term.id


def _by_chinese(text: str, terms: Iterable[Term]) -> Iterator[Answer]:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 (only a look-up needs it)

    wanted = folded(text)
    for term in terms:
        for form in term.sources:
            known = folded(form)
            if known == wanted:
                yield Answer(term, form, How.EXACT, 100)
            elif wanted in known or (len(known) > 1 and known in wanted):
                yield Answer(term, form, How.PART, 100 * min(len(wanted), len(known)) / max(len(wanted), len(known)))
            elif len(wanted) > 2 and abs(len(known) - len(wanted)) < _NEAR:
                wrong = Levenshtein.distance(wanted, known, score_cutoff=1)
                if wrong < _NEAR:
                    yield Answer(term, form, How.NEAR, 100 * (1 - wrong / len(wanted)))


def _by_english(text: str, terms: Iterable[Term]) -> Iterator[Answer]:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 (as above)

    wanted, small = key(text, exact=False), text.lower()
    for term in terms:
        for form in term.targets:
            words = key(form, exact=False)
            if form.lower() == small:
                yield Answer(term, form, How.EXACT, 100)
            elif words == wanted:
                yield Answer(term, form, How.INFLECTED, 100)
            elif wanted in words:
                yield Answer(term, form, How.PART, 100 * len(wanted) / len(words))
            elif (alike := ratio(small, form.lower(), score_cutoff=_ALIKE)) > 0:
                yield Answer(term, form, How.NEAR, alike)


def _by_wrong(text: str, terms: Iterable[Term]) -> Iterator[Answer]:
    """Concepts that English words are forbidden for, or whose Chinese they spell in pinyin."""
    wanted, sound = key(text, exact=False), letters(text)
    for term in terms:
        for form in term.en_forbidden:
            if key(form, exact=False) == wanted:
                yield Answer(term, form, How.FORBIDDEN, 100)
        for form in term.sources if len(sound) > 2 else ():
            if sound == "".join(spell(folded(form))):
                yield Answer(term, form, How.PINYIN, 100)
