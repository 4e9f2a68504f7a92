"""The `glossary edit` command."""

from __future__ import annotations

from typing import Annotated

import typer

from toolkit.cli.glossary.changing import DryRun, Where, finish, refusals
from toolkit.cli.output import die


def edit(
    concept: Annotated[str, typer.Argument(metavar="ID", help="The concept.")],
    changes: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="COLUMN=VALUE", help="A new cell; += and -= change a list. Repeatable."),
    ] = None,
    where: Where = None,
    dry_run: DryRun = False,  # noqa: FBT002 (Typer's flag)
) -> None:
    """Change cells of a concept; what would clash with another concept is refused, with every reason.

    Example: copydesk glossary edit asml --set en_forbidden+=Asmai --set status=preferred

    Exit status: 0 written, 2 refused or something could not be read or written.
    """
    from toolkit.api.glossary import places, tend  # noqa: PLC0415 (`--help` needs no rooms)

    if not changes:
        die("nothing to change; say --set column=value")
    with refusals():
        finish(tend.edit(places.target(where), concept, changes), "changed", dry_run=dry_run)
