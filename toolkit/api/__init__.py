"""The public verbs: text, then file, then folder."""

from toolkit.api.check import check_articles, check_document, check_pair, check_text, default_plan
from toolkit.api.desk import Desk, open_desk
from toolkit.api.paths import Checked, Order, check_paths, record, without_baseline
from toolkit.api.plans import plan, project_layers, settings_for
from toolkit.api.reading import read_document
from toolkit.api.rules import every_rule, find_rules

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
    "open_desk",
    "plan",
    "project_layers",
    "read_document",
    "record",
    "settings_for",
    "without_baseline",
]
