"""What makes one text of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from toolkit.core.text import Edit, Span

_PIECE = re.compile(r"\w+|\W")


def differences(before: str, after: str) -> tuple[Edit, ...]:
    r"""The edits that make `after` of `before`, in order, whole words each (Ratcliff and Obershelp 1988, as difflib has it).

    Lines are compared first, so that a long text with few changes is read fast.

    >>> differences("Prices rose .\nSo did wages.\n", "Prices rose.\nSo did wages.\n")
    (Edit(span=Span(start=11, end=12), text=''),)
    """
    lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found: list[Edit] = []
    for span, text in _changed(*lines):
        pieces = _PIECE.findall(before[span.start : span.end]), _PIECE.findall(text)
        found += (Edit(Span(span.start + one.start, span.start + one.end), new) for one, new in _changed(*pieces))
    return tuple(found)


def _changed(old: list[str], new: list[str]) -> Iterator[tuple[Span, str]]:
    """Ranges of the joined old pieces that differ, and the text that takes their place."""
    from difflib import SequenceMatcher  # noqa: PLC0415 (most runs compare nothing)

    starts = list(accumulate(map(len, old), initial=0))
    for kind, first, last, low, high in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Span(starts[first], starts[last]), "".join(new[low:high])
