"""The built-in rules: one module (or package) a family, one function a rule."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache

from toolkit.lint import Rule


@cache
def shipped() -> tuple[Rule, ...]:
    """Every built-in rule, by name. Drop a module into this folder and it is found."""
    return tuple(sorted(_collect(), key=lambda rule: rule.name))


def _collect() -> Iterator[Rule]:
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Rule) and value.declared.__module__ == module.name:
                yield value
