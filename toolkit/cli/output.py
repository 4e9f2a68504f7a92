"""What every command does with its words: findings to standard output, all else to standard error."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import typer

from toolkit.files.errors import FileProblem
from toolkit.files.text import write_atomic

USAGE = 2


def say(message: str) -> None:
    """One line on standard error."""
    typer.echo(f"copydesk: {message}", err=True)


def die(message: str, code: int = USAGE) -> NoReturn:
    """One line on standard error, and out."""
    say(message)
    raise typer.Exit(code)


def put(report: str, output: Path | None) -> None:
    """The report, whole: on standard output, or in the file `output`."""
    if output is None:
        sys.stdout.buffer.write(report.encode("utf-8", "surrogateescape"))
        sys.stdout.flush()
        return
    try:
        write_atomic(output, report.encode("utf-8"))
    except FileProblem as problem:
        die(str(problem))
