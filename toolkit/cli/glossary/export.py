"""The `glossary export` command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.output import die, say, spare

_FLAVOURS = "tbx: basic|basic-dct|min|min-dct|core; tbx2: tig|ntig; csv, xlsx: a tool, as for import."


def export(
    glossaries: Annotated[list[Path], typer.Argument(metavar="G.csv...", help="Our glossaries; a later id overrides.")],
    form: Annotated[str, typer.Option("--format", metavar="tbx|tbx2|csv|xlsx", help="tbx is version 3, tbx2 martif.")],
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the file here, not out.")] = None,
    flavour: Annotated[str | None, typer.Option(metavar="F", help=_FLAVOURS)] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be lost; write nothing.")] = False,  # noqa: FBT002 (Typer's flag)
) -> None:
    """Write glossaries in another tool's format; what it cannot hold is listed on standard error.

    Without --flavour: TBX-Basic in DCA style, martif with tig, our own table. What only our glossaries know travels in
    TBX as notes that begin with copydesk/. Machine translation gets no drafts. Cells of an XLSX are text; a CSV keeps a
    cell that begins with =, +, - or @ as it is, which a spreadsheet may compute.

    Example: copydesk glossary export glossaries/people.csv --format tbx --output people.tbx

    Exit status: 0 written, 2 something could not be read or written.
    """
    from toolkit.api.exchange import NoSuchFlavour, export_termbase  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.files.text import write_atomic  # noqa: PLC0415 (as above)

    spare(glossaries, output)
    try:
        exported = export_termbase(glossaries, form, flavour, suffix=output.suffix if output else "")
    except NoSuchFlavour as error:
        die(str(error))
    if not dry_run and output:
        write_atomic(output, exported.data)
    elif not dry_run:
        sys.stdout.buffer.write(exported.data)
    for loss in exported.losses:
        say(f"not kept: {loss}")
    say(f"{len(exported.data):,} bytes {'would be ' * dry_run}written")
