"""Which glossaries a command is about."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from toolkit.api.plans import settings_for
from toolkit.files.errors import Unreadable
from toolkit.files.glossaries import load_terms, shipped, tables
from toolkit.glossary import Term

FOLDER = Path("glossaries")


def in_force(extra: Iterable[Path] = ()) -> list[Path]:
    """The files that a check here would load: the shipped ones and the settings', then `extra`; folders opened."""
    settings = settings_for(Path())
    named = [*map(Path, settings.glossary.value), *extra]
    return [*(shipped() if settings.shipped.value else []), *(path for where in named for path in tables(where))]


def target(where: Path | None) -> Path:
    """The file or folder to change: `where`, or ./glossaries, or the one glossary of the settings. Raises Unreadable."""
    if where is not None:
        return where
    if FOLDER.is_dir():
        return FOLDER
    named = settings_for(Path()).glossary.value
    if len(named) == 1:
        return Path(named[0])
    raise Unreadable("glossary", None, "which one is to be changed? name its file or folder with --in")


def known(paths: Iterable[Path]) -> tuple[dict[str, Term], list[Unreadable]]:
    """The concepts of files by id, the later over the earlier, and what could not be read."""
    terms, problems = load_terms(paths)
    return {term.id: term for term in terms}, problems
