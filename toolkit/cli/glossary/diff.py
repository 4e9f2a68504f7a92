"""The `glossary diff` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.output import die, put


def diff(
    old: Annotated[Path, typer.Argument(metavar="A", help="A glossary.")],
    new: Annotated[Path, typer.Argument(metavar="B", help="The same, changed.")],
    form: Annotated[str, typer.Option("--format", metavar="text|json", help="How to print.")] = "text",
) -> None:
    """Show what differs between two glossaries, concept by concept and cell by cell, whatever the order of rows.

    A concept whose id alone changed is known by its type and Chinese form.

    Example: copydesk glossary diff semiconductors.csv ours/semiconductors.csv

    Exit status: 0 no difference, 1 differences, 2 a file could not be read.
    """
    from toolkit.api.glossary.compare import compare  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.reports.changes import changes_json, changes_text  # noqa: PLC0415 (as above)

    if form not in {"text", "json"}:
        die("--format is text or json")
    changes = compare(old, new)
    put((changes_json if form == "json" else changes_text)(changes), None)
    raise typer.Exit(int(bool(changes)))
