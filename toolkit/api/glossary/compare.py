"""Compare two glossaries, and bring two changed copies together."""

from __future__ import annotations

from pathlib import Path

from toolkit.files.errors import Unreadable
from toolkit.files.glossaries import read_sheet
from toolkit.glossary.changes import Change, Conflict, Table, concepts, diff, merge
from toolkit.glossary.sheet import Sheet, id_of
from toolkit.glossary.table import header_problems


def compare(old: Path, new: Path) -> tuple[Change, ...]:
    """What changed from one glossary to the other, concept by concept. Raises Unreadable."""
    return diff(_read(old)[1], _read(new)[1])


def gained(old: Path, merged: Sheet) -> tuple[Change, ...]:
    """What a merged table changes in the glossary `old`. Raises Unreadable."""
    return diff(_read(old)[1], concepts(merged))


def bring_together(
    ours: Path, theirs: Path, base: Path | None = None, prefer: str = ""
) -> tuple[Sheet, tuple[Conflict, ...]]:
    """Both glossaries as one table, and the cells left to a person, where ours stands. Raises Unreadable.

    Rows that stay as ours has them keep their bytes.
    """
    sheet, mine = _read(ours)
    other, yours = _read(theirs)
    merged, conflicts = merge(mine, yours, _read(base)[1] if base else None, prefer)
    wide = sheet.widened(other.columns)
    gone = [name for name in wide.ids if name not in merged]
    return wide.drop(*gone).put(*merged.values()), conflicts


def _read(path: Path) -> tuple[Sheet, Table]:
    sheet = read_sheet(path)
    for line, column, message in header_problems(sheet.columns):
        raise Unreadable(str(path), line, f"column {column}: {message}")
    for n, row in enumerate(sheet.rows):
        if sheet.ids[name := id_of(sheet.named(row))] != n:
            raise Unreadable(str(path), row.line, f"{name} stands twice; glossary lint tells where")
    return sheet, concepts(sheet)
