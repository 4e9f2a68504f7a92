"""What the tools of the termbase read: the pairs and translation memories that a user names, with the desk's knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.api.desk import Desk, open_desk
from toolkit.api.document import paired
from toolkit.api.plans import Planner, project_layers
from toolkit.api.rules import every_rule
from toolkit.core import Document
from toolkit.files.article import load
from toolkit.files.discover import PATTERNS, discover
from toolkit.files.errors import Unreadable
from toolkit.files.tmx import ENDING, load_tmx
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
    """Read every pair and translation memory in `paths`; what cannot be read is told, the rest read.

    `asked` are settings that go over the project's. Raises SettingsError, and Unreadable for a settings file that cannot be
    used.
    """
    planner = Planner(every_rule().rules, (*project_layers(paths), asked))
    settings = planner.settings
    desk, faults = open_desk(map(Path, settings.glossary.value), with_shipped=settings.shipped.value)
    articles = [path for path in paths if path.suffix.lower() != ENDING]
    try:
        found = discover(articles, settings.patterns.value or PATTERNS)
    except ValueError as error:
        raise SettingsError(settings.patterns.origin, str(error)) from error
    problems = [*map(str, faults), *map(str, found.errors)]
    alone = tuple(f"{pair.target} has no Chinese beside it; it was left out" for pair in found.pairs if not pair.source)
    pairs = [(pair.source, pair.target) for pair in found.pairs if pair.source]
    memories = [path for path in paths if path.suffix.lower() == ENDING]
    documents = tuple(_documents(pairs, memories, desk, problems))
    return Gathered(documents, desk, planner, tuple(problems), (*found.notices, *alone))


def _documents(
    pairs: Iterable[tuple[Path, Path]], memories: Iterable[Path], desk: Desk, problems: list[str]
) -> Iterator[Document]:
    for source, target in pairs:
        try:
            yield paired(load(source), load(target), desk.lexicon, desk.glossary)
        except Unreadable as problem:
            problems.append(str(problem))
    for memory in memories:
        try:
            yield load_tmx(memory)
        except Unreadable as problem:
            problems.append(str(problem))
