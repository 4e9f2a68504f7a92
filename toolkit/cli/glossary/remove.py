"""The `glossary remove` command."""

from __future__ import annotations

from typing import Annotated

import typer

from toolkit.cli.glossary.changing import DryRun, Where, finish, refusals


def remove(
    concept: Annotated[str, typer.Argument(metavar="ID", help="The concept.")],
    where: Where = None,
    dry_run: DryRun = False,  # noqa: FBT002 (Typer's flag)
) -> None:
    """Take a concept out of its glossary; one that is somebody's office stays.

    Example: copydesk glossary remove asml --dry-run

    Exit status: 0 written, 2 refused or something could not be read or written.
    """
    from toolkit.api.glossary import places, tend  # noqa: PLC0415 (`--help` needs no rooms)

    with refusals():
        finish(tend.remove(places.target(where), concept), "removed", dry_run=dry_run)
