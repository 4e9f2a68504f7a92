"""What the tools of the termbase read: the pairs and translation memories that a user names, with the desk's knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.api.desk import Desk
from toolkit.api.opening import open_office
from toolkit.api.plans import Planner
from toolkit.api.reading import read_document
from toolkit.core import Document
from toolkit.files.bilingual import is_bilingual
from toolkit.files.discover import PATTERNS, Pair, discover
from toolkit.files.errors import Unreadable
from toolkit.settings import Layer, SettingsError


@dataclass(frozen=True, slots=True)
class Gathered:
    """Documents that have both languages, with the plan to judge each by; `problems` and `notices` are lines for the user."""

    documents: tuple[Document, ...]
    desk: Desk
    planner: Planner
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def gather(paths: Sequence[Path], asked: Layer) -> Gathered:
    """Read every pair and bilingual file in `paths`; what cannot be read is told, the rest read.

    `asked` are settings that go over the project's. Raises SettingsError, and Unreadable for a settings file that cannot be
    used.
    """
    planner, desk, faults = open_office(paths, asked)
    settings = planner.settings
    try:
        found = discover(paths, settings.patterns.value or PATTERNS)
    except ValueError as error:
        raise SettingsError(settings.patterns.origin, str(error)) from error
    problems = [*faults, *map(str, found.errors)]
    both = [pair for pair in found.pairs if pair.source or is_bilingual(pair.target)]
    alone = tuple(
        f"{pair.target} has no Chinese beside it; it was left out" for pair in found.pairs if pair not in both
    )
    documents = tuple(_documents(both, desk, problems))
    notices = (*found.notices, *alone, *(notice for document in documents for notice in document.notices))
    return Gathered(documents, desk, planner, tuple(problems), notices)


def _documents(pairs: Iterable[Pair], desk: Desk, problems: list[str]) -> Iterator[Document]:
    for pair in pairs:
        try:
            yield read_document(pair.target, pair.source, desk)
        except Unreadable as problem:
            problems.append(str(problem))
