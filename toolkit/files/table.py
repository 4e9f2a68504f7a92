"""Tables with one column for each language: CSV (RFC 4180) and TSV, with the place of every cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from toolkit.core import Side, Span, Text
from toolkit.core.notation import CELL, QUOTED, TABBED
from toolkit.core.pattern import pattern
from toolkit.files.builder import Builder
from toolkit.files.errors import Unreadable
from toolkit.files.lines import END
from toolkit.files.sides import side
from toolkit.files.units import Unit, Units

_CHINESE = ("chinese", "中文", "原文", "source", "src", "source text", "original")
_ENGLISH = ("english", "英文", "译文", "譯文", "target", "tgt", "target text", "translation")
_IDS = frozenset(("id", "key", "name", "编号", "no", "no."))
_NOTES = frozenset(("note", "notes", "comment", "comments", "备注"))
_DOUBLED = pattern('""|[^"]++')


class Cell(NamedTuple):
    """A cell: the raw range of its content, without quotation marks, and whether it has them."""

    span: Span
    quoted: bool


def read(raw: str, path: str) -> Units:
    """The rows of a table whose first line names the columns. Raises Unreadable with the line.

    The columns are called by language (`zh`, `en-GB`, `Chinese`, `中文`) or `source` and `target`; an `id` and a `note` may
    stand beside them.
    """
    mark = _delimiter(raw)
    rows = _rows(raw, mark)
    head = [_value(raw, cell).strip().lower() for cell in next(rows, [])]
    if "en_forbidden" in head:
        raise Unreadable(path, 1, "is a glossary; `copydesk glossary lint` reads it")
    chinese, english = _column(head, Side.SOURCE, _CHINESE), _column(head, Side.TARGET, _ENGLISH)
    if chinese is None or english is None or chinese == english:
        raise Unreadable(path, 1, "has no column for each language; name them zh and en in its first line")
    ids, notes = (next((n for n, name in enumerate(head) if name in names), None) for names in (_IDS, _NOTES))
    return Units(
        [_unit(raw, mark, row, (chinese, english, ids, notes)) for row in _fitting(raw, path, rows, len(head))]
    )


def _fitting(raw: str, path: str, rows: Iterator[list[Cell]], width: int) -> Iterator[list[Cell]]:
    for row in rows:
        if any(cell.span.start < cell.span.end for cell in row[width:]):
            line = sum(1 for _ in END.finditer(raw, 0, row[0].span.start)) + 1
            raise Unreadable(path, line, f"has more than {width} cells; put the cell with a comma into quotation marks")
        yield row


def _column(head: Sequence[str], wanted: Side, names: Sequence[str]) -> int | None:
    """The column of a language: by its tag before its name, and by its name before its part."""
    tagged = [n for n, name in enumerate(head) if name.isascii() and side(name) is wanted]
    named = [n for known in names for n, name in enumerate(head) if name == known]
    return next(iter(tagged + named), None)


def _unit(raw: str, mark: str, row: list[Cell], columns: tuple[int, int, int | None, int | None]) -> Unit:
    cells = [row[n] if n is not None and n < len(row) else None for n in columns]
    chinese, english, name, note = cells
    if not english:
        end = row[-1].span.end
        english = Cell(Span(end, end), quoted=False)
    source = _text(raw, mark, chinese) if chinese else None
    target = _text(raw, mark, english)
    extent = Span(row[0].span.start, row[-1].span.end)
    notes = (_value(raw, note),) if note else ()
    return Unit(_value(raw, name)[:80] if name else "", source, target, extent, english.span, notes=notes)


def _text(raw: str, mark: str, cell: Cell) -> Text | None:
    builder = Builder()
    if cell.quoted:
        for piece in _DOUBLED.finditer(raw, *cell.span):
            _add(builder, raw, piece.start(), piece.end())
    else:
        builder.add(raw[slice(*cell.span)], *cell.span)
    text = builder.text(cell.span, markup=False)
    return replace(text, notation=QUOTED if cell.quoted else TABBED if mark == "\t" else CELL) if text else None


def _add(builder: Builder, raw: str, start: int, end: int) -> None:
    if raw[start] == '"':
        builder.add('"', start, end)
        return
    for found in END.finditer(raw, start, end):
        builder.add(raw[start : found.start()], start, found.start())
        builder.line_end(*found.span())
        start = found.end()
    builder.add(raw[start:end], start, end)


def _value(raw: str, cell: Cell) -> str:
    text = raw[slice(*cell.span)]
    return text.replace('""', '"') if cell.quoted else text


def _delimiter(raw: str) -> str:
    r"""What parts the cells of the first line: the commonest of tab, comma and semicolon outside quotation marks.

    >>> _delimiter("id;zh;en\n"), _delimiter('"a;b",zh,en')
    (';', ',')
    """
    end = END.search(raw)
    head = pattern('"[^"]*"').sub("", raw[: end.start() if end else len(raw)])
    return max("\t,;", key=head.count)


def _rows(raw: str, mark: str) -> Iterator[list[Cell]]:
    """The rows, without those that are empty. A quotation mark opens a cell only if one that ends the cell follows."""
    inside = r'[^"\t]' if mark == "\t" else '[^"]'
    quoted = pattern(rf'"((?>(?:{inside}|"")*))"(?={mark}|[\r\n]|\Z)')
    bare = pattern(rf"[^{mark}\r\n]*+")
    at, row = 0, []
    while at < len(raw):
        found = quoted.match(raw, at) if raw[at] == '"' else None
        plain = None if found else bare.match(raw, at)
        row.append(
            Cell(Span(*found.span(1)), quoted=True)
            if found
            else Cell(Span(at, plain.end() if plain else at), quoted=False)
        )
        at = found.end() if found else row[-1].span.end
        if raw.startswith(mark, at):
            at += 1
            if at < len(raw):
                continue
            row.append(Cell(Span(at, at), quoted=False))
        end = END.match(raw, at)
        at = end.end() if end else len(raw)
        if len(row) > 1 or row[0].span.start < row[0].span.end:
            yield row
        row = []
