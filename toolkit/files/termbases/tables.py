"""Tables of terms: rows of text cells, from delimited text and to it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from itertools import islice
from typing import NamedTuple

from toolkit.files.errors import Unreadable
from toolkit.glossary.interchange import Termbase
from toolkit.glossary.table import CELL_LIMIT, broken

Rows = list[list[str]]


class Row(NamedTuple):
    """The cells of a row, and the line of the file that it ends on (1-based)."""

    line: int
    cells: list[str]

    def cell(self, n: int) -> str:
        """The cell number `n` (from 0), runs of white space as one space; empty where the row is too short."""
        return " ".join(self.cells[n].split()) if n < len(self.cells) else ""


class Table(NamedTuple):
    """The rows of the file `name` that are not blank."""

    name: str
    rows: list[Row]

    @property
    def header(self) -> list[str]:
        """The cells of the first row."""
        return [cell.strip() for cell in self.rows[0].cells] if self.rows else []

    def wrong(self, row: Row, message: str) -> Unreadable:
        """What is wrong with a row, to be raised."""
        return Unreadable(self.name, row.line, message)


class Flavour(NamedTuple):
    """A tool's way to lay out a table: how to read it, write it, and know it by its look."""

    read: Callable[[Table], Termbase]
    write: Callable[[Termbase], Rows]
    fits: Callable[[Table], bool]
    delimiter: str = ","
    quoted: bool = True


def parse_table(text: str, name: str, *, quoted: bool = True) -> Table:
    """The rows of delimited text; tab, semicolon or comma, as its lines have it.

    Unquoted text is parted by tabs. Raises Unreadable with the line.
    """
    csv.field_size_limit(CELL_LIMIT)
    lines = io.StringIO(text, newline="")
    unquoted = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    reader = csv.reader(lines, delimiter=_delimiter(text), strict=True) if quoted else unquoted
    rows: list[Row] = []
    line = 0
    try:
        for cells in reader:
            line = reader.line_num
            if any(cell.strip() for cell in cells):
                rows.append(Row(line, cells))
    except csv.Error as error:
        raise Unreadable(name, line + 1, broken(error)) from error
    return Table(name, rows)


def dump_table(rows: Iterable[Iterable[str]], delimiter: str, *, quoted: bool = True) -> str:
    """Delimited text, LF at line ends. A cell that begins with =, +, - or @ stays as it is: spreadsheets may compute it."""
    text = io.StringIO(newline="")
    if quoted:
        csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
        return text.getvalue()
    return "".join(delimiter.join(" ".join(cell.split()) for cell in row).rstrip() + "\n" for row in rows)


def _delimiter(text: str) -> str:
    """What parts the first 20 rows into as many cells each, into two at least; tabs before commas before semicolons."""
    if text.startswith("Entry_ID;"):
        return ";"
    widths = {each: _widths(text, each) for each in "\t,;"}
    even = [each for each, counts in widths.items() if len(counts) == 1 and min(counts) > 1]
    parting = [each for each, counts in widths.items() if min(counts, default=0) > 1]
    return (*even, *parting, ",")[0]


def _widths(text: str, delimiter: str) -> set[int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return {len(cells) for cells in islice(reader, 20) if any(cells) and not cells[0].startswith("#")}
    except csv.Error:
        return set()
