"""The group `copydesk glossary`: one file a command, imported when it is called."""

from __future__ import annotations

import typer

from toolkit.cli.lazy import Lazy

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


class Commands(Lazy):
    """The commands of this group."""

    package = __name__
    names = COMMANDS


app = typer.Typer(cls=Commands, no_args_is_help=True, rich_markup_mode=None)
