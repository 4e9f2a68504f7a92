"""What the termbase is worth on real copy: which concepts occur, how they fared, which raise alarms that nobody heeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.api.gather import Gathered, gather
from toolkit.core import Document
from toolkit.lint import Context
from toolkit.lint.tally import Event, Tally, alarms, renderings, tally
from toolkit.settings import Layer, command_line


@dataclass(frozen=True, slots=True)
class Covered:
    """A tally of every concept in force (see `toolkit.lint.tally`), of how many articles, and lines for the user."""

    tallies: tuple[Tally, ...]
    articles: int
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def cover_paths(paths: Sequence[Path], asked: Layer | None = None) -> Covered:
    """Tally the concepts of the glossaries in force over the pairs and translation memories in `paths`.

    The baseline is that of the settings. Raises SettingsError, and Unreadable for a settings file or a baseline.
    """
    found = gather(paths, asked or command_line())
    events = _events(found, _decided(found))
    tallies = tally(found.desk.glossary.terms, events)
    return Covered(tallies, len(found.documents), found.problems, found.notices)


def _events(found: Gathered, decided: frozenset[str]) -> Iterator[Event]:
    for document in found.documents:
        desk = found.desk
        context = Context(document, desk.glossary, desk.lexicon, desk.hints, desk.tagger)
        yield from renderings(document, context)
        yield from alarms(document, context, found.planner.plan(_path(document)), decided)


def _path(document: Document) -> Path:
    return Path(document.target.path)


def _decided(found: Gathered) -> frozenset[str]:
    name = found.planner.settings.baseline.value
    if not name:
        return frozenset()
    from toolkit.files.baseline import load_baseline  # noqa: PLC0415 (hashes and JSON, which most checks do without)

    return frozenset(decision.fingerprint for decision in load_baseline(Path(name)))
