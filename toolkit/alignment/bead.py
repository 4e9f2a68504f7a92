"""The nouns of pairing."""

from __future__ import annotations

from typing import NamedTuple

Window = tuple[range, range]
"""A stretch of paragraphs on either side."""


class Bead(NamedTuple):
    """Paragraphs that belong together, by index; an empty side means that the other has no partner."""

    source: tuple[int, ...]
    target: tuple[int, ...]
