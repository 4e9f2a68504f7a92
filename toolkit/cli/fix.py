"""The `fix` command."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.cli.check import named_or_piped, status, tell
from toolkit.cli.days import day
from toolkit.cli.output import Progress, die, say

if TYPE_CHECKING:
    from toolkit.api import Mended


def fix(  # noqa: PLR0913, PLR0917 (one parameter an option of the command)
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Articles or folders; - is standard input.", show_default=False),
    ],
    source: Annotated[Path | None, typer.Option(metavar="FILE", help="The Chinese of the one article named.")] = None,
    glossary: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Add a glossary; repeatable.")] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The article's date.")] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show a unified diff, and write nothing.")] = False,  # noqa: FBT002 (Typer's flag)
    unsafe: Annotated[  # noqa: FBT002 (Typer's flag)
        bool, typer.Option("--unsafe", help="Apply also fixes that somebody should read afterwards.")
    ] = False,
    backup: Annotated[bool, typer.Option("--backup", help="Keep what a file was as FILE.bak.")] = False,  # noqa: FBT002 (Typer's flag)
) -> None:
    """Apply the fixes that a professional would accept unread, in place.

    Articles are found and paired as `check` does it; only the English is written, in its own encoding, and not a byte of it
    changes outside the fixes. Every fix is checked: one that would raise a new finding is not applied. What came from
    standard input goes to standard output.

    Exit status, with and without --diff: 0 nothing is left at or above the settings' fail_on (by default: an error), 1
    something is, 2 something could not be read, used or written, 3 a failure of ours.
    """
    started = time.perf_counter()
    from toolkit.api import Order, fix_paths, write_back  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.settings import command_line  # noqa: PLC0415 (as above)

    named, piped = named_or_piped(paths)
    if source and len(paths) != 1:
        die("--source is the Chinese of one article; name that article, and no other")
    order = Order(named, piped, source, day(date), command_line(glossary=glossary))
    mended = fix_paths(order, Progress(started, "articles fixed"), unsafe=unsafe)
    if diff:
        _show(mended)
    elif piped is not None:
        _pass_on(mended, piped)
    else:
        mended = write_back(mended, backup=backup)
    runs = [one.after for one in mended.articles]
    tell(mended, runs)
    _sum(mended, time.perf_counter() - started, written=not diff)
    raise typer.Exit(status(mended, runs))


def _show(mended: Mended) -> None:
    from toolkit.cli.output import put  # noqa: PLC0415 (as above)
    from toolkit.reports.diff import render  # noqa: PLC0415 (as above)

    put(render(mended.articles), None)


def _pass_on(mended: Mended, piped: bytes) -> None:
    from toolkit.api import piped_out  # noqa: PLC0415 (as above)

    sys.stdout.flush()
    sys.stdout.buffer.write(piped_out(mended, piped))
    sys.stdout.buffer.flush()


def _sum(mended: Mended, seconds: float, *, written: bool) -> None:
    from toolkit.reports.diff import tally  # noqa: PLC0415 (as above)

    say(tally(mended.articles, seconds, written=written))
