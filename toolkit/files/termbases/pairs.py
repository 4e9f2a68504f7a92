"""What the pair formats share: one source term and one target term a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.core.pattern import pattern
from toolkit.files.termbases.tables import Row, Table
from toolkit.glossary.interchange import OURS, Concept, Designation, Fact, Section, Termbase, family

_HAN = pattern(r"[㐀-鿿]")
_KANA = pattern(r"[぀-ヿ가-힯]")
_NOT_FOR_USE = frozenset({"deprecated", "superseded"})
UNKNOWN = ("x-source", "x-target")
"""Private-use tags (BCP 47) for columns whose languages the file does not tell."""


class Pair(NamedTuple):
    """A source term and a target term of a concept, with their languages."""

    concept: Concept
    source: Designation
    target: Designation
    languages: tuple[str, str]


def languages(rows: Iterable[Row]) -> tuple[str, str]:
    """The languages of the first two columns: the one with more Chinese in it is Chinese, the other English."""
    chinese = [0, 0]
    for row in rows:
        for n in (0, 1):
            chinese[n] += bool(_HAN.search(row.cell(n))) and not _KANA.search(row.cell(n))
    if chinese[0] == chinese[1]:
        return UNKNOWN
    return ("zh", "en") if chinese[0] > chinese[1] else ("en", "zh")


def both(table: Table, row: Row) -> tuple[str, str]:
    """The first two cells. Raises Unreadable where one is missing."""
    if not row.cell(0) or not row.cell(1):
        raise table.wrong(row, "has no pair; write a source term and a target term in the first two columns")
    return row.cell(0), row.cell(1)


def paired(terms: tuple[str, str], tags: tuple[str, str], facts: Iterable[Fact] = ()) -> Concept:
    """A concept of one source and one target term."""
    sections = (Section(tag, (Designation(term),)) for term, tag in zip(terms, tags, strict=True))
    return Concept("", tuple(sections), tuple(facts))


def read_pairs(table: Table) -> Termbase:
    """A concept a row, of the first two columns."""
    tags = languages(table.rows)
    return Termbase(tuple(paired(both(table, row), tags) for row in table.rows))


def write_pairs(termbase: Termbase) -> list[list[str]]:
    """A row for every source term, with the best target term."""
    return [[pair.source.text, pair.target.text] for pair in pairs(termbase)]


def pairs(termbase: Termbase) -> Iterator[Pair]:
    """Every source term in use with the best target term of its concept; drafts are left out.

    The languages are Chinese and English in the order in which the termbase names them, else its first two.
    """
    chosen = _chosen(termbase)
    for concept in termbase.concepts:
        if is_draft(concept) or len(chosen) < 2:
            continue
        sources, targets = ([*_terms(concept, language)] for language in chosen)
        good = [each for each in targets if each[1].status not in _NOT_FOR_USE]
        best = sorted(good, key=lambda each: each[1].status != "preferred")[:1]
        used = [each for each in sources if each[1].status not in _NOT_FOR_USE]
        yield from (_pair(concept, source, target) for target in best for source in used)


def is_draft(concept: Concept) -> bool:
    """Whether the concept is one of our drafts, which no machine is given."""
    return Fact("status", "draft", OURS) in concept.facts


def usable(section: Section) -> list[Designation]:
    """The terms of a language that are in use, the preferred ones first."""
    terms = [each for each in section.designations if each.status not in _NOT_FOR_USE]
    return sorted(terms, key=lambda each: each.status != "preferred")


def tags(termbase: Termbase) -> list[str]:
    """The languages as they first appear."""
    return list(dict.fromkeys(section.language for concept in termbase.concepts for section in concept.sections))


def _chosen(termbase: Termbase) -> list[str]:
    found = list(dict.fromkeys(map(family, tags(termbase))))
    ours = [language for language in found if language in ("zh", "en")]
    return ours if len(ours) == 2 else found[:2]


def _terms(concept: Concept, language: str) -> Iterator[tuple[str, Designation]]:
    for section in concept.sections:
        if family(section.language) == language:
            yield from ((section.language, term) for term in section.designations)


def _pair(concept: Concept, source: tuple[str, Designation], target: tuple[str, Designation]) -> Pair:
    return Pair(concept, source[1], target[1], (source[0], target[0]))
