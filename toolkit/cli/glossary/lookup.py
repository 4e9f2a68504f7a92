"""The `glossary lookup` command."""

from __future__ import annotations

from typing import Annotated

import typer


def lookup(text: Annotated[str, typer.Argument(help="Chinese or English.")]) -> None:
    """Find concepts."""
