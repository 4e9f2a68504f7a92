"""The `check` command."""

from __future__ import annotations

import datetime
import time
from pathlib import Path
from typing import Annotated, Optional

import typer

from toolkit.api import Request, check_paths
from toolkit.cli.output import Ending, die, finish
from toolkit.reports import FORMATS


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
    preset: Annotated[Optional[str], typer.Option(metavar="NAME", help="Settings of a house style: news.")] = None,
    hints: Annotated[Optional[Path], typer.Option(metavar="FILE", help="Names as Chinese TAB English, to suggest.")] = None,
    date: Annotated[Optional[str], typer.Option(metavar="YYYY-MM-DD", help="The article's date.")] = None,
    baseline: Annotated[Optional[Path], typer.Option(metavar="FILE", help="Leave out the findings recorded here.")] = None,
    write_baseline: Annotated[Optional[Path], typer.Option(metavar="FILE", help="Record every finding here.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say of each finding what its rule stands on.")] = False,
    fail_on: Annotated[Optional[str], typer.Option(metavar="error|warning|note|never", help="What exits 1.")] = None,
    jobs: Annotated[Optional[int], typer.Option(metavar="N", min=1, help="Check N articles at a time.")] = None,
) -> None:
    """Check English copy, with its Chinese where it lies beside it.

    copydesk check                                    every article pair below this folder

    copydesk check story.en.md                        one article; story.zh.md is found beside it

    copydesk check draft.html --source original.html  a pair by name

    copydesk check - < draft.txt                      copy on standard input, alone

    copydesk check news/ --format sarif --output findings.sarif

    copydesk check story.en.txt --select names --fail-on warning
    """
    started = time.perf_counter()
