"""The `retranslate` command."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.cli.days import day
from toolkit.cli.output import USAGE, Progress, die, put, say

if TYPE_CHECKING:
    from toolkit.translation import Selection
    from toolkit.translation.redone import Retranslated

_STDOUT = Path("-")


def retranslate(  # noqa: PLR0913, PLR0917 (one parameter an option of the command)
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="The Chinese article.")],
    existing: Annotated[Path | None, typer.Option(metavar="COPY", help="The English copy that keeps the rest.")] = None,
    only_flagged: Annotated[bool, typer.Option("--only-flagged", help="Only where `check` finds an error.")] = False,  # noqa: FBT002 (Typer's flag)
    flagged_by: Annotated[
        list[str] | None, typer.Option(metavar="SEVERITY|RULE", help="… or a finding of this kind; repeatable.")
    ] = None,
    paragraph: Annotated[
        list[int] | None, typer.Option(metavar="N", min=1, help="This paragraph of SOURCE; repeatable.")
    ] = None,
    model: Annotated[str, typer.Option(metavar="NAME|DIR", help="The model; by default the desk's.")] = "",
    memory: Annotated[Path | None, typer.Option(metavar="TMX", help="Accepted copy, used before the model.")] = None,
    glossary: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Add a glossary; repeatable.")] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The article's date.")] = None,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the English here, not out.")] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE|-", help="Say what changed, why and how surely; .json is JSON.")
    ] = None,
) -> None:
    """Translate a Chinese article, or only the paragraphs of its copy that need it, under the glossary.

    With --existing all that is not asked for stays as it is, byte for byte. Terms are rendered as the glossary wants them;
    links, emphasis, notes and code are carried over from the Chinese. A paragraph whose new English breaks more of our
    own rules than the old keeps the old, unless --paragraph names it. COPY is written over only where --output names it.

    Example: copydesk retranslate story.zh.html --existing story.en.html --only-flagged --output new.en.html --report -

    Exit status: 0 done, 2 something could not be read, opened or written.
    """
    from toolkit.api.retranslate import Redo, retranslate_paths  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.settings import command_line  # noqa: PLC0415 (as above)

    if report == _STDOUT and output is None:
        die("--report - and the article would both go to standard output; write the article with --output")
    kinds = flagged_by or (["error"] if only_flagged else [])
    if (kinds or paragraph) and existing is None:
        die("--only-flagged, --flagged-by and --paragraph need the copy that keeps the rest: name it with --existing")
    if output and output.exists() and source.exists() and output.samefile(source):
        die(f"--output would write over the Chinese, {source}; name another file")
    selection = _selection(paragraph or [], kinds)
    asked = command_line(glossary=glossary)
    order = Redo(source, existing, selection, model, memory, day(date), asked)
    done = retranslate_paths(order, Progress(time.perf_counter(), "sentences translated"))
    missing = [n for n in sorted(selection.paragraphs) if n > done.paragraphs]
    if missing:
        die(f"{source}: has {done.paragraphs} paragraphs; there is no number {', '.join(map(str, missing))}")
    _write(done, output, report)
    raise typer.Exit(USAGE if done.problems else 0)


def _selection(paragraphs: list[int], kinds: list[str]) -> Selection:
    from toolkit.translation import Selection  # noqa: PLC0415 (as above)

    return Selection(frozenset(paragraphs), tuple(kinds))


def _write(done: Retranslated, output: Path | None, report: Path | None) -> None:
    """The article where it belongs, in the encoding that its file has, and the report."""
    from toolkit.files.text import rewrite  # noqa: PLC0415 (as above)
    from toolkit.reports.retranslation import render_retranslation, summary  # noqa: PLC0415 (as above)

    if output and output.exists():
        rewrite(output, done.text)
    else:
        put(done.text, output)
    if report:
        form = "json" if report.suffix == ".json" else "text"
        put(render_retranslation(form, done), None if report == _STDOUT else report)
    for line in (*done.problems, summary(done)):
        say(line)
