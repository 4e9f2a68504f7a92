"""Glossary files: the shipped termbase and the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from toolkit.files.errors import Unreadable
from toolkit.files.text import read_text, rewrite, write_atomic
from toolkit.glossary import Term, parse
from toolkit.glossary.sheet import Sheet
from toolkit.glossary.table import Problem

LIMIT = 20_000_000
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
        raise Unreadable(str(path), None, str(error)) from error


def write_sheet(path: Path, sheet: Sheet) -> None:
    """Write a table whole, in the encoding that its file has; a new file is UTF-8. Raises Unreadable or Unwritable."""
    if path.exists():
        rewrite(path, sheet.text)
    else:
        write_atomic(path, sheet.text.encode())
