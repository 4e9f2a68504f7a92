"""What every command does with its words: findings to standard output, all else to standard error."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import typer

USAGE = 2


def say(message: str) -> None:
    """One line on standard error."""
    line = " ".join(message.splitlines())
    typer.echo(f"copydesk: {line}", err=True)


def die(message: str) -> NoReturn:
    """One line on standard error, and out: the user can mend it."""
    say(message)
    raise typer.Exit(USAGE)


def spare(inputs: Iterable[Path], output: Path | None) -> None:
    """End the command where `output` is one of the files that it reads: a slip would cost the original."""
    for path in inputs:
        if output and output.exists() and path.exists() and output.samefile(path):
            die(f"--output is {path} itself, which would be lost; name another file")


def put(report: str, output: Path | None) -> None:
    """The report, whole: on standard output, or in the file `output`. Raises Unwritable."""
    data = report.encode("utf-8", "surrogatepass")
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from toolkit.files.text import write_atomic  # noqa: PLC0415 (`--help` needs no rooms)

    write_atomic(output, data)


def coloured() -> bool:
    """Whether standard output is a terminal that shows colours (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Progress:
    """A line on standard error that counts articles: on a terminal only, and only after a second."""

    def __init__(self, started: float, done: str = "checked") -> None:
        """Begin to wait; `started` is a reading of `time.perf_counter`, `done` what is done to articles."""
        self._done = done
        self._next = started + 1.0
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Say how many are done, ten times a second at most; take the line away when all are."""
        if done == total:
            self.clear()
        elif total > 1 and time.perf_counter() >= self._next and sys.stderr.isatty():
            self._next = time.perf_counter() + 0.1
            self._shown = True
            sys.stderr.write(f"\r{done:,} of {total:,} articles {self._done}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
