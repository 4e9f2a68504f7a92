"""The `hook run` command."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.check import conclude
from toolkit.cli.hook.install import Hook
from toolkit.cli.output import die

_MOST = 1 << 24


def run(
    name: Annotated[Hook, typer.Argument(metavar="[pre-commit|pre-push]", help="The hook.")] = Hook.COMMIT,
    rest: Annotated[
        list[str] | None, typer.Argument(metavar="[REMOTE URL]", help="What git tells a pre-push hook.")
    ] = None,
) -> None:
    """Check what is staged, or what a push changes.

    Judged is what git keeps, not what lies in the work tree; settings, glossaries and baseline are those of the work tree.
    A pre-push hook reads the refs from standard input, as git writes them there.

    Exit status: as of `copydesk check`, so that any but 0 stops git.
    """
    started = time.perf_counter()
    from toolkit.api.hooks import check_pushed, check_staged  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.api.paths import without_baseline  # noqa: PLC0415 (as above)

    here, remote = Path(), rest[0] if rest else ""
    checked = check_pushed(here, _refs(), remote) if name is Hook.PUSH else check_staged(here)
    conclude(without_baseline(checked), started)


def _refs() -> list[str]:
    if sys.stdin.isatty():
        die("pre-push reads the refs of a push from standard input; git calls it, after `copydesk hook install`")
    return os.fsdecode(sys.stdin.buffer.read(_MOST)).split("\n")
