"""Microsoft Translator's document glossary: source and target, no header; it matches case-sensitively.

Source: Azure Translator, manual ("Use glossaries with Document translation"): tabs preferred to commas; a glossary term
that is a whole sentence matches in any case.
"""

from __future__ import annotations

from dataclasses import replace

from toolkit.files.termbases.pairs import read_pairs, write_pairs
from toolkit.files.termbases.tables import Flavour, Table
from toolkit.glossary.interchange import OURS, Fact, Termbase


def _read(table: Table) -> Termbase:
    exact = Fact("case", "exact", OURS)
    read = read_pairs(table)
    for row in table.rows:
        if len(row.cells) > 2 and any(row.cells[2:]):
            raise table.wrong(row, f"has {len(row.cells)} columns; a Microsoft glossary has two")
    return Termbase(tuple(replace(each, facts=(exact,)) for each in read.concepts))


MICROSOFT = Flavour(_read, write_pairs, lambda _: False)
