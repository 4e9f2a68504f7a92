"""Between the interchange model and our own concepts, which are Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.glossary.dump import cells, join
from toolkit.glossary.interchange import (
    OURS,
    STATUS,
    Concept,
    Designation,
    Fact,
    Loss,
    Section,
    Termbase,
    family,
    losses,
    name,
)
from toolkit.glossary.table import CELL_LIMIT, row
from toolkit.glossary.term import Term
from toolkit.language.script import is_traditional

PRIVATE = (
    *("type", "first_mention", "case", "when", "not_when", "country", "office", "valid_from", "valid_to", "status"),
)
"""Columns that no data category of TBX means; they travel as facts of our own."""
_DEFAULTS = {"type": "term", "case": "any"}
_NOT_FOR_USE = frozenset({"deprecated", "superseded"})
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
"""Subtags (BCP 47) of a script, and of regions that write it."""
_BAR = " | "
WHOLE = "whole concept: "
"""What begins the loss of a concept that could not be made, before the reason."""
_DEFINITION = "definition: "


class Imported(NamedTuple):
    """Our concepts of a termbase, sorted as it was, and what it says that they cannot."""

    terms: tuple[Term, ...]
    losses: tuple[Loss, ...]


def to_termbase(terms: Iterable[Term]) -> Termbase:
    """Our concepts in the interchange model; `to_terms` makes the same of it again, Traditional forms last."""
    return Termbase(tuple(map(concept, terms)))


def concept(term: Term) -> Concept:
    """One concept: accepted forms are preferred and admitted terms, or superseded ones where it is deprecated.

    Other Chinese forms that are wholly Traditional stand under zh-Hant. The main one never does: what the mainland prints
    of a name (胡厚崑) may look so too.
    """
    main, other = {
        "preferred": ("preferred", "admitted"),
        "deprecated": ("superseded", "superseded"),
        "draft": ("", ""),
    }.get(term.status, ("admitted", "admitted"))
    english = (
        *_designations(term.targets, main, other),
        *_designations(term.en_forbidden, "deprecated", "deprecated"),
    )
    traditional = tuple(filter(is_traditional, term.zh_alt))
    plain = (term.zh, *(form for form in term.zh_alt if form not in traditional))
    sections = (
        Section("zh", tuple(_designations(plain, main, other))),
        *([Section("zh-Hant", tuple(_designations(traditional, other, other)))] if traditional else []),
        Section("en", english),
    )
    return Concept(term.id, sections, tuple(_facts(term)))


def _designations(forms: tuple[str, ...], first: str, others: str) -> Iterator[Designation]:
    for n, form in enumerate(forms):
        status = others if n else first
        yield Designation(form, (Fact(STATUS, status, "termNote"),) if status else ())


def _facts(term: Term) -> Iterator[Fact]:
    if term.domain:
        yield Fact("subjectField", term.domain, "descrip")
    yield from parted(term.note)
    if term.source:
        yield Fact("source", term.source, "admin")
    own = cells(term)
    for column in PRIVATE:
        implied = column == "status" and term.status != "draft"
        if own[column] != _DEFAULTS.get(column, "") and not implied:
            yield Fact(column, own[column], OURS)


def to_terms(termbase: Termbase) -> Imported:
    """Our concepts of a termbase, and what did not fit: other languages, parts of speech, cross references …

    The first preferred English term is the English, deprecated and superseded ones are forbidden forms; Chinese terms
    of all regions stand together, Simplified ones first. Definitions and notes share the note.
    """
    terms: list[Term] = []
    kept: list[Concept] = []
    refused: list[tuple[str, Concept]] = []
    taken: set[str] = set()
    for each in termbase.concepts:
        try:
            terms.append(_term(each, taken))
            kept.append(each)
        except ValueError as error:
            refused.append((str(error), each))
    lost = losses(Termbase(tuple(kept), termbase.facts), to_termbase(terms))
    return Imported(tuple(terms), (*_refusals(refused), *lost))


def _refusals(refused: list[tuple[str, Concept]]) -> Iterator[Loss]:
    for reason in dict.fromkeys(reason for reason, _ in refused):
        those = [each for why, each in refused if why == reason]
        yield Loss(WHOLE + reason, len(those), those[0].id or name(those[0]))


def _term(each: Concept, taken: set[str]) -> Term:
    chinese = _forms(each, "zh")
    english = _forms(each, "en")
    if not chinese or not english:
        raise ValueError(f"has no {'English' if chinese else 'Chinese'} term")
    own = {fact.kind: fact.value for fact in each.facts if fact.holder == OURS and fact.kind in PRIVATE}
    zh = _unique(form.text for form in chinese)
    accepted, forbidden, status = _sorted(english)
    main, *others = accepted
    columns = {
        "id": _id(each.id, main, taken),
        "zh": zh[0],
        "zh_alt": join(zh[1:]),
        "en": main,
        "en_alt": join(others),
        "en_forbidden": join(form for form in forbidden if form not in accepted),
        "status": status,
        "domain": next((fact.value for fact in each.facts if fact.kind == "subjectField"), ""),
        "note": remarks(each),
        "source": next((fact.value for fact in each.facts if fact.kind == "source"), ""),
    }
    if any(len(cell) > CELL_LIMIT for cell in columns.values()):
        raise ValueError(f"has a cell of more than {CELL_LIMIT:,} characters")
    return row(columns | own)


def _forms(each: Concept, language: str) -> list[Designation]:
    sections = [section for section in each.sections if family(section.language) == language]
    sections.sort(key=lambda section: _is_traditional(section.language))
    return [form for section in sections for form in section.designations if form.text.strip()]


def _is_traditional(language: str) -> bool:
    subtags = {*language.lower().replace("_", "-").split("-")}
    return not subtags.isdisjoint(_TRADITIONAL) and "hans" not in subtags


def _sorted(english: list[Designation]) -> tuple[list[str], list[str], str]:
    """The accepted forms, the best first, the forbidden ones, and the status that these make of the concept."""
    usable = [form for form in english if form.status not in _NOT_FOR_USE]
    if usable:
        usable.sort(key=lambda form: form.status != "preferred")
        status = "admitted" if usable[0].status == "admitted" else "preferred"
    else:
        usable = [form for form in english if form.status == "superseded"] or english
        status = "deprecated"
    forbidden = [form.text for form in english if form not in usable]
    return _unique(form.text for form in usable), _unique(forbidden), status


def remarks(each: Concept) -> str:
    """Notes and definitions of a concept and of its languages in one cell; `parted` takes them apart."""
    facts = (*each.facts, *(fact for section in each.sections for fact in section.facts))
    marks = {"note": "", "definition": _DEFINITION}
    return _BAR.join(marks[fact.kind] + fact.value for fact in facts if fact.kind in marks)


def parted(cell: str) -> Iterator[Fact]:
    """The notes and definitions in a cell.

    >>> [(fact.kind, fact.value) for fact in parted("definition: a thing | seen often")]
    [('definition', 'a thing'), ('note', 'seen often')]
    """
    for part in cell.split(_BAR) if cell else ():
        if part.startswith(_DEFINITION):
            yield Fact("definition", part.removeprefix(_DEFINITION), "descrip")
        else:
            yield Fact("note", part)


def _unique(forms: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(form.strip() for form in forms))


def _id(given: str, english: str, taken: set[str]) -> str:
    """The id given, else one from the English in lower case with hyphens; with a number where it is taken."""
    stem = given or "-".join(re.findall(r"[a-z0-9]+", english.lower())) or "concept"
    found, n = stem, 1
    while found in taken:
        n += 1
        found = f"{stem}-{n}"
    taken.add(found)
    return found
