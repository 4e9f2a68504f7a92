"""The project's settings, its rules and its desk, opened once for whatever is to be judged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from toolkit.api.desk import Desk, open_desk
from toolkit.api.plans import Planner, project_layers
from toolkit.api.rules import every_rule
from toolkit.settings import Layer


class Office(NamedTuple):
    """The plan for each article, the desk's knowledge, and a line for each thing of these that could not be used."""

    planner: Planner
    desk: Desk
    problems: tuple[str, ...] = ()


def open_office(paths: Iterable[Path], asked: Layer) -> Office:
    """Settings as they hold for `paths` with `asked` over them, and what they name.

    Raises SettingsError, and Unreadable for a settings file that cannot be used.
    """
    planner = open_planner(paths, asked)
    settings = planner.settings
    desk, faults = open_desk(
        map(Path, settings.glossary.value),
        with_shipped=settings.shipped.value,
        hints=Path(settings.hints.value) if settings.hints.value else None,
        ner=settings.ner.value,
    )
    return Office(planner, desk, (*every_rule().problems, *map(str, faults)))


def open_planner(paths: Iterable[Path], asked: Layer) -> Planner:
    """The settings alone, without the desk."""
    return Planner(every_rule().rules, (*project_layers(paths), asked))
