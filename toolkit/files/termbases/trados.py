"""Trados (Glossary Converter): a header of language names, synonyms in a cell parted by `|`, further columns as they are.

Source: Glossary Converter, help ("Excel", "Synonym handling": one line, or a column for each synonym); MultiTerm, manual
("Prerequisites for file conversion"): names in the first row, UTF-8; commas in .csv, tabs in .txt.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.files.termbases.google import has_codes
from toolkit.files.termbases.languages import language_name, tag
from toolkit.files.termbases.pairs import tags, usable
from toolkit.files.termbases.tables import Flavour, Row, Rows, Table
from toolkit.glossary.conversion import parted, remarks
from toolkit.glossary.interchange import Concept, Designation, Fact, Section, Termbase

_HOLDER = "trados"
_NOTES = "Note"


def _read(table: Table) -> Termbase:
    if not any(map(tag, table.header)):
        raise table.wrong(table.rows[0], "names no language; the first row must, such as Chinese,English")
    return Termbase(tuple(_concept(table, row) for row in table.rows[1:]))


def _concept(table: Table, row: Row) -> Concept:
    if len(row.cells) > len(table.header):
        raise table.wrong(row, f"has {len(row.cells)} cells, the header {len(table.header)}; quote cells with commas")
    terms: dict[str, list[Designation]] = {}
    notes: list[Fact] = []
    own: list[Fact] = []
    for n, column in enumerate(table.header):
        language, cell = tag(column), row.cell(n)
        if language:
            found = [Designation(term.strip()) for term in cell.split("|") if term.strip()]
            terms.setdefault(language, []).extend(found)
        elif column == _NOTES:
            notes += parted(cell)
        elif cell:
            own.append(Fact(column, cell, _HOLDER))
    sections = tuple(Section(language, tuple(found)) for language, found in terms.items() if found)
    if not sections:
        raise table.wrong(row, "has no term; write one in a column of a language, or take the row out")
    return Concept("", sections, (*notes, *sorted(own)))


def _write(termbase: Termbase) -> Rows:
    languages = tags(termbase)
    said = sorted({fact.kind for concept in termbase.concepts for fact in concept.facts if fact.holder == _HOLDER})
    rows = [[*_row(concept, languages, said)] for concept in termbase.concepts]
    kept = [row for row in rows if any(row[: len(languages)])]
    return [[*map(language_name, languages), _NOTES, *said], *kept] if kept else []


def _row(concept: Concept, languages: list[str], said: list[str]) -> Iterator[str]:
    terms = {section.language: usable(section) for section in concept.sections}
    for language in languages:
        yield "|".join(term.text for term in terms.get(language, ()))
    yield remarks(concept)
    own = {fact.kind: fact.value for fact in concept.facts if fact.holder == _HOLDER}
    yield from (own.get(kind, "") for kind in said)


def _fits(table: Table) -> bool:
    if has_codes(table):
        return any("|" in cell for row in table.rows for cell in row.cells)
    return bool(tag(table.header[0])) and len([cell for cell in table.header if tag(cell)]) > 1


TRADOS = Flavour(_read, _write, _fits)
