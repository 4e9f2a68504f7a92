"""The group `copydesk glossary`: one file a command, imported when it is called."""

from __future__ import annotations

from toolkit.cli import lazy

COMMANDS = (
    "lookup",
    "list",
    "add",
    "edit",
    "remove",
    "lint",
    "diff",
    "merge",
    "import",
    "export",
    "mine",
    "coverage",
)
"""In the order of `--help`: each names its module and function here, with `_` after a word of Python (list_, import_)."""

app = lazy.group(__name__, COMMANDS)
