"""The `glossary add` command."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from toolkit.cli.glossary.changing import DryRun, Where, finish, refusals
from toolkit.cli.output import die

_TYPES = "person|organisation|place|outlet|title|product|law|event|term"
_NAMED = ("person", "organisation", "place", "outlet", "title")


def add(  # noqa: PLR0913, PLR0917 (one parameter a column of the glossary)
    zh: Annotated[str, typer.Option(metavar="TEXT", help="The Chinese form, in Simplified script.")] = "",
    en: Annotated[str, typer.Option(metavar="TEXT", help="The English that the desk prefers.")] = "",
    type_: Annotated[str, typer.Option("--type", metavar=_TYPES, help="What the concept is.")] = "",
    id_: Annotated[str, typer.Option("--id", metavar="NAME", help="Its id; made of the English when left out.")] = "",
    domain: Annotated[str, typer.Option(metavar="BEAT", help="The beat, such as semiconductors.")] = "",
    zh_alt: Annotated[list[str] | None, typer.Option(metavar="TEXT", help="Another Chinese form; repeatable.")] = None,
    en_alt: Annotated[list[str] | None, typer.Option(metavar="TEXT", help="Another English one; repeatable.")] = None,
    en_forbidden: Annotated[list[str] | None, typer.Option(metavar="TEXT", help="A wrong one; repeatable.")] = None,
    first_mention: Annotated[str, typer.Option(metavar="TEXT", help="The form that the desk wants first.")] = "",
    case: Annotated[str, typer.Option(metavar="any|exact", help="Whether capitals count.")] = "any",
    when: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="Chinese that must be near; repeatable.")
    ] = None,
    not_when: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="Chinese that must not; repeatable.")
    ] = None,
    country: Annotated[str, typer.Option(metavar="CODE", help="Its country, as ISO 3166: NL.")] = "",
    office: Annotated[list[str] | None, typer.Option(metavar="ID@FROM..TO", help="An office; repeatable.")] = None,
    valid_from: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The first day on which it holds.")] = "",
    valid_to: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The last day.")] = "",
    status: Annotated[
        str, typer.Option(metavar="preferred|admitted|deprecated|draft", help="A draft never makes an error.")
    ] = "preferred",
    note: Annotated[str, typer.Option(metavar="TEXT", help="For readers.")] = "",
    source: Annotated[str, typer.Option(metavar="TEXT", help="Where the English is from.")] = "",
    where: Where = None,
    dry_run: DryRun = False,  # noqa: FBT002 (Typer's flag)
) -> None:
    """Add a concept to the glossary that its type and domain decide.

    On a terminal, what must be there and is left out is asked for. A concept that clashes with another is refused, with
    every reason. Rows that do not change keep their bytes.

    Example: copydesk glossary add --zh 近存计算 --en "near-memory computing" --type term --domain semiconductors

    Exit status: 0 written, 2 refused or something could not be read or written.
    """
    from toolkit.api.glossary import places, tend  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.glossary.tending import slug  # noqa: PLC0415 (as above)

    zh, en = zh or _asked("zh", "the Chinese form"), en or _asked("en", "the English form")
    type_ = type_ or _asked("type", f"the type ({_TYPES})")
    into = places.target(where)
    if type_ not in _NAMED and into.is_dir():
        domain = domain or _asked("domain", "the beat")
    lists = {"zh_alt": zh_alt, "en_alt": en_alt, "en_forbidden": en_forbidden, "when": when, "not_when": not_when}
    cells = {name: "|".join(entries or ()) for name, entries in (lists | {"office": office}).items()}
    cells |= {"id": id_ or slug(en), "type": type_, "zh": zh, "en": en, "first_mention": first_mention, "case": case}
    cells |= {"country": country, "valid_from": valid_from, "valid_to": valid_to, "status": status}
    cells |= {"domain": domain, "note": note, "source": source}
    with refusals():
        finish(tend.add(into, cells), "added", dry_run=dry_run)


def _asked(option: str, what: str) -> str:
    """What the user answers on a terminal; elsewhere an option that is left out ends the command."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        die(f"--{option} is missing: {what}")
    answer: str = typer.prompt(what.capitalize(), err=True)
    return answer.strip()
