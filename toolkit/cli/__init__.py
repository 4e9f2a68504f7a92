"""The command line: one file a command; each parses, calls the api, prints and exits."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from toolkit.cli.check import check

app = typer.Typer(
    name="copydesk",
    help="The bilingual copy editor at the desk: checks English news copy against its Chinese.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(check)


def _version(wanted: bool) -> None:  # noqa: FBT001 - the shape of Typer's callbacks
    if wanted:
        typer.echo(f"copydesk {version('copydesk')}")
        raise typer.Exit


@app.callback()
def callback(
    *,
    show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """The bilingual copy editor at the desk: checks English news copy against its Chinese."""


def main() -> None:
    """Run the command line; a failure of ours is one line and exit 3."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback reaches an editor
        typer.echo(f"copydesk: failed on its own account ({type(error).__name__}: {error}); please report it", err=True)
        sys.exit(3)
