"""The group `copydesk model`: one file a command, imported when it is called."""

from __future__ import annotations

import typer

from toolkit.cli.lazy import Lazy

COMMANDS = ("list", "install", "info", "probe")


class Commands(Lazy):
    """The commands of this group."""

    package = __name__
    names = COMMANDS


app = typer.Typer(cls=Commands, no_args_is_help=True, rich_markup_mode=None)
