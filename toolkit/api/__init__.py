"""The public verbs: text, then file, then folder. Those that a check does not need are imported when they are asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from toolkit.api.check import check_articles, check_document, check_pair, check_text, default_plan
from toolkit.api.desk import Desk, open_desk
from toolkit.api.paths import Checked, Order, check_paths, record, without_baseline
from toolkit.api.plans import plan, project_layers, settings_for
from toolkit.api.reading import read_document
from toolkit.api.rules import every_rule, find_rules

if TYPE_CHECKING:
    from toolkit.api.fix import Mended, fix_article, fix_paths, fix_text, piped_out, write_back
    from toolkit.api.gating import gate, gate_text

__all__ = [
    "Checked",
    "Desk",
    "Mended",
    "Order",
    "check_articles",
    "check_document",
    "check_pair",
    "check_paths",
    "check_text",
    "default_plan",
    "every_rule",
    "find_rules",
    "fix_article",
    "fix_paths",
    "fix_text",
    "gate",
    "gate_text",
    "open_desk",
    "piped_out",
    "plan",
    "project_layers",
    "read_document",
    "record",
    "settings_for",
    "without_baseline",
    "write_back",
]


_LATER = dict.fromkeys(("gate", "gate_text"), "gating") | dict.fromkeys(
    ("Mended", "fix_article", "fix_paths", "fix_text", "piped_out", "write_back"), "fix"
)
"""Verbs that a check does without, and the module of each."""


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"toolkit.api.{_LATER[name]}"), name)
