"""How the commands that change a baseline end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import typer

from toolkit.cli.output import USAGE, put, say

if TYPE_CHECKING:
    from toolkit.api.baseline import Kept


def tell(kept: Kept, done: str) -> NoReturn:
    """Print the decisions that were changed and how many there are, and end the command."""
    from toolkit.reports.decisions import render  # noqa: PLC0415 (`--help` needs no rooms)

    for line in (*kept.notices, *kept.problems):
        say(line)
    if kept.problems:
        say(f"{kept.file} was left as it is")
        raise typer.Exit(USAGE)
    put(render(kept.changed), None)
    say(f"{done} {len(kept.changed):,}; {kept.file} holds {kept.holds:,} now")
    raise typer.Exit
