"""What a found name is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from toolkit.core import Span


class Name(NamedTuple):
    """A name in Chinese prose: its span in code points, what it names, and what gave it away.

    `kind` is person, organisation, place or outlet. `how` is dotted (Ｘ·Ｙ), bracket (with its Latin form), title, saying (a
    verb of speech beside it), surname (its own characters), head (its last noun), listed (a place that every newsroom
    knows), again (named in full elsewhere) or tagged (by a model).
    """

    span: Span
    kind: str
    how: str


Tagger = Callable[[str], Iterable[Name]]
"""Finds names in Chinese prose with a model; its names are `tagged`."""
