"""The `model list` command."""

from __future__ import annotations

from typing import Annotated

import typer

from toolkit.cli.output import die, put

_FORMATS = ("text", "json")


def list_(
    form: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to report.")] = "text",
) -> None:
    """List the models that are installed, and those to be had.

    Of each: its licence, its size, its published score, and where that figure is from.

    Example: copydesk model list

    Exit status: 0, also when none is installed.
    """
    if form not in _FORMATS:
        die(f"--format must be one of {', '.join(_FORMATS)}, not {form!r}")
    from toolkit.api.models import models, of_model, of_offer  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.reports.models import shelves  # noqa: PLC0415 (as above)

    here, offers = models()
    put(shelves(form, {"installed": [*map(of_model, here)], "to be had": [*map(of_offer, offers)]}), None)
