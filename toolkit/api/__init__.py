"""The public verbs: text, then file, then folder. Those that a check does not need are imported when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.api.check import check_articles, check_document, check_pair, check_text, default_plan
from toolkit.api.desk import Desk, open_desk
from toolkit.api.paths import Checked, Order, check_paths, record, without_baseline
from toolkit.api.plans import plan, project_layers, settings_for
from toolkit.api.reading import read_document
from toolkit.api.rules import every_rule, find_rules

if TYPE_CHECKING:
    from toolkit.api.gating import gate, gate_text

__all__ = [
    "Checked",
    "Desk",
    "Order",
    "check_articles",
    "check_document",
    "check_pair",
    "check_paths",
    "check_text",
    "default_plan",
    "every_rule",
    "find_rules",
    "gate",
    "gate_text",
    "open_desk",
    "plan",
    "project_layers",
    "read_document",
    "record",
    "settings_for",
    "without_baseline",
]


def __getattr__(name: str) -> object:
    if name not in ("gate", "gate_text"):
        raise AttributeError(name)
    from toolkit.api import gating  # noqa: PLC0415 (a check does without)

    return getattr(gating, name)
