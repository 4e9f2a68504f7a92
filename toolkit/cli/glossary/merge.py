"""The `glossary merge` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.output import die, put, say


def merge(  # noqa: PLR0913, PLR0917 (one parameter an option of the command)
    ours: Annotated[Path, typer.Argument(metavar="A", help="Our glossary.")],
    theirs: Annotated[Path, typer.Argument(metavar="B", help="Their glossary.")],
    base: Annotated[Path | None, typer.Option(metavar="FILE", help="What both began from: a three-way merge.")] = None,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the glossary here, not out.")] = None,
    prefer: Annotated[str, typer.Option(metavar="ours|theirs", help="Who wins where both changed a cell.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what A would gain; write nothing.")] = False,  # noqa: FBT002 (Typer's flag)
) -> None:
    """Merge two glossaries by concept, then by type and Chinese form; conflicts are told cell by cell.

    With --base a cell that one side changed takes that side's value, and what one side removed is gone. Without it, a
    filled cell goes over an empty one and nothing is removed. While a conflict is open nothing is written.

    Example: copydesk glossary merge ours.csv theirs.csv --base agreed.csv --output ours.csv

    Exit status: 0 merged, 1 conflicts are open, 2 a file could not be read or written.
    """
    from toolkit.api.glossary.compare import bring_together, gained  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.reports.changes import changes_text, conflicts_text  # noqa: PLC0415 (as above)

    if prefer not in {"", "ours", "theirs"}:
        die("--prefer is ours or theirs")
    merged, conflicts = bring_together(ours, theirs, base, prefer)
    for line in conflicts_text(conflicts).splitlines():
        say(line)
    if conflicts:
        say(f"{len(conflicts):,} open; settle them in A or B, or say --prefer ours or theirs; nothing was written")
        raise typer.Exit(1)
    if dry_run:
        put(changes_text(gained(ours, merged)), None)
        return
    put(merged.text, output)
