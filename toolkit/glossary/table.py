"""Glossary tables: the text of a CSV to concepts, and each bad row to one clear problem."""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from toolkit.glossary.term import STATUSES, TYPES, Office, Period, Term

COLUMNS = (
    *("id", "type", "zh", "zh_alt", "en", "en_alt", "en_forbidden", "first_mention", "case", "when", "not_when"),
    *("country", "office", "valid_from", "valid_to", "status", "domain", "note", "source"),
)
_BAR = re.compile(r"(?<!\\)\|")
_CELL_LIMIT = 10_000
_TYPES = tuple(sorted(TYPES))


class Problem(NamedTuple):
    """What is wrong with a row: the line of the file (1-based), the column's name, and what was expected."""

    line: int
    column: str
    message: str


def parse(text: str) -> tuple[list[Term], list[Problem]]:
    """The concepts of a glossary table, and the rows that could not be read; a bad row does not stop the rest."""
    csv.field_size_limit(_CELL_LIMIT)
    reader = csv.reader(text.splitlines(keepends=True))
    terms: list[Term] = []
    problems: list[Problem] = []
    try:
        header = next(reader, [])
        problems += _header(header)
        if problems:
            return [], problems
        for cells in reader:
            if not any(cells):
                continue
            try:
                terms.append(_row(header, cells))
            except ValueError as error:
                column, _, message = str(error).partition(": ")
                problems.append(Problem(reader.line_num, column, message))
    except csv.Error as error:
        problems.append(Problem(reader.line_num, "id", f"not a CSV row: {error}"))
    return terms, problems + _twins(terms)


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
    if "\\" not in cell:
        return tuple([entry for part in cell.split("|") if (entry := part.strip())])
    return tuple(part.replace("\\|", "|").strip() for part in _BAR.split(cell) if part.strip())


def _row(header: list[str], cells: list[str]) -> Term:
    if len(cells) > len(header):
        raise ValueError(
            f"{header[-1]}: the row has {len(cells)} cells, the header {len(header)}; quote cells with commas"
        )
    return row(dict(zip(header, cells, strict=False)))


def _header(header: list[str]) -> Iterator[Problem]:
    for column in ("id", "zh", "en"):
        if column not in header:
            yield Problem(1, column, f"the header lacks this column; expected {','.join(COLUMNS)}")
    for column in header:
        if column not in COLUMNS:
            yield Problem(1, column, f"no such column; expected one of {', '.join(COLUMNS)}")


def _twins(terms: list[Term]) -> list[Problem]:
    seen: set[str] = set()
    return [
        Problem(1, "id", f"{term.id} stands twice; ids are unique in a file")
        for term in terms
        if term.id in seen or seen.add(term.id)  # type: ignore[func-returns-value]
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
