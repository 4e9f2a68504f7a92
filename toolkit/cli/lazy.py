"""Groups of commands, one file a command, imported when it is called."""

from __future__ import annotations

import importlib
import keyword
from typing import TYPE_CHECKING, ClassVar

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click import Command, Context


class Lazy(TyperGroup):
    """Commands that are imported when they are called, so that the start of the others does not pay for them.

    `names` are in the order of `--help`; each names its module and function in `package`, with `_` after a word of
    Python (list_, import_).
    """

    package: ClassVar[str]
    names: ClassVar[tuple[str, ...]]

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


def _command(package: str, name: str) -> Command:
    function = f"{name}_" if keyword.iskeyword(name) or name == "list" else name
    module = importlib.import_module(f"{package}.{function}")
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.command(name)(getattr(module, function))
    return typer.main.get_command(app)
