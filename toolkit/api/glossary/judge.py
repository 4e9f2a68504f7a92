"""Judge glossaries as data."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from toolkit.api.glossary.places import in_force, known
from toolkit.files.errors import Unreadable
from toolkit.files.glossaries import read_sheet, tables
from toolkit.files.lexicon import load_lexicon
from toolkit.glossary.lint import Fault, lint
from toolkit.glossary.sheet import Sheet


def judge(paths: Iterable[Path]) -> tuple[list[Fault], list[Unreadable], int]:
    """Every fault of the glossaries (folders opened), what could not be read, and how many rows were judged."""
    sheets: dict[str, Sheet] = {}
    problems: list[Unreadable] = []
    for where in paths:
        try:
            sheets |= {str(path): read_sheet(path) for path in tables(where)}
        except Unreadable as problem:
            problems.append(problem)
    others = known(in_force())[0].values()
    faults = lint(sheets, others, load_lexicon().knows)
    return faults, problems, sum(len(sheet.rows) for sheet in sheets.values())
