"""Glossary tables: the text of a CSV to concepts, and each bad row to one clear problem."""

from __future__ import annotations

import csv
import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from toolkit.core.pattern import pattern
from toolkit.glossary.term import STATUSES, TYPES, Office, Period, Term

COLUMNS = (
    *("id", "type", "zh", "zh_alt", "en", "en_alt", "en_forbidden", "first_mention", "case", "when", "not_when"),
    *("country", "office", "valid_from", "valid_to", "status", "domain", "note", "source"),
)
_choices = itemgetter(*map(COLUMNS.index, ("type", "case", "status")))
_dated = itemgetter(*map(COLUMNS.index, ("office", "valid_from", "valid_to")))
_USUAL = frozenset(product(sorted(TYPES), ("any", "exact"), STATUSES))
"""What type, case and status say in a row that needs no second look."""
_CONTROL = pattern("[\x1d-\x1f]")
_BAR = pattern(r"(?<!\\)\|")
_CELL_LIMIT = 10_000
_TYPES = tuple(sorted(TYPES))


class Problem(NamedTuple):
    """What is wrong with a row: the line of the file (1-based), the column's name, and what was expected."""

    line: int
    column: str
    message: str


def parse(text: str) -> tuple[list[Term], list[Problem]]:
    """The concepts of a glossary table, and the rows that could not be read; a bad row does not stop the rest."""
    rows, problems = sound(text)
    return [row(dict(zip(COLUMNS, cells, strict=True))) for cells in rows], problems


def sound(text: str) -> tuple[list[list[str]], list[Problem]]:
    """The rows of a table that are concepts, as cells in the order of COLUMNS, and what is wrong with the others."""
    csv.field_size_limit(_CELL_LIMIT)
    if _CONTROL.search(text):
        text = _CONTROL.sub(" ", text)
    reader = csv.reader(text.splitlines(keepends=True))
    rows: list[list[str]] = []
    problems: list[Problem] = []
    try:
        header = next(reader, [])
        problems += _header(header)
        if problems:
            return [], problems
        order = None if tuple(header) == COLUMNS else [header.index(name) if name in header else -1 for name in COLUMNS]
        for cells in reader:
            if not any(cells):
                continue
            try:
                rows.append(_judged(header, cells, order))
            except ValueError as error:
                column, _, message = str(error).partition(": ")
                problems.append(Problem(reader.line_num, column, message))
    except csv.Error as error:
        problems.append(Problem(reader.line_num, "id", f"not a CSV row: {error}"))
    return rows, problems + _twins(rows)


def row(cells: Mapping[str, str]) -> Term:
    """One concept from named cells. Raises ValueError as `column: what was expected`."""
    for column in ("zh", "en"):
        if not cells.get(column, "").strip():
            raise ValueError(f"{column}: is empty; every concept needs a Chinese and an English form")
    first = cells.get("valid_from", "")
    last = cells.get("valid_to", "")
    return Term(
        id=cells.get("id", "") or cells["zh"],
        type=_choice("type", cells.get("type", "") or "term", _TYPES),
        zh=cells["zh"].strip(),
        en=cells["en"].strip(),
        zh_alt=split(cells.get("zh_alt", "")),
        en_alt=split(cells.get("en_alt", "")),
        en_forbidden=split(cells.get("en_forbidden", "")),
        first_mention=cells.get("first_mention", ""),
        case=_choice("case", cells.get("case", "") or "any", ("any", "exact")),
        when=split(cells.get("when", "")),
        not_when=split(cells.get("not_when", "")),
        country=cells.get("country", ""),
        office=tuple(_office(entry) for entry in split(cells.get("office", ""))),
        valid=Period(_day("valid_from", first), _day("valid_to", last)),
        status=_choice("status", cells.get("status", "") or "preferred", STATUSES),
        domain=cells.get("domain", ""),
        note=cells.get("note", ""),
        source=cells.get("source", ""),
    )


def split(cell: str) -> tuple[str, ...]:
    r"""The entries of a list cell, separated by `|`; `\|` is a literal bar.

    >>> split(r"SMIC | A\|B")
    ('SMIC', 'A|B')
    """
    if "|" not in cell:
        return (only,) if (only := cell.strip()) else ()
    if "\\" not in cell:
        return tuple([entry for part in cell.split("|") if (entry := part.strip())])
    return tuple(part.replace("\\|", "|").strip() for part in _BAR.split(cell) if part.strip())


def _judged(header: list[str], cells: list[str], order: list[int] | None) -> list[str]:
    """The cells in the order of COLUMNS, if a concept can be made of them. Raises ValueError as `row` does."""
    if len(cells) > len(header):
        raise ValueError(
            f"{header[-1]}: the row has {len(cells)} cells, the header {len(header)}; quote cells with commas"
        )
    if order is not None or len(cells) < len(header):
        full = [*cells, *[""] * (len(header) - len(cells)), ""]
        cells = [full[at] for at in order or range(len(COLUMNS))]
    plain = _choices(cells) in _USUAL and not any(_dated(cells))
    if not plain or not cells[2].strip() or not cells[4].strip():
        row(dict(zip(COLUMNS, cells, strict=True)))
    return cells


def _header(header: list[str]) -> Iterator[Problem]:
    for column in ("id", "zh", "en"):
        if column not in header:
            yield Problem(1, column, f"the header lacks this column; expected {','.join(COLUMNS)}")
    for column in header:
        if column not in COLUMNS:
            yield Problem(1, column, f"no such column; expected one of {', '.join(COLUMNS)}")


def _twins(rows: list[list[str]]) -> list[Problem]:
    ids = [cells[0] or cells[2] for cells in rows]
    if len({*ids}) == len(ids):
        return []
    counts = Counter(ids)
    return [Problem(1, "id", f"{name} stands twice; ids are unique in a file") for name in counts if counts[name] > 1]


def _choice(column: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ValueError(f"{column}: {value!r} is none of {', '.join(known)}")
    return value


def _day(column: str, value: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value) if value else None
    except ValueError:
        raise ValueError(f"{column}: {value!r} is not a date; expected YYYY-MM-DD") from None


def _office(entry: str) -> Office:
    title, _, period = entry.partition("@")
    first, _, last = period.partition("..")
    return Office(title, Period(_day("office", first), _day("office", last)))
