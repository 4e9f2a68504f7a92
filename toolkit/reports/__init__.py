"""Findings as text for people and data for programs. Reports return a string and never print."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from toolkit.reports.look import Look
from toolkit.reports.summary import summary
from toolkit.settings.keys import FORMATS

if TYPE_CHECKING:
    from toolkit.lint import Run

__all__ = ["FORMATS", "Look", "render", "summary"]


def render(form: str, runs: Sequence[Run], look: Look | None = None) -> str:
    """The findings of `runs` in one of FORMATS; only that format's module is imported. Raises KeyError for another."""
    if form not in FORMATS:
        raise KeyError(form)
    module = importlib.import_module(f"toolkit.reports.{form}")
    return str(module.render(runs, look or Look()))
