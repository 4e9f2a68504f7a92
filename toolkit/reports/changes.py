"""Differences and conflicts between glossaries, as text and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.glossary.changes import LISTS, Change, Conflict
from toolkit.reports.wire import dump


def changes_text(changes: Iterable[Change]) -> str:
    """A line for each concept (`+` new, `-` gone, `~` changed), and under a changed one a line for each cell."""
    return "".join(f"{line}\n" for change in changes for line in _change(change))


def changes_json(changes: Iterable[Change]) -> str:
    """The changes as a list of objects with id, old and new (cells by column, null where a side lacks the concept)."""
    return dump([{"id": one.id, "old": one.old, "new": one.new} for one in changes], indent=2) + "\n"


def conflicts_text(conflicts: Iterable[Conflict]) -> str:
    """A line for each cell that both sides changed."""
    return "".join(f"{one.id}, {one.column}: {_sides(one)}\n" for one in conflicts)


def _sides(conflict: Conflict) -> str:
    if conflict.column in LISTS:
        return f"theirs against ours {_list(conflict.ours, conflict.theirs)}"
    before = f", before {conflict.base!r}" if conflict.base else ""
    return f"ours {conflict.ours!r}, theirs {conflict.theirs!r}{before}"


def _change(change: Change) -> Iterator[str]:
    row = change.new or change.old or {}
    yield f"{'+' if change.old is None else '-' if change.new is None else '~'} {change.id}  {row['zh']}  {row['en']}"
    if change.old is None or change.new is None:
        return
    for column, old, new in change.cells:
        yield f"    {column}: {_list(old, new)}"


def _list(old: str, new: str) -> str:
    """A changed cell: the entries that went and came where it is a list, else both values."""
    before, after = old.split("|"), new.split("|")
    if max(len(before), len(after)) < 2 or {*before} == {*after}:
        return f"{old or '(empty)'} → {new or '(empty)'}"
    went = [f"-{entry}" for entry in before if entry and entry not in after]
    return ", ".join((*went, *(f"+{entry}" for entry in after if entry and entry not in before)))
