"""A glossary table as its file has it: rows that are not changed keep their bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from toolkit.core.pattern import pattern
from toolkit.glossary.table import CELL_LIMIT, COLUMNS, broken

Cells = Mapping[str, str]
_LINE_END = pattern(r"\r\n?")
_CELL = pattern(r'"(?:[^"]|"")*"|[^,]*')


class Row(NamedTuple):
    """A row: its cells in the order of the header, its text with the line's end, and its first line (1-based)."""

    cells: tuple[str, ...]
    raw: str
    line: int

    def place(self, number: int) -> tuple[int, int]:
        """Line and column (1-based, code points) of the cell of that number (from 0); of the row where it has none."""
        at = 0
        for _ in range(number):
            end = _CELL.match(self.raw, at)
            if not end or end.end() >= len(self.raw) or self.raw[end.end()] != ",":
                return self.line, 1
            at = end.end() + 1
        before = self.raw[:at]
        return self.line + before.count("\n"), at - (before.rfind("\n") + 1) + 1


@dataclass(frozen=True)
class Sheet:
    """A table's header as it stands, and its rows in the order of the file."""

    head: str
    rows: tuple[Row, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Sheet:
        """The table in a file's text; an empty text is an empty table. Raises ValueError(line, message) where it is no CSV."""
        rows: list[Row] = []
        lines = list(io.StringIO(text, newline=""))
        csv.field_size_limit(CELL_LIMIT)
        reader = csv.reader(lines, strict=True)
        done = 0
        try:
            for cells in reader:
                rows.append(Row(tuple(cells), "".join(lines[done : reader.line_num]), done + 1))
                done = reader.line_num
        except csv.Error as error:
            raise ValueError(done + 1, broken(error)) from error
        if not rows:
            return cls(written(COLUMNS))
        return cls(rows[0].raw, tuple(row for row in rows[1:] if any(row.cells)))

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names in the header."""
        return tuple(next(csv.reader([self.head])))

    @property
    def text(self) -> str:
        """The file's text."""
        return "".join((self.head, *(row.raw for row in self.rows)))

    @cached_property
    def ids(self) -> dict[str, int]:
        """Where each concept's row stands in `rows`; the last one where an id stands twice."""
        return {id_of(self.named(row)): n for n, row in enumerate(self.rows)}

    def named(self, row: Row) -> dict[str, str]:
        """A row's cells by the columns' names; a cell that is missing is empty."""
        return dict.fromkeys(self.columns, "") | dict(zip(self.columns, row.cells, strict=False))

    def cells(self, concept: str) -> dict[str, str]:
        """The cells of the concept of that id. Raises KeyError."""
        return self.named(self.rows[self.ids[concept]])

    def put(self, *concepts: Cells) -> Sheet:
        """The table with these rows, each in the place of that of the same id or else before the first greater id.

        Raises ValueError as `column: what to do` for a value that the header has no column for.
        """
        new = {id_of(cells): self._row(cells) for cells in concepts}
        waiting = sorted((name for name in new if name not in self.ids), reverse=True)
        rows: list[Row] = []
        for row in self.rows:
            name = id_of(self.named(row))
            while waiting and waiting[-1] < name:
                rows.append(new[waiting.pop()])
            rows.append(new[name] if name in new and self._differs(row, new[name]) else row)
        rows += [new[name] for name in reversed(waiting)]
        return Sheet(_ended(self.head, self._end), tuple(row._replace(raw=_ended(row.raw, self._end)) for row in rows))

    def drop(self, *ids: str) -> Sheet:
        """The table without the concepts of these ids."""
        return Sheet(self.head, tuple(row for row in self.rows if id_of(self.named(row)) not in ids))

    def widened(self, columns: Iterable[str]) -> Sheet:
        """The table with all of these columns too, in the order of the manual; the same where it has them."""
        wanted = {*self.columns, *columns}
        if wanted <= {*self.columns}:
            return self
        names = tuple(sorted(wanted, key=lambda name: COLUMNS.index(name) if name in COLUMNS else len(COLUMNS)))
        wide = Sheet(written(names, self._end))
        return wide.put(*map(self.named, self.rows))

    @property
    def _end(self) -> str:
        return "\r\n" if self.head.endswith("\r\n") else "\n"

    def _row(self, cells: Cells) -> Row:
        for column, value in cells.items():
            if value and column not in self.columns:
                raise ValueError(f"{column}: the header lacks this column; add it there first")
        values = tuple(_LINE_END.sub("\n", cells.get(column, "")) for column in self.columns)
        return Row(values, written(values, self._end), 0)

    def _differs(self, row: Row, new: Row) -> bool:
        return tuple(self.named(row).values()) != new.cells


def id_of(cells: Cells) -> str:
    """The name of a concept: its id, or the Chinese form of one without."""
    return cells.get("id") or cells.get("zh", "")


def _ended(raw: str, end: str) -> str:
    return raw if raw.endswith(("\n", "\r")) else raw + end


def written(values: Iterable[str], end: str = "\n") -> str:
    """A row's text, quoted as little as possible."""
    out = io.StringIO()
    csv.writer(out, lineterminator=end).writerow(values)
    return out.getvalue()
