"""Groups of commands that are imported when they are called, so that the start of the others does not pay for them."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click import Command, Context

_PYTHON = {"list", "import"}
"""Words of Python: the module and the function of such a command have a `_` after them."""


class Commands(TyperGroup):
    """Commands that each name a module, and a function in it, of the package `package`; in the order of `--help`."""

    package = ""
    names: tuple[str, ...] = ()

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 (the shape of Typer's groups)
        """The names of all commands."""
        return [*self.names]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 (as above)
        """The command of that name, or None."""
        if cmd_name in self.names and cmd_name not in self.commands:
            self.commands[cmd_name] = _command(self.package, cmd_name)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """The command that `args` begin with; a name that is none is compared with all there are."""
        if args[0] not in self.names:
            for name in self.names:
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)


def group(package: str, names: tuple[str, ...]) -> typer.Typer:
    """The commands `names` of a package of the command line."""
    kind = type("Group", (Commands,), {"package": package, "names": names})
    return typer.Typer(cls=kind, no_args_is_help=True, rich_markup_mode=None)


def _command(package: str, name: str) -> Command:
    function = f"{name}_" if name in _PYTHON else name
    module = importlib.import_module(f"{package}.{function}")
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.command(name)(getattr(module, function))
    return typer.main.get_command(app)
