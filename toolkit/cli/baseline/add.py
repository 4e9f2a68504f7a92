"""The `baseline add` command."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.baseline.telling import tell
from toolkit.cli.days import day
from toolkit.cli.output import Progress, die


def add(  # noqa: PLR0913, PLR0917 (one parameter an option of the command)
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Articles or folders.", show_default=False)
    ] = None,
    fingerprint: Annotated[
        list[str] | None, typer.Option(metavar="F", help="Only the finding with this fingerprint; repeatable.")
    ] = None,
    reason: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why it may stand; asked for on a terminal.")
    ] = None,
    baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="Instead of the one in the settings.")] = None,
    source: Annotated[Path | None, typer.Option(metavar="FILE", help="The Chinese of the one article named.")] = None,
    glossary: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Add a glossary; repeatable.")] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The article's date.")] = None,
) -> None:
    """Let findings stand, and remember why.

    All findings of PATH, or those that fingerprints name. Reports give the fingerprint of a finding: json, jsonl and
    sarif, and the page of --format html. With a fingerprint and no PATH the articles in and below the current folder
    are searched for it.

    Exit status: 0 recorded, 2 something could not be read or found, and nothing was recorded, 3 a failure of ours.
    """
    started = time.perf_counter()
    from toolkit.api import Order  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.api.baseline import add_decisions  # noqa: PLC0415 (as above)
    from toolkit.settings import command_line  # noqa: PLC0415 (as above)

    if not paths and not fingerprint:
        die("name articles, or findings with --fingerprint")
    if source and len(paths or ()) != 1:
        die("--source is the Chinese of one article; name that article, and no other")
    why = _why(reason)
    order = Order(tuple(paths or ()), None, source, day(date), command_line(baseline=baseline, glossary=glossary))
    tell(add_decisions(order, why, fingerprint or (), Progress(started)), "recorded")


def _why(reason: str | None) -> str:
    if reason is None and sys.stdin.isatty():
        reason = str(typer.prompt("Why may it stand?", err=True))
    why = " ".join((reason or "").split())
    return why or die("--reason says why it may stand; a year from now nobody will know otherwise")
