"""Every rule there is: the built-in ones, and those of a newsroom's own package."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from toolkit.files.plugins import announced
from toolkit.lint import Rule
from toolkit.lint.selector import names
from toolkit.rules import shipped
from toolkit.settings.errors import unknown

GROUP = "copydesk.rules"
"""The entry point group of other packages' rules: each entry names a module with rules in it, or one rule."""


class Rules(NamedTuple):
    """Rules by name, in that order, and one line for each package whose rules could not be had."""

    rules: tuple[Rule, ...]
    problems: tuple[str, ...] = ()


@cache
def every_rule() -> Rules:
    """The built-in rules and those that installed packages bring; a built-in name cannot be taken."""
    ours = shipped()
    if not announced(GROUP):
        return Rules(ours)
    found = {rule.name: rule for rule in ours}
    problems: list[str] = []
    for name, brought in _brought():
        if isinstance(brought, str):
            problems.append(f"rules of {name}: {brought}")
        elif found.setdefault(brought.name, brought) is not brought:
            problems.append(f"rules of {name}: {brought.name} is taken; rename its module or function")
    return Rules(tuple(sorted(found.values(), key=lambda rule: rule.name)), tuple(problems))


def find_rules(name: str) -> tuple[Rule, ...]:
    """The rule called `name`, or every rule of the family. Raises SettingsError where there is none."""
    every = every_rule().rules
    found = tuple(rule for rule in every if names(name, rule.name))
    if not found:
        family = {rule.name for rule in every if names(name.partition("/")[0], rule.name)}
        raise unknown("rules", "rule", name, family or {rule.family for rule in every})
    return found


def _brought() -> Iterator[tuple[str, Rule | str]]:
    """Each rule of another package under its entry point's name; in its place, why there is none."""
    from importlib.metadata import entry_points  # noqa: PLC0415 (slow, and hardly any desk has rules of its own)

    for entry in entry_points(group=GROUP):
        try:
            value = entry.load()
        except Exception as error:  # noqa: BLE001 (whatever a stranger's module does, the article is still checked)
            yield entry.name, f"cannot be loaded ({type(error).__name__}: {error})"
            continue
        rules = (
            [value] if isinstance(value, Rule) else [rule for rule in vars(value).values() if isinstance(rule, Rule)]
        )
        yield from ((entry.name, rule) for rule in rules)
        if not rules:
            yield entry.name, f"{entry.value} holds no rule; declare one with segment_rule or document_rule"
