"""The `rules` command."""

from __future__ import annotations

from typing import Annotated

import typer

from toolkit.cli.output import USAGE, put, say


def rules(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A rule or a family, for its manual.")] = None,
) -> None:
    """List every rule with the mistake it finds; with NAME, print the manual of that rule, or of each of a family."""
    from toolkit.api import every_rule, find_rules  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.reports.rulebook import listing, manual  # noqa: PLC0415 (as above)

    every = every_rule()
    put("\n\n".join(map(manual, find_rules(name))) if name else listing(every.rules), None)
    for problem in every.problems:
        say(problem)
    if every.problems:
        raise typer.Exit(USAGE)
