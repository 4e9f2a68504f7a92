"""Two states of a glossary compared, and two changed copies brought together: concept by concept, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from toolkit.core.pattern import pattern
from toolkit.glossary.sheet import Sheet, id_of

Cells = Mapping[str, str]
Table = dict[str, Cells]
OURS, THEIRS = "ours", "theirs"
LISTS = frozenset({"zh_alt", "en_alt", "en_forbidden", "when", "not_when", "office"})


_ENTRY = pattern(r"(?<!\\)\|")


class Change(NamedTuple):
    """What became of a concept: `old` or `new` is None where one side lacks it; `id` is its name on the old side."""

    id: str
    old: Cells | None
    new: Cells | None

    @property
    def cells(self) -> tuple[tuple[str, str, str], ...]:
        """Each column that differs, with its old and new value; all that are filled where one side is missing."""
        old, new = self.old or {}, self.new or {}
        columns = dict.fromkeys((*old, *new))
        return tuple((name, a, b) for name in columns if (a := old.get(name, "")) != (b := new.get(name, "")))


class Conflict(NamedTuple):
    """A cell that both sides changed, each in its own way; the column is `id` where one side removed the concept."""

    id: str
    column: str
    base: str
    ours: str
    theirs: str


def concepts(sheet: Sheet) -> Table:
    """The cells of every concept by id, in the file's order; a concept without id goes by its Chinese."""
    named = map(sheet.named, sheet.rows)
    return {id_of(cells): cells for cells in named}


def diff(old: Table, new: Table) -> tuple[Change, ...]:
    """What changed, by id; a concept that only got another id is found by its type and Chinese form."""
    return tuple(_changes(old, _aligned(old, new)))


def _changes(old: Table, new: Mapping[str, Cells]) -> Iterator[Change]:
    for name in sorted({*old, *new}):
        change = Change(name, old.get(name), new.get(name))
        if change.cells:
            yield change


def _aligned(old: Table, new: Table) -> Table:
    """`new` under the ids of `old` where only the id differs; a row keeps its own id in its cells."""
    gone = {_form(cells): name for name, cells in old.items() if name not in new}
    taken: set[str] = set()
    names: Table = {}
    for name, cells in new.items():
        other = gone.get(_form(cells)) if name not in old else None
        found = name if other is None or other in taken else other
        taken.add(found)
        names[found] = cells
    return names


def _form(cells: Cells) -> tuple[str, str]:
    return cells.get("type", "") or "term", cells.get("zh", "")


def merge(
    ours: Table, theirs: Table, base: Table | None = None, prefer: str = ""
) -> tuple[Table, tuple[Conflict, ...]]:
    """Both sets of concepts as one, and the cells that are left to a person; there ours stands.

    With a `base` that both began from, a cell that one side alone changed takes that side's value, of a list that both
    changed the entries are merged, and a concept that one side removed and the other left alone is gone. Without, a
    filled cell goes over an empty one, and no concept is ever removed. `prefer` (ours or theirs) decides every conflict.
    """
    theirs = _aligned(ours, theirs)
    root = {} if base is None else _aligned(ours, base)
    merged: Table = {}
    conflicts: list[Conflict] = []
    for name in sorted({*ours, *theirs}):
        row, found = _merged(name, (root.get(name), ours.get(name), theirs.get(name)), prefer)
        conflicts += found
        if row is not None:
            merged[row.get("id") or name] = row
    return merged, tuple(conflicts)


Three = tuple[Cells | None, Cells | None, Cells | None]


def _merged(name: str, three: Three, prefer: str) -> tuple[Cells | None, list[Conflict]]:
    """One concept of base, ours and theirs."""
    base, ours, theirs = three
    if ours is None or theirs is None:
        kept = ours if theirs is None else theirs
        if base is None or kept is None:
            return kept, []
        return _removed(name, three, prefer)
    row: dict[str, str] = {}
    conflicts: list[Conflict] = []
    for column in dict.fromkeys((*ours, *theirs)):
        cell = Conflict(name, column, (base or {}).get(column, ""), ours.get(column, ""), theirs.get(column, ""))
        if base is not None and column in LISTS and _open(cell):
            row[column] = _entries(cell)
            continue
        row[column] = _cell(cell, prefer)
        if not prefer and _open(cell):
            conflicts.append(cell)
    return row, conflicts


def _removed(name: str, three: Three, prefer: str) -> tuple[Cells | None, list[Conflict]]:
    """A concept of the base that one side removed: gone, unless the other side changed it."""
    base, ours, theirs = three
    kept = ours if theirs is None else theirs
    if not Change(name, base, kept).cells:
        return None, []
    if prefer:
        return (ours if prefer == OURS else theirs), []
    said = ("removed", "changed") if ours is None else ("changed", "removed")
    return kept, [Conflict(name, "id", "", *said)]


def _open(cell: Conflict) -> bool:
    return cell.ours != cell.theirs and cell.base not in {cell.ours, cell.theirs}


def _cell(cell: Conflict, prefer: str) -> str:
    if _open(cell):
        return cell.theirs if prefer == THEIRS else cell.ours
    return cell.theirs if cell.ours == cell.base else cell.ours


def _entries(cell: Conflict) -> str:
    """A list that both sides changed: the entries that neither took out, and those that either put in."""
    base, ours, theirs = (_ENTRY.split(text) if text else [] for text in (cell.base, cell.ours, cell.theirs))
    kept = [entry for entry in ours if entry in theirs or entry not in base]
    return "|".join(dict.fromkeys((*kept, *(entry for entry in theirs if entry not in base))))
