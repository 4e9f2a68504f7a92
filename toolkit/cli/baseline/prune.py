"""The `baseline prune` command."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.baseline.telling import tell
from toolkit.cli.output import Progress


def prune(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Articles or folders.", show_default=False)
    ] = None,
    baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="Instead of the one in the settings.")] = None,
    glossary: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Add a glossary; repeatable.")] = None,
) -> None:
    """Drop the decisions whose findings no longer occur.

    Without PATH, every article in and below the current folder is checked, and every one that the baseline names; decisions
    on an article that is gone are dropped too. A decision on a rule that does not run today is kept.

    Exit status: 0 done, 2 something could not be read, and nothing was dropped, 3 a failure of ours.
    """
    started = time.perf_counter()
    from toolkit.api import Order  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.api.baseline import prune_decisions  # noqa: PLC0415 (as above)
    from toolkit.settings import command_line  # noqa: PLC0415 (as above)

    order = Order(tuple(paths or ()), asked=command_line(baseline=baseline, glossary=glossary))
    tell(prune_decisions(order, Progress(started)), "dropped")
