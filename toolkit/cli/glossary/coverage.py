"""The `glossary coverage` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.output import USAGE, die, put, say

_FORMATS = ("text", "json")


def coverage(
    pairs: Annotated[list[Path], typer.Argument(metavar="PAIRS...", help="Articles, folders, translation memories.")],
    glossary: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Add a glossary; repeatable.")] = None,
    baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="The findings that were let stand.")] = None,
    form: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to report.")] = "text",
    never: Annotated[bool, typer.Option("--never", help="Name the concepts that never occur, too.")] = False,  # noqa: FBT002 (Typer's flag)
) -> None:
    """Tell which concepts occur in the pairs, and how they fared.

    A row counts the paragraphs whose Chinese has the concept, and those of them where the English is right, lacks it, or
    has a forbidden form; then the alarms that rest on it, and how many were ignored inline or stand in the baseline. The
    noisy come first: their rows want a variant, a `when`, or to go.

    Example: copydesk glossary coverage archive/ --baseline known.json

    Exit status: 0 done, 2 something could not be read.
    """
    if form not in _FORMATS:
        die(f"--format must be one of {', '.join(_FORMATS)}, not {form!r}")
    from toolkit.api.coverage import cover_paths  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.reports.coverage import render_coverage  # noqa: PLC0415 (as above)
    from toolkit.settings import command_line  # noqa: PLC0415 (as above)

    covered = cover_paths(pairs, command_line(glossary=glossary, baseline=baseline))
    put(render_coverage(form, covered.tallies, covered.articles, never=never), None)
    for line in (*covered.notices, *covered.problems):
        say(line)
    raise typer.Exit(USAGE if covered.problems else 0)
