"""The `glossary list` command."""

from __future__ import annotations


def list_() -> None:
    """List concepts."""
