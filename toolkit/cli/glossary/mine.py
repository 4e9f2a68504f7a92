"""The `glossary mine` command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.cli.output import USAGE, die, put, say

if TYPE_CHECKING:
    from toolkit.api.mining import Mined

_FORMATS = ("text", "csv", "json")


def mine(  # noqa: PLR0913, PLR0917 (one parameter an option of the command)
    pairs: Annotated[list[Path], typer.Argument(metavar="PAIRS...", help="Articles, folders, translation memories.")],
    glossary: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Add a glossary; repeatable.")] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=0, help="At most so many candidates; 0 is all.")] = 50,
    form: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to report.")] = "text",
    write: Annotated[Path | None, typer.Option(metavar="FILE.csv", help="Add them as drafts to this glossary.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="With --write: show the rows, write nothing.")] = False,  # noqa: FBT002 (Typer's flag)
) -> None:
    """Propose terms and names that the pairs render and no glossary has.

    PAIRS are found as `check` finds them; a .tmx file holds both sides. The weightiest come first: confidence times the
    number of paragraphs. Drafts never raise errors: make one preferred when you have read it.

    Example: copydesk glossary mine archive/ --limit 20 --write glossaries/drafts.csv

    Exit status: 0 done, 2 something could not be read or written.
    """
    if form not in _FORMATS:
        die(f"--format must be one of {', '.join(_FORMATS)}, not {form!r}")
    if dry_run and not write:
        die("--dry-run shows what --write would do; name the file with --write")
    from toolkit.api.mining import mine_paths  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.settings import command_line  # noqa: PLC0415 (as above)

    read = [*(glossary or ()), *((write,) if write and write.exists() else ())]
    found = mine_paths(pairs, command_line(glossary=read or None))
    for line in (*found.notices, *found.problems):
        say(line)
    if write:
        _write(found, write, limit, dry_run=dry_run)
    else:
        _report(found, form, limit)
    raise typer.Exit(USAGE if found.problems else 0)


def _report(found: Mined, form: str, limit: int) -> None:
    from toolkit.reports.mined import render_mined  # noqa: PLC0415 (as above)

    shown = found.candidates[: limit or None]
    put(render_mined(form, shown, found.paragraphs), None)
    say(f"{len(shown):,} of {len(found.candidates):,} candidates from {len(found.paragraphs):,} paragraphs")


def _write(found: Mined, path: Path, limit: int, *, dry_run: bool) -> None:
    from toolkit.api.mining import drafts  # noqa: PLC0415 (as above)

    change = drafts(path, found.candidates[: limit or None])
    if dry_run:
        put(change.diff(), None)
    elif change.count:
        change.write()
    say(f"{'would add' if dry_run else 'added'} {change.count:,} drafts to {path}")
