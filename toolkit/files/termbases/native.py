"""Our own glossary table."""

from __future__ import annotations

from toolkit.files.errors import Unreadable
from toolkit.files.termbases.languages import is_tag
from toolkit.files.termbases.tables import Flavour, Rows, Table
from toolkit.glossary.conversion import to_termbase, to_terms
from toolkit.glossary.dump import cells
from toolkit.glossary.interchange import Termbase
from toolkit.glossary.table import COLUMNS, concept, judged


def _read(table: Table) -> Termbase:
    rows, problems = judged((row.line, row.cells) for row in table.rows)
    for line, column, message in problems:
        raise Unreadable(table.name, line, f"column {column}: {message}")
    return to_termbase(map(concept, rows))


def _write(termbase: Termbase) -> Rows:
    terms = sorted(to_terms(termbase).terms, key=lambda term: term.id)
    return [[*COLUMNS], *([*cells(term).values()] for term in terms)]


def _fits(table: Table) -> bool:
    """Whether our columns are there, and no language besides: `id` is Indonesian to other tools."""
    return {"id", "zh", "en"} <= {*table.header} and not any(map(is_tag, {*table.header} - {*COLUMNS}))


NATIVE = Flavour(_read, _write, _fits)
