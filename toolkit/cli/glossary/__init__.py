"""The group `copydesk glossary`: one file a command, imported when it is called."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click import Command, Context

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
_PYTHON = {"list", "import"}


class Commands(TyperGroup):
    """Commands that are imported when they are called, so that the start of the others does not pay for them."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 (the shape of Typer's groups)
        """The names of all commands."""
        return [*COMMANDS]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 (as above)
        """The command of that name, or None."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _command(cmd_name)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """The command that `args` begin with; a name that is none is compared with all there are."""
        if args[0] not in COMMANDS:
            for name in COMMANDS:
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)


def _command(name: str) -> Command:
    function = f"{name}_" if name in _PYTHON else name
    module = importlib.import_module(f"{__name__}.{function}")
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.command(name)(getattr(module, function))
    return typer.main.get_command(app)


app = typer.Typer(cls=Commands, no_args_is_help=True, rich_markup_mode=None)
