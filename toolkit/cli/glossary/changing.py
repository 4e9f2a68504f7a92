"""What `add`, `edit` and `remove` share: refusals told line by line, a change shown or written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.cli.output import USAGE, put, say

if TYPE_CHECKING:
    from toolkit.api.glossary.tend import Draft

Where = Annotated[
    Path | None,
    typer.Option("--in", metavar="PATH", help="The glossary, or the folder of them; by default ./glossaries."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the rows that would change, and write nothing.")]


@contextmanager
def refusals() -> Iterator[None]:
    """Each reason of a refusal on a line of its own, and exit status 2."""
    from toolkit.glossary.tending import Refused  # noqa: PLC0415 (`--help` needs no rooms)

    try:
        yield
    except Refused as error:
        for reason in error.reasons:
            say(reason)
        raise typer.Exit(USAGE) from error


def finish(draft: Draft, done: str, *, dry_run: bool) -> None:
    """Show or write the change, and say so."""
    if dry_run:
        put(draft.diff(), None)
        return
    draft.write()
    say(f"{done} {draft.concept} in {draft.path}")
