"""The `glossary lookup` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.output import USAGE, die, put, say


def lookup(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A name or term in Chinese, English or pinyin.")],
    glossary: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Add a glossary; repeatable.")] = None,
    form: Annotated[str, typer.Option("--format", metavar="text|json", help="How to answer.")] = "text",
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many concepts.")] = 10,
) -> None:
    """Find concepts by a word of either language, the likeliest first.

    Traditional script, plurals, toneless pinyin, parts and near misses answer too. Looked at are the shipped
    glossaries, those of the settings, and those named.

    Example: copydesk glossary lookup 艾司摩爾

    Exit status: 0 found, 1 nothing is like it, 2 a glossary could not be read.
    """
    from toolkit.api.glossary.find import find  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.reports.glossaries import answers_json, answers_text  # noqa: PLC0415 (as above)

    if form not in {"text", "json"}:
        die("--format is text or json")
    if not text.strip():
        die("nothing to look up; name a word of either language")
    answers, problems = find(text, glossary or (), limit)
    put((answers_json if form == "json" else answers_text)(answers), None)
    for problem in problems:
        say(str(problem))
    if not answers:
        say(f"nothing in the glossaries is like {text[:40]}")
    raise typer.Exit(USAGE if problems else int(not answers))
