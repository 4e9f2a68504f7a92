"""OmegaT's glossary: source, target and comment, parted by tabs, unquoted; lines that begin with # are remarks.

Source: OmegaT, manual ("Glossaries"): .txt and .utf8 are UTF-8, and .tab what the user's system has, unless the file's
first line says otherwise, as ours does.
"""

from __future__ import annotations

from pathlib import PurePath

from toolkit.files.termbases.pairs import both, languages, paired, pairs
from toolkit.files.termbases.tables import Flavour, Rows, Table
from toolkit.glossary.conversion import parted, remarks
from toolkit.glossary.interchange import Termbase

_CODING = "# -*- coding: utf-8 -*-"


def _read(table: Table) -> Termbase:
    rows = [row for row in table.rows if not row.cells[0].startswith("#")]
    tags = languages(rows)
    for row in rows:
        if len(row.cells) > 3 and any(row.cells[3:]):
            raise table.wrong(row, f"has {len(row.cells)} columns; an OmegaT glossary has two or three, parted by tabs")
    return Termbase(tuple(paired(both(table, row), tags, parted(row.cell(2))) for row in rows))


def _write(termbase: Termbase) -> Rows:
    return [[_CODING], *_rows(termbase)]


def _rows(termbase: Termbase) -> Rows:
    return [[pair.source.text, pair.target.text, remarks(pair.concept)] for pair in pairs(termbase)]


def _fits(table: Table) -> bool:
    return PurePath(table.name).suffix.lower() in (".tab", ".utf8") and max(len(row.cells) for row in table.rows) <= 3


OMEGAT = Flavour(_read, _write, _fits, delimiter="\t", quoted=False)
