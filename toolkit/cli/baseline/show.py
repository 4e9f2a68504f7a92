"""The `baseline show` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.output import put, say


def show(
    baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="Instead of the one in the settings.")] = None,
) -> None:
    """List the decisions.

    A line each: the article, the rule, the words, the fingerprint, and why they may stand.
    """
    from toolkit.api.baseline import baseline_file, decisions_in  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.reports.decisions import render  # noqa: PLC0415 (as above)
    from toolkit.settings import command_line  # noqa: PLC0415 (as above)

    file = baseline_file((), command_line(baseline=baseline))
    decisions = decisions_in(file)
    put(render(decisions), None)
    say(f"{file} holds {len(decisions):,}")
