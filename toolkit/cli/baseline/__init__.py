"""The group `copydesk baseline`: one file a command, imported when it is called."""

from __future__ import annotations

from toolkit.cli import lazy

COMMANDS = ("add", "prune", "show")
"""In the order of `--help`: each names its module and function here."""

app = lazy.group(__name__, COMMANDS)
