"""The `model probe` command."""

from __future__ import annotations

from typing import Annotated

import typer

from toolkit.cli.output import die, put, say

_FORMATS = ("text", "json")


def probe(
    model: Annotated[str, typer.Argument(metavar="[MODEL]", help="A name, a folder or an Argos zip.")] = "",
    threads: Annotated[int, typer.Option(metavar="N", min=0, help="Processors to use; 0 is as many as there are.")] = 0,
    form: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to report.")] = "text",
) -> None:
    """Load a model and try it on a few sentences. Without MODEL: the only one installed.

    Tells its translations, how fast and in how much memory they came, whether Latin words of the Chinese come through,
    and whether its attention finds the words that render each other (markup is then put where they stand).

    Example: copydesk model probe opus-zh-en

    Exit status: 0 done, 2 there is no such model, or it cannot be used.
    """
    if form not in _FORMATS:
        die(f"--format must be one of {', '.join(_FORMATS)}, not {form!r}")
    from toolkit.api.models import model_info, of_probe, probe_model  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.engines.hardware import Running  # noqa: PLC0415 (as above)
    from toolkit.reports.models import facts  # noqa: PLC0415 (as above)

    warning = model_info(model).card.warning()
    put(facts(form, of_probe(probe_model(model, Running(threads)))), None)
    if warning:
        say(f"{model}: {warning}")
