"""Names of the termbase by spelling: which of them a misspelt word comes near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.alignment.sound import likeness, resemblance, skeleton
from toolkit.core import Ground
from toolkit.glossary import Term
from toolkit.language.pinyin import letters, spell, syllables

_SHORTEST = 3
_BONES = 3
_SAID = 0.5
_EVEN, _WEIGHT = 0.7, 10
_RARE = frozenset({"a", "dia", "ei", "eng", "lo", "nv", "o", "yo"})


class Near(NamedTuple):
    """A concept whose name a word resembles, the form it resembles, and how much (0 to 1)."""

    term: Term
    form: str
    score: float

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The likeness in words, weighed by how far it is above an even chance."""
        return (Ground(f"is like {self.form} {self.score:.2f}", round(_WEIGHT * (self.score - _EVEN), 2)),)


class Names:
    """Every spelling of the names of a termbase, and the pinyin of those that were transcribed into Chinese."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take the concepts; persons and organisations that are no drafts count, initials only where the Chinese says them."""
        self._spellings: dict[str, list[tuple[Term, str]]] = {}
        for term, form, spelling in _spellings(terms):
            self._spellings.setdefault(spelling, []).append((term, form))
        self._keys: dict[str, list[str]] = {}
        for spelling in self._spellings:
            self._keys.setdefault(spelling[0], []).append(spelling)

    def nearest(self, phrase: str, *, least: float, count: int = 4) -> list[Near]:
        """Up to `count` names that resemble `phrase` at `least` so much, the nearest first.

        A phrase shaped like pinyin may be any Chinese name: it must be the very pinyin of a transcribed one.
        """
        from rapidfuzz import process  # noqa: PLC0415 - only a suspicion needs it
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415

        said = letters(phrase)
        if _chinese(phrase):
            return [Near(term, form, 1.0) for term, form in self._spellings.get(said, ()) if letters(form) != said]
        alike = self._keys.get(said[:1], ())
        close = process.extract(said, alike, scorer=ratio, limit=40, score_cutoff=100 * (2 * least - 1))
        found = [
            Near(term, form, _score(said, spelling, term))
            for spelling, _, _ in close
            if abs(len(spelling) - len(said)) <= len(said) // 3
            for term, form in self._spellings[spelling]
        ]
        return sorted(
            (near for near in found if near.score >= least), key=lambda near: (-near.score, not near.term.office)
        )[:count]


def _score(said: str, spelling: str, term: Term) -> float:
    """Resemblance; a person's name with few consonants must be like in its spelling."""
    if term.type == "person" and len(skeleton(spelling)) < _BONES:
        return likeness(said, spelling)
    return resemblance(said, spelling)


def _chinese(phrase: str) -> bool:
    """Whether a word could be a Chinese name in pinyin."""
    return any(not _RARE & {*way} for way in syllables(phrase))


def _spellings(terms: Iterable[Term]) -> Iterator[tuple[Term, str, str]]:
    for term in terms:
        if term.type not in ("person", "organisation") or term.status in ("draft", "deprecated"):
            continue
        said = "".join(spell(term.zh))
        for form in term.targets:
            spelling = letters(form)
            if len(spelling) >= _SHORTEST and not (form.isupper() and likeness(spelling, said) < _SAID):
                yield term, form, spelling
        if transcribed(term):
            for source in term.sources:
                if len(spelling := "".join(spell(source))) > _SHORTEST:
                    yield term, term.en, spelling


def transcribed(term: Term) -> bool:
    """Whether the Chinese of a name is a transcription of a foreign one: a person or firm from elsewhere, three characters."""
    return term.type in ("person", "organisation") and term.country not in ("CN", "TW", "HK", "MO") and len(term.zh) > 2
