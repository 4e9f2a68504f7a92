"""Add, change and remove one concept in the file where it belongs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.api.glossary.places import in_force, known
from toolkit.files.errors import Unreadable
from toolkit.files.glossaries import read_sheet, tables, write_sheet
from toolkit.glossary import Term
from toolkit.glossary.dump import cells
from toolkit.glossary.sheet import Sheet, id_of
from toolkit.glossary.tending import HOMES, Refused, accept, edited, home


@dataclass(frozen=True, slots=True)
class Draft:
    """A table as it would be written: nothing is, until `write` is called."""

    path: Path
    old: Sheet
    new: Sheet
    concept: str

    def diff(self) -> str:
        """The rows that change, as a unified diff without context."""
        import difflib  # noqa: PLC0415 (only --dry-run shows it)

        old, new = self.old.text.splitlines(keepends=True), self.new.text.splitlines(keepends=True)
        return "".join(difflib.unified_diff(old, new, str(self.path), str(self.path), n=0))

    def write(self) -> None:
        """Put the new table in place of the old. Raises Unreadable or Unwritable."""
        write_sheet(self.path, self.new)


def add(where: Path, values: Mapping[str, str]) -> Draft:
    """A new concept in the file `where`, or in that file of the folder which its type and domain decide.

    Raises Refused with every reason against it, and Unreadable.
    """
    sheets = _sheets(where)
    taken = [str(path) for path, sheet in sheets.items() if values.get("id") in sheet.ids]
    if taken:
        raise Refused([f"id: {values['id']} is taken in {taken[0]}; edit that concept, or choose another id"])
    term = accept(values, _others(where))
    full = cells(term)
    path = _home(where, sheets, full)
    old = sheets.get(path, Sheet.parse(""))
    wanted = {name: value for name, value in full.items() if name in old.columns or values.get(name)}
    return Draft(path, old, _put(path, old, wanted), term.id)


def edit(where: Path, concept: str, changes: Iterable[str]) -> Draft:
    """A concept with other cells, `column=value` each. Raises Refused and Unreadable."""
    sheets = _sheets(where)
    path, old = _found(sheets, where, concept)
    before = old.cells(concept)
    after = edited(before, changes)
    name = id_of(after)
    if name != concept and any(name in sheet.ids for sheet in sheets.values()):
        raise Refused([f"id: {name} is taken; choose another"])
    accept(after, [term for term in _others(where) if term.id != concept])
    return Draft(path, old, _put(path, old if name == concept else old.drop(concept), after), name)


def remove(where: Path, concept: str) -> Draft:
    """A table without a concept. Raises Refused where others name it as their office, and Unreadable."""
    sheets = _sheets(where)
    path, old = _found(sheets, where, concept)
    held = [term.id for term in _others(where) if concept in {office.title for office in term.office}]
    if held:
        raise Refused(
            [f"{concept} is the office of {', '.join(held[:3])}{' and more' if held[3:] else ''}; edit those first"]
        )
    return Draft(path, old, old.drop(concept), concept)


def _sheets(where: Path) -> dict[Path, Sheet]:
    if not where.exists() and where.suffix:
        return {}
    return {path: read_sheet(path) for path in tables(where)}


def _others(where: Path) -> list[Term]:
    """Every concept that one in `where` must live beside."""
    paths = in_force(tables(where) if where.exists() else ())
    return list(known(dict.fromkeys(path.resolve() for path in paths))[0].values())


def _found(sheets: Mapping[Path, Sheet], where: Path, concept: str) -> tuple[Path, Sheet]:
    for path, sheet in sheets.items():
        if concept in sheet.ids:
            return path, sheet
    if not where.exists():
        raise Unreadable(str(where), None, "does not exist; check the name")
    from difflib import get_close_matches  # noqa: PLC0415 (only a slip needs it)

    near = get_close_matches(concept, [name for sheet in sheets.values() for name in sheet.ids], 1)
    raise Unreadable(str(where), None, f"has no concept {concept}" + (f"; did you mean {near[0]}?" if near else ""))


def _home(where: Path, sheets: Mapping[Path, Sheet], values: Mapping[str, str]) -> Path:
    """The file of its type, else the file of its domain: that of its name, or where most concepts of the domain lie."""
    if not where.is_dir():
        return where
    name = home(values)
    if not name:
        raise Refused([f"domain: a concept of the type {values['type']} lies in the file of its domain; give it one"])
    path = where / f"{name}.csv"
    if path in sheets:
        return path
    domains = Counter(
        {found: _weight(sheet, name) for found, sheet in sheets.items() if found.stem not in HOMES.values()}
    )
    best = domains.most_common(1)
    return best[0][0] if best and best[0][1] else path


def _weight(sheet: Sheet, domain: str) -> int:
    return sum(sheet.named(row).get("domain") == domain for row in sheet.rows)


def _put(path: Path, sheet: Sheet, values: Mapping[str, str]) -> Sheet:
    try:
        return sheet.put(values)
    except ValueError as error:
        raise Refused([f"{path}:1: {error}"]) from error
