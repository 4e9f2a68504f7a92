"""The `model install` command."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from toolkit.cli.output import Progress, say

_LIMIT = 20.0


def install(
    what: Annotated[
        str, typer.Argument(metavar="NAME|URL|DIR|ZIP", help="What `model list` offers, or where it lies.")
    ],
    name: Annotated[str, typer.Option(metavar="NAME", help="What to call it; by default as it is called there.")] = "",
    sha256: Annotated[str, typer.Option(metavar="HEX", help="Refuse an archive with another digest.")] = "",
    limit: Annotated[float, typer.Option(metavar="GB", min=0.001, help="Refuse what is larger.")] = _LIMIT,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of the one of that name.")] = False,  # noqa: FBT002 (Typer's flag)
) -> None:
    """Install a translation model into your model folder.

    A folder or zip may hold a CTranslate2 model with its SentencePiece files, an Argos package, or an OPUS-MT archive, which
    is converted (8-bit weights). A download that breaks goes on where it stopped when you run the command again. Nothing
    is half installed. The folder is copydesk/models in XDG_DATA_HOME or the system's place for data.

    Example: copydesk model install opus-zh-en

    Exit status: 0 installed, 2 not, and the reason.
    """
    from toolkit.api.models import install_model  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.engines.install import Wish  # noqa: PLC0415 (as above)

    progress = Progress(time.perf_counter(), "bytes fetched")
    try:
        model = install_model(Wish(what, name, sha256, int(limit * 1e9), replace), progress)
    finally:
        progress.clear()
    say(f"installed {model.card.name} ({model.family}, {model.size / 1e6:,.0f} MB) in {model.path}")
    if warning := model.card.warning():
        say(f"{model.card.name}: {warning}")
