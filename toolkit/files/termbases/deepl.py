"""DeepL's glossary: source, target, and where given their languages and a relevance; no header.

Source: DeepL API, manual ("Manage glossaries"): a source term stands once, languages have no variants (ZH, EN). The four
columns, and the fifth of its generator, are what DeepL's own pages export.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core.pattern import pattern
from toolkit.files.termbases.languages import is_tag
from toolkit.files.termbases.pairs import UNKNOWN, both, languages, paired, pairs
from toolkit.files.termbases.tables import Flavour, Row, Rows, Table
from toolkit.glossary.interchange import Concept, Fact, Termbase

_HOLDER = "deepl"
_VARIANT = pattern("[-_].*")


def _read(table: Table) -> Termbase:
    return Termbase(tuple(_concepts(table)))


def _concepts(table: Table) -> Iterator[Concept]:
    guessed = languages(table.rows)
    for row in table.rows:
        if len(row.cells) > 5:
            raise table.wrong(row, f"has {len(row.cells)} columns; a DeepL glossary has two to five")
        tags = (row.cell(2), row.cell(3)) if _tagged(row) else guessed
        extra = [n for n in range(4 if _tagged(row) else 2, 5) if row.cell(n)]
        yield paired(both(table, row), tags, (Fact(f"column {n + 1}", row.cell(n), _HOLDER) for n in extra))


def _write(termbase: Termbase) -> Rows:
    seen: set[str] = set()
    rows: Rows = []
    for pair in pairs(termbase):
        if pair.source.text in seen:
            continue
        seen.add(pair.source.text)
        extra = {fact.kind: fact.value for fact in pair.concept.facts if fact.holder == _HOLDER}
        untold = pair.languages == UNKNOWN or "column 3" in extra or "column 4" in extra
        known = ["", ""] if untold else [_VARIANT.sub("", tag) for tag in pair.languages]
        cells = [extra.get(f"column {n}", told) for n, told in zip((3, 4, 5), (*known, ""), strict=True)]
        while cells and not cells[-1]:
            cells.pop()
        rows.append([pair.source.text, pair.target.text, *cells])
    return rows


def _tagged(row: Row) -> bool:
    return is_tag(row.cell(2)) and is_tag(row.cell(3))


def _fits(table: Table) -> bool:
    return bool(table.rows) and all(_tagged(row) and len(row.cells) <= 5 for row in table.rows)


DEEPL = Flavour(_read, _write, _fits)
