"""XLSX workbooks: the rows of the one sheet that has any, as text."""

from __future__ import annotations

import importlib
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from toolkit.files.errors import FileProblem, Unreadable
from toolkit.files.termbases.tables import Row, Rows, Table
from toolkit.files.termbases.xml import clean

_UNPACKED = 200 << 20
_LONGEST = 32_767
_MOST_COLUMNS = 1_000


def read_sheet(data: bytes, name: str) -> Table:
    """The rows of a workbook's one sheet that has any. Raises FileProblem."""
    openpyxl = _openpyxl()
    _guard(data, name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = {sheet.title: _rows(sheet) for sheet in book.worksheets}
    except Exception as error:
        message = f"is no workbook that can be read ({type(error).__name__}); save it anew as XLSX"
        raise Unreadable(name, None, message) from error
    filled = {title: rows for title, rows in sheets.items() if rows}
    if len(filled) > 1:
        raise Unreadable(
            name, None, f"has {len(filled)} sheets with rows ({', '.join(filled)}); leave the terms alone in it"
        )
    return Table(name, next(iter(filled.values()), []))


def write_sheet(rows: Rows) -> bytes:
    """A workbook of one sheet. Every cell is text, so that nothing in it is computed (OWASP, CSV Injection)."""
    openpyxl = _openpyxl()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("terms")
    for row in rows:
        sheet.append([_text(sheet, cell) for cell in row])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _text(sheet: object, value: str) -> Any:
    cell = importlib.import_module("openpyxl.cell").WriteOnlyCell(sheet, value=clean(value)[:_LONGEST])
    cell.data_type = "s"
    return cell


def _rows(sheet: Any) -> list[Row]:
    rows = enumerate(sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS), 1)
    cells = [Row(n, _trimmed(row)) for n, row in rows]
    return [row for row in cells if any(cell.strip() for cell in row.cells)]


def _trimmed(row: Iterable[object]) -> list[str]:
    """The values as text, a day without its midnight."""
    cells = ["" if value is None else str(value).removesuffix(" 00:00:00") for value in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _guard(data: bytes, name: str) -> None:
    """Refuse what unpacks beyond measure, declares entities, or holds formulas that were never worked out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _UNPACKED:
                raise Unreadable(name, None, f"unpacks to more than {_UNPACKED >> 20} MB; split it")
            for part in parts.infolist():
                if not part.filename.endswith(".xml"):
                    continue
                inside = parts.read(part)
                if re.search(rb"<!(?:DOCTYPE|ENTITY)", inside):
                    raise Unreadable(name, None, "declares an entity, which is not read for safety; save it anew")
                if re.search(rb"</f>\s*(?:<v\s*/>|<v>\s*</v>|</c>)", inside):
                    raise Unreadable(name, None, "has formulas without values; open it in a spreadsheet and save it")
    except zipfile.BadZipFile as error:
        raise Unreadable(name, None, "is no XLSX workbook; save it anew as XLSX, or as CSV") from error


def _openpyxl() -> Any:
    try:
        return importlib.import_module("openpyxl")
    except ImportError as error:
        message = "needs openpyxl; install it with: pip install 'copydesk[xlsx]'"
        raise FileProblem("XLSX", None, message) from error
