"""The `gate` command."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.check import named_or_piped
from toolkit.cli.days import day
from toolkit.cli.output import USAGE, put, say


def gate(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="One article; - is standard input.", show_default=False)],
    source: Annotated[Path | None, typer.Option(metavar="FILE", help="The Chinese of the article.")] = None,
    glossary: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Add a glossary; repeatable.")] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The article's date.")] = None,
) -> None:
    """Say in JSON whether one article may be published, and if not, why.

    The article is held where a finding is at or above the settings' fail_on (by default: an error), and where something
    could not be read or used. `not_run` lists the rules that had no Chinese to go by.

    Exit status: 0 publish, 1 hold, 2 hold because something could not be read or used, 3 a failure of ours.
    """
    started = time.perf_counter()
    from toolkit.api import Order  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.api.gating import gate as judge  # noqa: PLC0415 (as above)
    from toolkit.reports.verdict import render  # noqa: PLC0415 (as above)
    from toolkit.settings import command_line  # noqa: PLC0415 (as above)

    named, piped = named_or_piped([path])
    verdict = judge(Order(named, piped, source, day(date), command_line(glossary=glossary)), started)
    put(render(verdict), None)
    for problem in verdict.problems:
        say(problem)
    raise typer.Exit(USAGE if verdict.problems else int(not verdict.publish))
