"""Proposed changes to the English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from toolkit.core.text import Edit


class Applicability(IntEnum):
    """How far a fix may be trusted; a higher value may be applied more freely. SAFE: a professional takes it unread."""

    DISPLAY = 0
    UNSAFE = 1
    SAFE = 2

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together, and how far to trust them."""

    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.UNSAFE


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """`text` with `fixes` applied whole, skipping any that overlaps one applied before it.

    >>> from toolkit.core import Span
    >>> apply("a -b", [Fix((Edit(Span(1, 2), ""),))])
    'a-b'
    """
    taken: list[Edit] = []
    for fix in fixes:
        if not any(_clash(edit, other) for edit in fix.edits for other in taken):
            taken += fix.edits
    pieces: list[str] = []
    done = 0
    for edit in sorted(taken):
        pieces += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*pieces, text[done:]])


def _clash(one: Edit, other: Edit) -> bool:
    return one.span.overlaps(other.span) or one.span == other.span
