"""The `glossary lint` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.output import USAGE, die, put, say

_LEVELS = ("note", "warning", "error")


def lint(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Glossaries, or folders of them.")],
    form: Annotated[str, typer.Option("--format", metavar="text|json", help="How to report.")] = "text",
    level: Annotated[str, typer.Option(metavar="note|warning|error", help="The least that is shown.")] = "warning",
) -> None:
    """Test glossaries as data: order, ids, forms that clash, contexts, dates, offices, script, length.

    The files named are judged together, as one termbase. With --format json the faults are a list of objects.

    Example: copydesk glossary lint glossaries/ own.csv --level note

    Exit status: 0 no errors, 1 errors, 2 a file could not be read.
    """
    from toolkit.api.glossary.judge import judge  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.reports.glossaries import faults_json, faults_text  # noqa: PLC0415 (as above)

    if level not in _LEVELS or form not in {"text", "json"}:
        die("--level is note, warning or error; --format is text or json")
    faults, problems, rows = judge(paths)
    shown = [fault for fault in faults if _LEVELS.index(fault.level) >= _LEVELS.index(level)]
    put((faults_json if form == "json" else faults_text)(shown), None)
    for problem in problems:
        say(str(problem))
    counts = {name: sum(fault.level == name for fault in faults) for name in reversed(_LEVELS)}
    told = ", ".join(f"{count:,} {name}{'s' * (count != 1)}" for name, count in counts.items())
    say(f"{rows:,} concept{'s' * (rows != 1)}: {told}")
    raise typer.Exit(USAGE if problems else int(counts["error"] > 0))
