"""The `hook install` command."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.output import say


class Hook(Enum):
    """The hooks of git that there are."""

    COMMIT = "pre-commit"
    PUSH = "pre-push"


def install(
    names: Annotated[
        list[Hook] | None, typer.Argument(metavar="[pre-commit|pre-push]...", help="By default both.")
    ] = None,
) -> None:
    """Have git check articles before commits and pushes.

    In the repository of the current folder. A hook that is there already is kept under another name, and runs first;
    `copydesk hook uninstall` puts it back. The hooks lie where git looks for them: in the folder that all work trees
    share, or where core.hooksPath says.
    """
    from toolkit.api.hooks import HOOKS, install_hooks  # noqa: PLC0415 (`--help` needs no rooms)

    for hook, new in install_hooks(Path(), [name.value for name in names] if names else HOOKS):
        say(f"{hook}: {'installed' if new else 'was installed already'}")
