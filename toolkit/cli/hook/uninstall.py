"""The `hook uninstall` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.hook.install import Hook
from toolkit.cli.output import say


def uninstall(
    names: Annotated[
        list[Hook] | None, typer.Argument(metavar="[pre-commit|pre-push]...", help="By default both.")
    ] = None,
) -> None:
    """Take our hooks away, and put back what was there.

    A hook that was there before comes back byte for byte; one of ours that somebody changed is left alone, with status 2.
    """
    from toolkit.api.hooks import HOOKS, uninstall_hooks  # noqa: PLC0415 (`--help` needs no rooms)

    for hook, gone in uninstall_hooks(Path(), [name.value for name in names] if names else HOOKS):
        say(f"{hook}: {'taken away' if gone else 'is none of ours; nothing to take away'}")
