"""The group `copydesk model`: one file a command, imported when it is called."""

from __future__ import annotations

from toolkit.cli import lazy

COMMANDS = ("list", "install", "info", "probe")

app = lazy.group(__name__, COMMANDS)
