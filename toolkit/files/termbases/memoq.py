"""memoQ's term base as CSV: `;`, Entry_ columns, then for each language its definition and its terms with Term_ columns.

Columns and delimiter are those of memoQ's manual (Web service API, TBService, "Term base in CSV format"). Languages go by
names such as Chinese_PRC, and Term_Info lists marks parted by `;`, of which NonTerm is a forbidden term; so memoQ's files
have it. QTerm has Term_Forbidden for that mark. memoQ itself exports commas too, which are read as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core.pattern import pattern
from toolkit.files.termbases.languages import language_name, tag
from toolkit.files.termbases.pairs import tags
from toolkit.files.termbases.tables import Flavour, Row, Rows, Table
from toolkit.glossary.conversion import parted, remarks
from toolkit.glossary.interchange import STATUS, Concept, Designation, Fact, Section, Termbase

_HOLDER = "memoq"
_ENTRY = (
    *("Entry_ID", "Entry_Subject", "Entry_Domain", "Entry_ClientID", "Entry_ProjectID", "Entry_Created"),
    *("Entry_Creator", "Entry_LastModified", "Entry_Modifier", "Entry_Note"),
)
_FORBIDDEN = "NonTerm"
_INFO = {"Term_Info", "Term_Forbidden"}
_NAMES = {"zh-CN": "Chinese_PRC", "zh-TW": "Chinese_Taiwan", "zh-SG": "Chinese_Singapore"}
_BESIDE = pattern(r"\W+")


def _read(table: Table) -> Termbase:
    if "Entry_ID" not in table.header:
        raise table.wrong(table.rows[0], f"has no column Entry_ID; memoQ writes {';'.join(_ENTRY)}")
    return Termbase(tuple(_concept(table, row) for row in table.rows[1:]))


def _concept(table: Table, row: Row) -> Concept:
    if len(row.cells) > len(table.header):
        raise table.wrong(
            row, f"has {len(row.cells)} cells, the header {len(table.header)}; quote cells with semicolons"
        )
    entry: dict[str, str] = {}
    sections: dict[str, Section] = {}
    language = ""
    for n, column in enumerate(table.header):
        cell = row.cell(n)
        if column.startswith("Entry_"):
            entry[column] = cell
        elif column.startswith("Term_"):
            sections |= _about_term(sections, language, column, cell)
        else:
            name = column.removesuffix("_Def")
            language = tag(name) or name
            sections |= _in_language(sections, language, cell, definition=name != column)
    known = tuple(section for section in sections.values() if section.designations or section.facts)
    return Concept(entry["Entry_ID"], known, tuple(_entry_facts(entry)))


def _entry_facts(entry: dict[str, str]) -> Iterator[Fact]:
    if entry.get("Entry_Subject"):
        yield Fact("subjectField", entry["Entry_Subject"], "descrip")
    yield from parted(entry.get("Entry_Note", ""))
    held = {"Entry_ID", "Entry_Subject", "Entry_Note"}
    yield from (
        Fact(column, entry[column], _HOLDER) for column in sorted(entry) if entry[column] and column not in held
    )


def _in_language(sections: dict[str, Section], language: str, cell: str, *, definition: bool) -> dict[str, Section]:
    section = sections.get(language, Section(language, ()))
    if definition and cell:
        section = Section(language, section.designations, (*section.facts, Fact("definition", cell, "descrip")))
    elif not definition:
        section = Section(language, (*section.designations, *([Designation(cell)] if cell else ())), section.facts)
    return {language: section}


def _about_term(sections: dict[str, Section], language: str, column: str, cell: str) -> dict[str, Section]:
    """The language with Term_Info or Term_Example added to its last term."""
    section = sections.get(language)
    if not section or not section.designations or not cell:
        return {}
    *others, last = section.designations
    facts = [Fact("context", cell, "descrip")] if column == "Term_Example" else [Fact(column, cell, _HOLDER)]
    if column in _INFO and _FORBIDDEN in map(str.strip, cell.split(";")):
        facts.insert(0, Fact(STATUS, "deprecated", "termNote"))
    return {language: Section(language, (*others, Designation(last.text, (*last.facts, *facts))), section.facts)}


def _write(termbase: Termbase) -> Rows:
    counts = {language: _most(termbase, language) for language in tags(termbase)}
    header = [*_ENTRY]
    for language, count in counts.items():
        name = _name(language)
        header += [f"{name}_Def", *([name, "Term_Info", "Term_Example"] * count)]
    return [header, *([*_row(concept, counts)] for concept in termbase.concepts)]


def _name(language: str) -> str:
    """The language's name as memoQ writes it; the tag of one that has no name here."""
    name = language_name(language)
    return _NAMES.get(language) or (name if name == language else _BESIDE.sub("_", name).strip("_"))


def _most(termbase: Termbase, language: str) -> int:
    return max(len(_terms(concept, language)) for concept in termbase.concepts)


def _terms(concept: Concept, language: str) -> list[Designation]:
    return [term for section in concept.sections if section.language == language for term in section.designations]


def _row(concept: Concept, counts: dict[str, int]) -> Iterator[str]:
    own = {fact.kind: fact.value for fact in concept.facts if fact.holder == _HOLDER}
    subject = next((fact.value for fact in concept.facts if fact.kind == "subjectField"), "")
    bare = Concept("", (), concept.facts)
    entry = own | {"Entry_ID": concept.id, "Entry_Subject": subject, "Entry_Note": remarks(bare)}
    yield from (entry.get(column, "") for column in _ENTRY)
    for language, count in counts.items():
        sections = [section for section in concept.sections if section.language == language]
        facts = (fact for section in sections for fact in section.facts)
        yield next((fact.value for fact in facts if fact.kind == "definition"), "")
        terms = _terms(concept, language)
        for n in range(count):
            yield from _cells(terms[n]) if n < len(terms) else ("", "", "")


def _cells(term: Designation) -> tuple[str, str, str]:
    said = {fact.kind: fact.value for fact in term.facts}
    barred = _FORBIDDEN if term.status in ("deprecated", "superseded") else ""
    return term.text, said.get("Term_Info", barred), said.get("context", "")


MEMOQ = Flavour(_read, _write, lambda table: "Entry_ID" in table.header, delimiter=";")
