"""What a fix makes of the words round it."""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.core import Edit, Fix, Span, apply

_LONGEST = 60


class Mended(NamedTuple):
    """Whole words as they stand and as a fix leaves them."""

    before: str
    after: str


def mended(raw: str, fix: Fix) -> Mended | None:
    """The words a fix touches and what it makes of them, or None where they are too many for a line."""
    start = min((edit.span.start for edit in fix.edits), default=0)
    end = max((edit.span.end for edit in fix.edits), default=0)
    if end - start > _LONGEST or not fix.edits:
        return None
    low, high = max(0, start - _LONGEST), end + _LONGEST
    start = max(low, *(raw.rfind(space, low, start) + 1 for space in " \n\r"))
    after = re.search(r"\s", raw[end:high])
    stretch = raw[start : end + after.start() if after else high]
    moved = tuple(Edit(Span(edit.span.start - start, edit.span.end - start), edit.text) for edit in fix.edits)
    return Mended(stretch, apply(stretch, (Fix(moved),)))
