"""The `glossary import` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.output import die, put, say, spare

FLAVOURS = "native|deepl|google|memoq|microsoft|omegat|trados|weblate"


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="TBX, CSV, TSV or XLSX.")],
    output: Annotated[Path | None, typer.Option(metavar="G.csv", help="Write the glossary here, not out.")] = None,
    flavour: Annotated[str | None, typer.Option(metavar=FLAVOURS, help="The tool that a table is from.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be lost; write nothing.")] = False,  # noqa: FBT002 (Typer's flag)
) -> None:
    """Make a glossary of another tool's termbase; what it cannot hold is listed on standard error.

    TBX version 3 (Core, Min, Basic; DCA and DCT) and version 2 (martif) are known by their look, tables mostly so: a
    pair without a header needs --flavour. Deprecated English becomes a forbidden form; a concept without Chinese or
    without English is left out.

    Example: copydesk glossary import termbase.tbx --output imported.csv

    Exit status: 0 written, 2 something could not be read or written.
    """
    from toolkit.api.exchange import NoSuchFlavour, glossary_text, import_termbase  # noqa: PLC0415 (`--help` needs no rooms)

    spare([file], output)
    try:
        imported = import_termbase(file, flavour)
    except NoSuchFlavour as error:
        die(str(error))
    if not dry_run:
        put(glossary_text(imported), output)
    for loss in imported.losses:
        say(f"not kept: {loss}")
    count = len(imported.terms)
    say(f"{count:,} concept{'s' * (count != 1)} {'would be ' * dry_run}imported from {file}")
