"""Glossary files: the shipped termbase and the user's own."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from toolkit.files.cache import digest_of, keep, recall
from toolkit.files.errors import Unreadable
from toolkit.files.text import read_text, rewrite, write_atomic
from toolkit.glossary import Glossary, Term, parse
from toolkit.glossary.index import ENTRY, FORMAT, SECTION, UNIT, Index
from toolkit.glossary.rows import Rows, forms
from toolkit.glossary.sheet import Sheet
from toolkit.glossary.table import Problem, sound

LIMIT = 20_000_000
_KIND = "termbase"
_CODING = "utf-8", "surrogatepass"
_TOLD = 20


def shipped() -> list[Path]:
    """The glossaries that come with the package: beside it in a checkout, inside it when installed."""
    package = Path(__file__).parent.parent
    folder = package / "glossaries"
    if not folder.is_dir():
        folder = package.parent / "glossaries"
    return sorted(folder.glob("*.csv"))


def load_terms(paths: Iterable[Path]) -> tuple[list[Term], list[Unreadable]]:
    """The concepts of every file in turn, and one problem for each row or file that could not be read."""
    terms: list[Term] = []
    problems: list[Unreadable] = []
    for path in paths:
        try:
            found, faults = parse(read_text(path, LIMIT))
        except Unreadable as problem:
            problems.append(problem)
            continue
        terms += found
        problems += _reports(path, faults)
    return terms, problems


def open_glossary(paths: Iterable[Path]) -> tuple[Glossary, list[Unreadable]]:
    """The termbase of every file in turn, and one problem for each row or file that could not be read.

    What it is searched by lies in the user's cache after the first time, until a file's content changes; a termbase
    with problems is not kept.
    """
    files = list(paths)
    data = [_bytes(path) for path in files]
    digest = digest_of(FORMAT.encode(), *(one or b"" for one in data))
    if None not in data and (kept := recall(_KIND, digest)):
        rows, *index = (str(part, *_CODING) for part in kept.split(SECTION.encode()))
        with contextlib.suppress(ValueError):
            return Glossary(Rows(rows.split(ENTRY) if rows else []), Index.load(index)), []
    rows_by_id, problems = _sound(files)
    found = Index.of(forms(rows_by_id.values()))
    entries = [*map(UNIT.join, rows_by_id.values())]
    if not problems:
        parts = (ENTRY.join(entries), *found.dump())
        keep(_KIND, digest, SECTION.encode().join([part.encode(*_CODING) for part in parts]))
    return Glossary(Rows(entries), found), problems


def _sound(paths: Iterable[Path]) -> tuple[dict[str, list[str]], list[Unreadable]]:
    """Rows by id, the later over the earlier, and what could not be read."""
    rows: dict[str, list[str]] = {}
    problems: list[Unreadable] = []
    for path in paths:
        try:
            found, faults = sound(read_text(path, LIMIT))
        except Unreadable as problem:
            problems.append(problem)
            continue
        rows |= {cells[0] or cells[2]: cells for cells in found}
        problems += _reports(path, faults)
    return rows, problems


def _bytes(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except (OSError, ValueError):
        return None


def _reports(path: Path, faults: Iterable[Problem]) -> Iterator[Unreadable]:
    """The first twenty faults of a file, and a line that says that there are more."""
    told = list(islice(faults, _TOLD + 1))
    for line, column, message in told[:_TOLD]:
        yield Unreadable(str(path), line, f"column {column}: {message}")
    if len(told) > _TOLD:
        yield Unreadable(str(path), told[-1].line, "and the rows from here on have faults too; mend those above first")


def tables(where: Path) -> list[Path]:
    """The glossary files that a path names: itself, or the tables of a folder by name. Raises Unreadable."""
    if not where.is_dir():
        return [where]
    found = sorted(where.glob("*.csv"))
    if not found:
        raise Unreadable(str(where), None, "holds no glossary; name a CSV file, or a folder of them")
    return found


def read_sheet(path: Path) -> Sheet:
    """A glossary file as the table that it is. Raises Unreadable."""
    try:
        return Sheet.parse(read_text(path, LIMIT))
    except ValueError as error:
        line, message = error.args
        raise Unreadable(str(path), line, message) from error


def write_sheet(path: Path, sheet: Sheet) -> None:
    """Write a table whole, in the encoding that its file has; a new file is UTF-8. Raises Unreadable or Unwritable."""
    if path.exists():
        rewrite(path, sheet.text)
    else:
        write_atomic(path, sheet.text.encode())
