"""The `check` command."""

from __future__ import annotations

import datetime
import sys
import time
from pathlib import Path
from typing import Annotated, Optional

import typer

from toolkit.api.check import check_articles
from toolkit.api.desk import open_desk
from toolkit.api.folder import check_pairs
from toolkit.cli.output import die, put, say
from toolkit.core import Severity
from toolkit.files.discover import Pair, discover
from toolkit.files.errors import Unreadable
from toolkit.lint import Plan, Run, selected
from toolkit.reports import FORMATS, Look, render, summary
from toolkit.rules import shipped


def check(  # noqa: PLR0913 - one parameter an option of the command
    paths: Annotated[
        Optional[list[Path]], typer.Argument(metavar="[PATH]…", help="Articles or folders; - is standard input.")
    ] = None,
    source: Annotated[Optional[Path], typer.Option(metavar="FILE", help="The Chinese of the one article named.")] = None,
    form: Annotated[Optional[str], typer.Option("--format", metavar="|".join(FORMATS), help="How to report.")] = None,
    output: Annotated[Optional[Path], typer.Option(metavar="FILE", help="Write the report here.")] = None,
    glossary: Annotated[Optional[list[Path]], typer.Option(metavar="FILE", help="A glossary to add; repeatable.")] = None,
    select: Annotated[Optional[list[str]], typer.Option(metavar="R", help="Run only this rule or family.")] = None,
    ignore: Annotated[Optional[list[str]], typer.Option(metavar="R", help="Leave out this rule or family.")] = None,
    date: Annotated[Optional[str], typer.Option(metavar="YYYY-MM-DD", help="The article's date.")] = None,
    fail_on: Annotated[Optional[str], typer.Option(metavar="error|warning|note|never", help="What exits 1.")] = None,
    jobs: Annotated[Optional[int], typer.Option(metavar="N", min=1, help="Check N articles at a time.")] = None,
) -> None:
    """Check English copy, with its Chinese where it lies beside it."""
    started = time.perf_counter()
    day = datetime.date.fromisoformat(date) if date else None
    found = discover(paths or [Path()])
    pairs = [Pair(source, found.pairs[0].target)] if source else found.pairs
    desk, faults = open_desk(glossary or ())
    plan = Plan(selected(shipped(), select or (), ignore or ()))
    bad = [*found.errors, *faults]
    runs: list[Run] = []
    for result in check_pairs(pairs, desk, plan, day):
        if isinstance(result, Unreadable):
            bad.append(result)
        else:
            runs.append(result)
    for line in [*found.notices, *map(str, bad)]:
        say(line)
    put(render(form or "text", runs, Look(colour=sys.stdout.isatty())), output)
    say(summary(runs, time.perf_counter() - started))
    if bad:
        raise typer.Exit(2)
    bar = {"error": 2, "warning": 1, "note": 0, "never": 3}[fail_on or "error"]
    raise typer.Exit(int(any(f.severity >= bar for run in runs for f in run.findings)))
