"""Google's glossary: a header of language codes, with pos and description where wanted; or a pair without a header.

Source: Google Cloud, "Creating and using glossaries" (equivalent term sets; unidirectional glossaries, which have two
columns and no header) and "Language support", where the scripts of Chinese go by zh-CN and zh-TW.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from toolkit.files.termbases.languages import is_tag
from toolkit.files.termbases.pairs import is_draft, read_pairs, tags, usable
from toolkit.files.termbases.tables import Flavour, Row, Rows, Table
from toolkit.glossary.conversion import parted, remarks
from toolkit.glossary.interchange import Concept, Designation, Fact, Section, Termbase

_EXTRA = ("pos", "description")
_CODES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}


def _read(table: Table) -> Termbase:
    if not has_codes(table):
        return read_pairs(table)
    return Termbase(tuple(_concept(table, row) for row in table.rows[1:]))


def _concept(table: Table, row: Row) -> Concept:
    cells = dict(zip(table.header, (row.cell(n) for n in range(len(table.header))), strict=True))
    if len(row.cells) > len(table.header):
        raise table.wrong(row, f"has {len(row.cells)} cells, the header {len(table.header)}; quote cells with commas")
    pos = (Fact("partOfSpeech", cells["pos"], "termNote"),) if cells.get("pos") else ()
    told = {language: term for language, term in cells.items() if language not in _EXTRA and term}
    if not told:
        raise table.wrong(row, "has no term; write one in a column of a language, or take the row out")
    sections = (Section(language, (Designation(term, pos),)) for language, term in told.items())
    return Concept("", tuple(sections), tuple(parted(cells.get("description", ""))))


def _write(termbase: Termbase) -> Rows:
    concepts = tuple(_coded(concept) for concept in termbase.concepts if not is_draft(concept))
    header = tags(Termbase(concepts))
    rows = [row for concept in concepts if any((row := [*_row(concept, header)])[: len(header)])]
    return [[*header, *_EXTRA], *rows] if rows else []


def _coded(concept: Concept) -> Concept:
    """The concept with Google's codes of its languages."""
    sections = (replace(each, language=_CODES.get(each.language, each.language)) for each in concept.sections)
    return replace(concept, sections=tuple(sections))


def _row(concept: Concept, header: list[str]) -> Iterator[str]:
    best = {section.language: usable(section)[0] for section in reversed(concept.sections) if usable(section)}
    for language in header:
        yield best[language].text if language in best else ""
    facts = (fact for term in best.values() for fact in term.facts if fact.kind == "partOfSpeech")
    yield next((fact.value for fact in facts), "")
    yield remarks(concept)


def has_codes(table: Table) -> bool:
    """Whether the first row is a header of language codes."""
    codes = [cell for cell in table.header if cell not in _EXTRA]
    return (
        len(table.header) > 1 and bool(codes) and all(map(is_tag, codes)) and len({*table.header}) == len(table.header)
    )


def _fits(table: Table) -> bool:
    return has_codes(table) and not any("|" in cell for row in table.rows for cell in row.cells)


GOOGLE = Flavour(_read, _write, _fits)
