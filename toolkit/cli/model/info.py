"""The `model info` command."""

from __future__ import annotations

from typing import Annotated

import typer

from toolkit.cli.output import USAGE, die, put, say

_FORMATS = ("text", "json")


def info(
    model: Annotated[str, typer.Argument(metavar="[MODEL]", help="A name, a folder or an Argos zip.")] = "",
    form: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to report.")] = "text",
) -> None:
    """Tell what is known of a model: family, licence, size, origin, score. Without MODEL: of the only one installed.

    Example: copydesk model info opus-zh-en

    Exit status: 0 done, 2 there is no such model, or it cannot be used.
    """
    if form not in _FORMATS:
        die(f"--format must be one of {', '.join(_FORMATS)}, not {form!r}")
    from toolkit.api.models import model_info, of_model  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.reports.models import facts  # noqa: PLC0415 (as above)

    found = model_info(model)
    put(facts(form, of_model(found)), None)
    if warning := found.card.warning():
        say(f"{found.card.name}: {warning}")
    raise typer.Exit(USAGE if found.problem else 0)
