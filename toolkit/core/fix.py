"""Proposed changes to the English."""

from __future__ import annotations

from bisect import bisect_left, insort
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
    pieces: list[str] = []
    done = 0
    for edit in sorted(edit for fix in apart(fixes) for edit in fix.edits):
        pieces += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*pieces, text[done:]])


def apart(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """`fixes` without any that overlaps one before it, so that the rest can be applied together."""
    taken: list[Edit] = []
    kept: list[Fix] = []
    for fix in fixes:
        if not any(_clash(edit, other) for edit in fix.edits for other in _beside(taken, edit)):
            kept.append(fix)
            for edit in fix.edits:
                insort(taken, edit)
    return tuple(kept)


def _beside(taken: list[Edit], edit: Edit) -> list[Edit]:
    """Of edits in order that do not clash, those close enough to clash with another: an empty one may part two."""
    n = bisect_left(taken, edit)
    return taken[max(0, n - 2) : n + 2]


def _clash(one: Edit, other: Edit) -> bool:
    """Whether two edits share a code point, or one puts something in where the other begins, ends or works."""
    if one.span.start == one.span.end or other.span.start == other.span.end:
        return one.span.start <= other.span.end and other.span.start <= one.span.end
    return one.span.overlaps(other.span)
