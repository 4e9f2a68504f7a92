"""What a termbase is searched by, as plain text data: made once from its rows, kept in a cache, and read lazily."""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from toolkit.glossary.words import base, key
from toolkit.language.script import folded

FORMAT = "2"
"""Changes whenever other text is written for the same rows, so that no older cache is read."""
UNIT, ENTRY, SECTION = "\x1f", "\x1e", "\x1d"
"""Between the parts of an entry, entries, and sections; no row holds them."""
_END = "\0"
_PAIRS = f"utf-32-{sys.byteorder[0]}e"
_LENGTHS = 32
"""Lengths of Chinese forms are kept as characters from here on, clear of the separators."""


class Forms(NamedTuple):
    """How a concept is called in Chinese (none where it matches nothing), in English, and how it must not be."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    forbidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Forms to the numbers of their concepts.

    `forms`: a Chinese form in Simplified script to numbers, a space between. `openings`: the first two characters of
    forms, as `pairs` codes them, to how long these are, the longest first. `alone`: the forms of one character.
    `accepted`, `forbidden`: the first word of English forms to number, form, number, form …
    """

    forms: dict[str, str]
    openings: dict[int, tuple[int, ...]]
    alone: str
    accepted: dict[str, str]
    forbidden: dict[str, str]

    @classmethod
    def of(cls, concepts: Iterable[Forms]) -> Index:
        """The index of concepts; each one's number is its place among them, from 0."""
        every = list(concepts)
        numbers = [*map(str, range(len(every)))]
        forms = _chinese([(n, form) for n, one in zip(numbers, every, strict=True) for form in one.sources if form])
        accepted = _english((n, form) for n, one in zip(numbers, every, strict=True) for form in one.targets)
        forbidden = _english((n, form) for n, one in zip(numbers, every, strict=True) for form in one.forbidden)
        return cls(forms, _openings(forms), "".join(form for form in forms if len(form) == 1), accepted, forbidden)

    def dump(self) -> list[str]:
        """The index as texts, which hold no SECTION."""
        starts = array("Q", self.openings).tobytes().decode(_PAIRS, "surrogatepass")
        told = {found: "".join(chr(_LENGTHS + size) for size in found) for found in {*self.openings.values()}}
        sizes = ENTRY.join(map(told.__getitem__, self.openings.values()))
        tables = (self.forms, self.accepted, self.forbidden)
        rest = (ENTRY.join(part) for table in tables for part in (table.keys(), table.values()))
        return [self.alone, starts, sizes, *rest]

    @classmethod
    def load(cls, texts: Iterable[str]) -> Index:
        """The index that `dump` wrote. Raises ValueError for other texts."""
        alone, starts, sizes, *rest = texts
        parts = [part.split(ENTRY) if part else [] for part in rest]
        forms, accepted, forbidden = (
            dict(zip(*both, strict=True)) for both in zip(parts[::2], parts[1::2], strict=True)
        )
        lengths = sizes.split(ENTRY) if sizes else []
        known = {one: tuple([ord(char) - _LENGTHS for char in one]) for one in {*lengths}}
        openings = dict(zip(_codes(starts), [known[one] for one in lengths], strict=True))
        return cls(forms, openings, alone, accepted, forbidden)


def pairs(prose: str) -> list[int]:
    """Each character with the one behind it as one number: twice as fast to look up as two characters are.

    The last one is paired with U+0000.
    """
    size = len(prose)
    found = [0] * size
    if size:
        found[::2] = _codes(prose + _END * (size % 2))
        found[1::2] = _codes(prose[1:] + _END * ((size - 1) % 2))
    return found


def _codes(text: str) -> list[int]:
    """Two characters after two as one number each."""
    return memoryview(text.encode(_PAIRS, "surrogatepass")).cast("Q").tolist()


def _chinese(named: list[tuple[str, str]]) -> dict[str, str]:
    """Every Chinese form as it stands and, where that is another, as it reads in Simplified script, of number and form."""
    plain = folded(_END.join(map(itemgetter(1), named))).split(_END) if named else []
    found: dict[str, str] = {}
    for (n, form), simple in zip(named, plain, strict=True):
        for spelt in (form,) if form == simple else (simple, form):
            known = found.setdefault(spelt, n)
            if known is not n and known.rpartition(" ")[2] != n:
                found[spelt] = f"{known} {n}"
    return found


def _openings(forms: Iterable[str]) -> dict[int, tuple[int, ...]]:
    """How long the forms are that begin so; a form of one character counts wherever it begins."""
    found: dict[str, int] = {}
    for form in forms:
        start = form[:2]
        found[start] = found.get(start, 0) | 1 << len(form)
    alone = {start for start in found if len(start) == 1}
    sizes = [bits | (start[0] in alone) << 1 for start, bits in found.items()]
    known = {bits: tuple(n for n in range(bits.bit_length(), 0, -1) if bits >> n & 1) for bits in {*sizes}}
    starts = _codes("".join([start if len(start) == 2 else start + _END for start in found]))
    return dict(zip(starts, map(known.__getitem__, sizes), strict=True))


def _english(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """English forms by their first word, of number and form."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    homes: dict[str, list[str]] = {}
    for n, form in named:
        token = form.partition(" ")[0]
        home = homes.get(token)
        if home is None:
            home = homes[token] = found[_first(token)]
        home += n, form
    found.pop("", None)
    return {word: UNIT.join(entries) for word, entries in found.items()}


def _first(token: str) -> str:
    """The word that a form is looked up by which begins with the token; empty where it holds none."""
    if not (token.isascii() and token.isalpha()):
        return key(token, exact=False).split(" ", 2)[1]
    return base(token).lower() if token.endswith("s") else token.lower()
