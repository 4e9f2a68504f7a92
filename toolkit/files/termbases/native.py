"""Our own glossary table."""

from __future__ import annotations

from toolkit.files.errors import Unreadable
from toolkit.files.termbases.tables import Flavour, Rows, Table, dump_table
from toolkit.glossary.conversion import to_termbase, to_terms
from toolkit.glossary.dump import cells
from toolkit.glossary.interchange import Termbase
from toolkit.glossary.table import COLUMNS, parse


def _read(table: Table) -> Termbase:
    terms, problems = parse(dump_table((row.cells for row in table.rows), ","))
    for line, column, message in problems:
        at = table.rows[line - 1].line if line <= len(table.rows) else None
        raise Unreadable(table.name, at, f"column {column}: {message}")
    return to_termbase(terms)


def _write(termbase: Termbase) -> Rows:
    terms = sorted(to_terms(termbase).terms, key=lambda term: term.id)
    return [[*COLUMNS], *([*cells(term).values()] for term in terms)]


NATIVE = Flavour(_read, _write, lambda table: {"id", "zh", "en"} <= {*table.header} <= {*COLUMNS})
