"""Glossary tables: the text of a CSV to concepts, and each bad row to one clear problem."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from toolkit.core.pattern import pattern
from toolkit.glossary.term import STATUSES, TYPES, Office, Period, Term

COLUMNS = (
    *("id", "type", "zh", "zh_alt", "en", "en_alt", "en_forbidden", "first_mention", "case", "when", "not_when"),
    *("country", "office", "valid_from", "valid_to", "status", "domain", "note", "source"),
)
_telling = itemgetter(*map(COLUMNS.index, ("type", "case", "status", "office", "valid_from", "valid_to")))
_USUAL = frozenset(product(sorted(TYPES), ("any", "exact"), STATUSES, ("",), ("",), ("",)))
"""What these columns say in a row that needs no second look."""
_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""What ends a line or an entry elsewhere, and is a space in a cell."""
_BAR = pattern(r"(?<!\\)\|")
CELL_LIMIT = 10_000
"""The most characters of a cell that are read."""
_TYPES = tuple(sorted(TYPES))


class Problem(NamedTuple):
    """What is wrong with a row: the line of the file (1-based), the column's name, and what was expected."""

    line: int
    column: str
    message: str


def parse(text: str) -> tuple[list[Term], list[Problem]]:
    """The concepts of a glossary table, and the rows that could not be read; a bad row does not stop the rest."""
    rows, problems = sound(text)
    return [*map(concept, rows)], problems


def concept(cells: Sequence[str]) -> Term:
    """The concept of cells in the order of COLUMNS. Raises ValueError as `row` does."""
    return row(dict(zip(COLUMNS, cells, strict=True)))


def sound(text: str) -> tuple[list[list[str]], list[Problem]]:
    """The rows of a table that are concepts, as cells in the order of COLUMNS, and what is wrong with the others."""
    return judged(_rows(text))


def judged(rows: Iterator[tuple[int, list[str]]]) -> tuple[list[list[str]], list[Problem]]:
    """`sound` of rows that were read already, the header first; each with the line (1-based) that it ends on."""
    found: list[list[str]] = []
    lines: list[int] = []
    problems: list[Problem] = []
    line = 0
    try:
        line, header = next(rows, (1, []))
        problems += header_problems(header)
        if problems:
            return [], problems
        order = None if tuple(header) == COLUMNS else [header.index(name) if name in header else -1 for name in COLUMNS]
        for line, cells in rows:
            if not any(cells):
                continue
            try:
                found.append(_judged(header, cells, order))
                lines.append(line)
            except ValueError as error:
                column, _, message = str(error).partition(": ")
                problems.append(Problem(line, column, message))
    except csv.Error as error:
        problems.append(Problem(line + 1, "id", broken(error)))
    return found, problems + _twins(found, lines)


def header_problems(header: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the names of the columns, one problem of a kind."""
    if not any(header):
        yield Problem(1, "id", f"the file has no header; its first row names columns of {','.join(COLUMNS)}")
        return
    lacks = [name for name in ("id", "zh", "en") if name not in header]
    if lacks:
        these = "this column" if len(lacks) == 1 else "these columns"
        message = (
            f"the header lacks {these}; expected {','.join(COLUMNS)}, or for another tool's file `glossary import`"
        )
        yield Problem(1, ", ".join(lacks), message)
        return
    unknown = [name for name in header if name not in COLUMNS]
    if unknown:
        yield Problem(1, ", ".join(unknown), f"no such column; expected one of {', '.join(COLUMNS)}")
    twice = next((name for n, name in enumerate(header) if name in header[:n]), None)
    if twice:
        yield Problem(1, twice, "stands twice in the header; take one out")


def broken(error: csv.Error) -> str:
    """What is wrong with a row that is no CSV, and what to do about it."""
    said = str(error)
    if "field limit" in said:
        return f"a cell has more than {CELL_LIMIT:,} characters; shorten it, or close the quotation mark before it"
    if "end of data" in said:
        return "a quotation mark is never closed; close it, or write it twice where it is part of the cell"
    return f"is no CSV row: {said}; a quotation mark that is part of a cell is written twice, and the cell in quotation marks"


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(CELL_LIMIT)
    if any(end in text for end in _BREAKS):
        text = text.translate(dict.fromkeys(map(ord, _BREAKS), " "))
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    for cells in reader:
        yield reader.line_num, cells


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
    if not cell:
        return ()
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
    if _telling(cells) not in _USUAL or not cells[2].strip() or not cells[4].strip():
        concept(cells)
    return cells


def _twins(rows: list[list[str]], lines: list[int]) -> list[Problem]:
    ids = [cells[0] or cells[2] for cells in rows]
    if len({*ids}) == len(ids):
        return []
    first: dict[str, int] = {}
    return [
        Problem(line, "id", f"{name} stands in line {first[name]} too; ids are unique in a file")
        for name, line in zip(ids, lines, strict=True)
        if first.setdefault(name, line) != line
    ]


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
