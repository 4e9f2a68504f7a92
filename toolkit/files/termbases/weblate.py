"""Weblate's glossary as CSV: source, target, and where given context and comments.

Source: Weblate, manual ("CSV files"): a header of location, source, target, ID, fuzzy, context, translator_comments and
developer_comments. Flags are none of them, so a forbidden term would come in as a good one: it is read where a column
`flags` marks it, and never written. Weblate's TBX has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.files.termbases.pairs import languages, pairs
from toolkit.files.termbases.tables import Flavour, Row, Rows, Table
from toolkit.glossary.conversion import parted, remarks
from toolkit.glossary.interchange import STATUS, Concept, Designation, Fact, Section, Termbase

_HOLDER = "weblate"
_COMMENT = "developer_comments"
_HELD = {"source", "target", _COMMENT}
_COLUMNS = ("source", "target", "context", _COMMENT)


def _read(table: Table) -> Termbase:
    lacks = [column for column in _COLUMNS[:2] if column not in table.header]
    if lacks:
        raise table.wrong(table.rows[0], f"has no column {lacks[0]}; Weblate writes {','.join(_COLUMNS)}")
    columns = [table.header.index(column) for column in _COLUMNS[:2]]
    tags = languages(Row(row.line, [row.cell(n) for n in columns]) for row in table.rows[1:])
    return Termbase(tuple(_concept(table, row, tags) for row in table.rows[1:]))


def _concept(table: Table, row: Row, tags: tuple[str, str]) -> Concept:
    cells = dict(zip(table.header, (row.cell(n) for n in range(len(table.header))), strict=False))
    if not cells["source"] or not cells["target"] or len(row.cells) > len(table.header):
        raise table.wrong(
            row, "is no row of source and target under the header; fill both, and quote cells with commas"
        )
    flags = [flag.strip() for flag in cells.get("flags", "").split(",") if flag.strip()]
    barred = (Fact(STATUS, "deprecated", "termNote"),) if "forbidden" in flags else ()
    cells["flags"] = ", ".join(flag for flag in flags if flag != "forbidden")
    sections = (
        Section(tags[0], (Designation(cells["source"]),)),
        Section(tags[1], (Designation(cells["target"], barred),)),
    )
    own = (Fact(column, cell, _HOLDER) for column, cell in cells.items() if cell and column not in _HELD)
    return Concept("", sections, (*parted(cells.get(_COMMENT, "")), *sorted(own)))


def _write(termbase: Termbase) -> Rows:
    said = {fact.kind for concept in termbase.concepts for fact in concept.facts if fact.holder == _HOLDER}
    extra = sorted(said.difference(_COLUMNS))
    return [[*_COLUMNS, *extra], *_rows(termbase, extra)]


def _rows(termbase: Termbase, extra: list[str]) -> Iterator[list[str]]:
    for pair in pairs(termbase):
        own = {fact.kind: fact.value for fact in pair.concept.facts if fact.holder == _HOLDER}
        kept = [own.get(kind, "") for kind in extra]
        yield [pair.source.text, pair.target.text, own.get("context", ""), remarks(pair.concept), *kept]


WEBLATE = Flavour(_read, _write, lambda table: {"source", "target"} <= {*table.header})
