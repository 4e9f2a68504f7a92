"""The group `copydesk hook`: one file a command, imported when it is called."""

from __future__ import annotations

from toolkit.cli import lazy

COMMANDS = ("install", "uninstall", "run")
"""In the order of `--help`: each names its module and function here."""

app = lazy.group(__name__, COMMANDS)
