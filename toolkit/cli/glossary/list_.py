"""The `glossary list` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.output import USAGE, die, put, say


def list_(  # noqa: PLR0913, PLR0917 (one parameter a filter)
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Glossaries; by default all that are in force.")
    ] = None,
    type_: Annotated[str, typer.Option("--type", metavar="TYPE", help="Only persons, places and so on.")] = "",
    domain: Annotated[str, typer.Option(metavar="BEAT", help="Only this beat.")] = "",
    status: Annotated[str, typer.Option(metavar="STATUS", help="Only preferred, draft and so on.")] = "",
    country: Annotated[str, typer.Option(metavar="CODE", help="Only this country.")] = "",
    grep: Annotated[str, typer.Option(metavar="TEXT", help="Only with this in a form, the id or the note.")] = "",
    form: Annotated[str, typer.Option("--format", metavar="text|csv|json", help="How to print.")] = "text",
) -> None:
    """List concepts, a line each: id, type, Chinese, English.

    --format csv prints whole rows, which are a glossary again.

    Example: copydesk glossary list --type organisation --country TW --grep semiconductor

    Exit status: 0 also for an empty list, 2 a glossary could not be read.
    """
    from toolkit.api.glossary.find import Wanted, listed  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.glossary.term import STATUSES, TYPES  # noqa: PLC0415 (as above)
    from toolkit.reports.glossaries import FORMS  # noqa: PLC0415 (as above)

    for option, asked, choices in (
        ("format", form, FORMS),
        ("type", type_, sorted(TYPES)),
        ("status", status, STATUSES),
    ):
        if asked and asked not in choices:
            die(f"--{option} is one of {', '.join(choices)}, not {asked!r}")
    terms, problems = listed(Wanted(type_, domain, status, country, grep), paths or ())
    put(FORMS[form](terms), None)
    for problem in problems:
        say(str(problem))
    say(f"{len(terms):,} concept{'s' * (len(terms) != 1)}")
    raise typer.Exit(USAGE if problems else 0)
