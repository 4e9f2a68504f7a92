"""Settings into plans: which rules judge an article, how severely, with what options."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from toolkit.api.rules import every_rule
from toolkit.files.settings import find_settings, load_settings
from toolkit.lint import Plan, Rule, selected
from toolkit.settings import Layer, Settings, check_options, check_selectors, settle, severities


def project_layers(paths: Iterable[Path]) -> tuple[Layer, ...]:
    """The settings file of the folder that all `paths` share, or of one above it; none where there is none.

    Raises Unreadable.
    """
    folders = [path if path.is_dir() else path.parent for path in map(Path.absolute, paths)]
    found = find_settings(Path(os.path.commonpath(folders) if folders else ""))
    return (load_settings(found),) if found else ()


def settings_for(path: Path) -> Settings:
    """The settings in force for an article or a folder. Raises SettingsError or Unreadable."""
    settings = settle(*project_layers([path]), path=os.path.realpath(path))
    plan(every_rule().rules, settings)
    return settings


def plan(rules: Sequence[Rule], settings: Settings) -> Plan:
    """What `settings` make of `rules`. Raises SettingsError for a rule, an option or a value that does not exist."""
    names = [rule.name for rule in rules]
    check_selectors(names, settings)
    known = {rule.name: rule.options for rule in rules} if settings.options else {}
    return Plan(
        selected(rules, settings.select.value, settings.ignore.value),
        severities(names, settings),
        check_options(known, settings),
    )


class Planner:
    """The plan for each article, under layers of settings of which some may be for some paths only."""

    def __init__(self, rules: Sequence[Rule], layers: Sequence[Layer]) -> None:
        """Settle what holds everywhere. Raises SettingsError."""
        self._rules = rules
        self._layers = layers
        self.settings = settle(*layers)
        self._plan = plan(rules, self.settings)
        self._by_path = any(layer.data.get("paths") for layer in layers)

    def plan(self, path: Path) -> Plan:
        """The plan for the article in the file `path`. Raises SettingsError."""
        if not self._by_path:
            return self._plan
        return plan(self._rules, settle(*self._layers, path=os.path.realpath(path)))
