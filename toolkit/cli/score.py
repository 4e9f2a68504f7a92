"""The `score` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.days import day
from toolkit.cli.output import USAGE, die, put, say

_FORMATS = ("text", "json")


def score(  # noqa: PLR0913, PLR0917 (one parameter an option of the command)
    copy: Annotated[Path, typer.Argument(metavar="COPY", help="The English to score.")],
    reference: Annotated[list[Path], typer.Option(metavar="FILE", help="What it should say; repeatable.")],
    source: Annotated[Path | None, typer.Option(metavar="FILE", help="The Chinese, for its terms.")] = None,
    against: Annotated[Path | None, typer.Option(metavar="COPY", help="Another copy to hold it against.")] = None,
    glossary: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Add a glossary; repeatable.")] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The article's date.")] = None,
    form: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to report.")] = "text",
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the report here.")] = None,
) -> None:
    """Score English copy by BLEU, chrF and TER against references, over all and by paragraph.

    Every figure comes with sacrebleu's signature. With --source paragraphs are paired through the Chinese, and its terms
    are looked for: how many the copy renders as the glossary wants, and whether one way throughout. With --against both
    copies are scored, and p tells whether they differ by more than chance (paired bootstrap, 1,000 samples).

    Example: copydesk score new.en.txt --reference story.en.txt --source story.zh.txt --against old.en.txt

    Exit status: 0 scored, 2 something could not be read or written.
    """
    if form not in _FORMATS:
        die(f"--format must be one of {', '.join(_FORMATS)}, not {form!r}")
    from toolkit.api.score import Trial, score_paths  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.reports.scores import render_scores  # noqa: PLC0415 (as above)
    from toolkit.settings import command_line  # noqa: PLC0415 (as above)

    trial = Trial(copy, tuple(reference), source, against, day(date), command_line(glossary=glossary))
    found = score_paths(trial)
    put(render_scores(form, found), output)
    for line in found.problems:
        say(line)
    raise typer.Exit(USAGE if found.problems else 0)
