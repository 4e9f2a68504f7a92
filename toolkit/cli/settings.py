"""The `settings` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.output import put


def settings(
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="An article or folder; by default the current folder.")
    ] = None,
) -> None:
    """Print the settings in force for PATH, and where each value comes from.

    The output is a settings file: copydesk.toml, or [tool.copydesk] in pyproject.toml, takes what it says.
    """
    from toolkit.api import settings_for  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.settings.describe import describe  # noqa: PLC0415 (as above)

    put(describe(settings_for(path or Path())), None)
