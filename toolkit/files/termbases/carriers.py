"""Termbase files of every format, read whatever they are and written as asked."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import NamedTuple

from toolkit.files.decode import detect
from toolkit.files.errors import Unreadable
from toolkit.files.termbases.dialects import DIALECTS
from toolkit.files.termbases.flavours import FLAVOURS, guess
from toolkit.files.termbases.sheets import read_sheet, write_sheet
from toolkit.files.termbases.tables import Table, dump_table, parse_table
from toolkit.files.termbases.tbx_reading import read_tbx
from toolkit.files.termbases.tbx_writing import write_tbx
from toolkit.files.text import read_bytes
from toolkit.glossary.interchange import Loss, Termbase, losses

FORMATS = {
    "tbx": tuple(name for name, dialect in DIALECTS.items() if not dialect.martif),
    "tbx2": tuple(name for name, dialect in DIALECTS.items() if dialect.martif),
    "csv": tuple(FLAVOURS),
    "xlsx": tuple(FLAVOURS),
}
"""The flavours of each format, the one that is meant where none is named first."""
LIMIT = 100 << 20
"""Bytes of a termbase file: TBX of 100,000 concepts has some sixty million."""
_NOT_TEXT = (".tbx", ".xml", ".xlsx", ".xls")
_TABBED = (".tsv", ".tab", ".txt", ".utf8")


class NoSuchFlavour(ValueError):  # noqa: N818 (what it says)
    """A format or a flavour that there is none of; the message names the choices."""


class Loaded(NamedTuple):
    """A termbase, and the format and flavour that it was in."""

    termbase: Termbase
    form: str
    flavour: str


class Rendered(NamedTuple):
    """A file's bytes, and what it could not hold."""

    data: bytes
    losses: tuple[Loss, ...]


def load_termbase(path: Path, flavour: str | None = None) -> Loaded:
    """A termbase file of at most 100 MB; a table's flavour is guessed where none is named. Raises Unreadable, NoSuchFlavour."""
    return read_termbase(read_bytes(path, LIMIT), str(path), flavour)


def read_termbase(data: bytes, name: str, flavour: str | None = None) -> Loaded:
    """A termbase of a file's bytes. Raises Unreadable, NoSuchFlavour."""
    if data.startswith(b"PK\x03\x04"):
        return _of_table(read_sheet(data, name), "xlsx", flavour)
    text = detect(data, name, LIMIT).text
    if not text.strip() and not flavour:
        raise Unreadable(name, None, "is empty; export it anew")
    if PurePath(name).suffix.lower() in _NOT_TEXT and not text.lstrip().startswith("<"):
        raise Unreadable(name, None, "is not what its name says; export it anew, or call it .csv or .tsv")
    if text.lstrip().startswith("<"):
        if flavour and flavour not in DIALECTS:
            raise Unreadable(name, None, f"is XML, so no {flavour} table; leave out --flavour")
        termbase, dialect = read_tbx(text, name)
        return Loaded(termbase, "tbx2" if DIALECTS[dialect].martif else "tbx", dialect)
    known = FLAVOURS[checked("csv", flavour)] if flavour else None
    quoted = known.quoted if known else not name.lower().endswith((".tab", ".utf8"))
    return _of_table(parse_table(text, name, quoted=quoted), "csv", flavour)


def render_termbase(termbase: Termbase, form: str, flavour: str | None = None, *, suffix: str = "") -> Rendered:
    """A termbase as a file; tabs part the cells where `suffix` is .tsv or the like.

    What was lost is found by reading the file back. Raises NoSuchFlavour.
    """
    flavour = checked(form, flavour)
    data = _rendered(termbase, form, flavour, tabbed=suffix.lower() in _TABBED)
    try:
        back = read_termbase(data, f"export{suffix}", flavour).termbase
    except Unreadable:
        back = Termbase()
    return Rendered(data, losses(termbase, back))


def checked(form: str, flavour: str | None) -> str:
    """The flavour, or the format's first. Raises NoSuchFlavour that names the choices."""
    if form not in FORMATS:
        raise NoSuchFlavour(f"no format {form!r}; choose one of {', '.join(FORMATS)}")
    known = FORMATS[form]
    if flavour is not None and flavour not in known:
        raise NoSuchFlavour(f"no flavour {flavour!r} of {form}; choose one of {', '.join(known)}")
    return flavour or known[0]


def _rendered(termbase: Termbase, form: str, flavour: str, *, tabbed: bool) -> bytes:
    if form in ("tbx", "tbx2"):
        return write_tbx(termbase, flavour)
    layout = FLAVOURS[flavour]
    rows = layout.write(termbase)
    if form == "xlsx":
        return write_sheet(rows)
    return dump_table(rows, "\t" if tabbed else layout.delimiter, quoted=layout.quoted).encode("utf-8")


def _of_table(table: Table, form: str, flavour: str | None) -> Loaded:
    if not table.rows and not flavour:
        raise Unreadable(table.name, None, "has no rows; export it anew")
    found = checked(form, flavour) if flavour else guess(table)
    return Loaded(FLAVOURS[found].read(table) if table.rows else Termbase(), form, found)
