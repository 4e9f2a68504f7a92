"""The interchange model: a termbase of any languages as concept, language and term, as ISO 30042 (TBX) and ISO 16642 draw it.

Every format is read into it and written from it; what a format cannot hold is found by reading back what was written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

STATUS = "administrativeStatus"
OURS = "copydesk"
"""The holder of a fact that only our own glossaries know: a column's name and its cell."""


class Fact(NamedTuple):
    """A data category and its value: what is said about a termbase, a concept, a language or a term.

    `holder` is the TBX element that bears it (descrip, admin, termNote, note …), `marks` its other attributes, `about`
    what is said about the fact itself, such as its source.
    """

    kind: str
    value: str
    holder: str = "note"
    marks: tuple[tuple[str, str], ...] = ()
    about: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Designation:
    """A term: one way to call the concept in one language."""

    text: str
    facts: tuple[Fact, ...] = ()
    id: str = ""

    @property
    def status(self) -> str:
        """preferred, admitted, deprecated, superseded, or what the file says; empty where it says nothing."""
        return next((fact.value for fact in self.facts if fact.kind == STATUS), "")


@dataclass(frozen=True, slots=True)
class Section:
    """The terms of one language, by its BCP 47 tag as the file writes it."""

    language: str
    designations: tuple[Designation, ...]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning; `id` is empty where the format has none."""

    id: str
    sections: tuple[Section, ...]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Termbase:
    """Concepts in file order, and what the file says about itself."""

    concepts: tuple[Concept, ...] = ()
    facts: tuple[Fact, ...] = ()


class Loss(NamedTuple):
    """What did not fit: its kind, how often, and the first concept that it belonged to (its id, else its first term)."""

    what: str
    times: int
    where: str

    def __str__(self) -> str:
        """The loss in a reader's words."""
        return f"{self.times:,} x {self.what}" + (f" (first: {self.where})" if self.where else "")


def losses(before: Termbase, after: Termbase) -> tuple[Loss, ...]:
    """What `before` says and `after` does not, by kind, the most frequent first.

    Terms are compared by language (its region apart) and text, facts by kind and value, wherever they stand.
    """
    left = Counter((what, value) for what, value, _ in _items(after))
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for what, value, where in _items(before):
        if left[what, value] > 0:
            left[what, value] -= 1
            continue
        counts[what] += 1
        first.setdefault(what, where)
    return tuple(Loss(what, count, first[what]) for what, count in counts.most_common())


def _items(termbase: Termbase) -> Iterator[tuple[str, str, str]]:
    """Everything that is said: its kind, its value, and the concept."""
    yield from _said(termbase.facts, "", " of the file")
    for concept in termbase.concepts:
        where = concept.id or name(concept)
        if concept.id:
            yield "concept id", concept.id, where
        yield from _said(concept.facts, where)
        for section in concept.sections:
            yield from _said(section.facts, where)
            for designation in section.designations:
                yield f"term in {family(section.language)}", designation.text, where
                if section.language.lower() != family(section.language):
                    yield "region or script of a term", f"{section.language} {designation.text}", where
                if designation.id:
                    yield "element id", designation.id, where
                yield from _said(designation.facts, where)


def family(language: str) -> str:
    """The language without script and region, `zh` for Mandarin.

    >>> family("zh_TW"), family("EN-us"), family("cmn-Hans"), family("x-source")
    ('zh', 'en', 'zh', 'x-source')
    """
    code, _, rest = language.lower().replace("_", "-").partition("-")
    return f"x-{rest}" if code == "x" else "zh" if code == "cmn" else code


def name(concept: Concept) -> str:
    """The concept's first term, cut to 40 characters."""
    return next((each.text[:40] for section in concept.sections for each in section.designations), "")


def _said(facts: tuple[Fact, ...], where: str, of: str = "") -> Iterator[tuple[str, str, str]]:
    for fact in facts:
        kind = fact.kind + of
        yield kind, fact.value, where
        for mark, value in fact.marks:
            yield "element id" if mark in ("id", "group") else f"{mark} of {kind}", value, where
        yield from _said(fact.about, where, f" of {kind}")
