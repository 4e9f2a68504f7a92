"""The public verbs: text, then file, then folder."""

from toolkit.api.check import check_articles, check_document, check_pair, check_text, default_plan
from toolkit.api.desk import Desk, open_desk
from toolkit.api.fix import Mended, fix_articles, fix_paths, fix_text, piped_out, write_back
from toolkit.api.paths import Checked, Order, check_paths, record, without_baseline
from toolkit.api.plans import plan, project_layers, settings_for
from toolkit.api.rules import every_rule, find_rules

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
    "fix_articles",
    "fix_paths",
    "fix_text",
    "open_desk",
    "piped_out",
    "plan",
    "project_layers",
    "record",
    "settings_for",
    "without_baseline",
    "write_back",
]
