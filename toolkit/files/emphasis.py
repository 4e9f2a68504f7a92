"""Markdown's emphasis: which `*`, `_` and `~~` are markup.

Source: CommonMark 0.31.2, "process emphasis"; beside a Chinese character a delimiter may open or close whatever stands on its
other side, since the specification's rules were made for words between spaces.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(slots=True)
class Delimiter:
    """A run of `*`, `_` or `~`; the characters from `start` to `end` are not yet spent on emphasis."""

    start: int
    end: int
    mark: str
    opens: bool
    closes: bool
    size: int


def delimiter(text: str, start: int, end: int) -> Delimiter:
    """The run of delimiters that stands in `text` from `start` to `end`."""
    mark = text[start]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    wide = _wide(before) or _wide(after)
    left = not after.isspace() and (wide or not _marks(after) or before.isspace() or _marks(before))
    right = not before.isspace() and (wide or not _marks(before) or after.isspace() or _marks(after))
    if mark == "~":
        left, right = (left, right) if end - start == 2 else (False, False)
    elif mark == "_":
        left, right = left and (not right or _marks(before)), right and (not left or _marks(after))
    return Delimiter(start, end, mark, left, right, end - start)


def spent(delimiters: Iterable[Delimiter]) -> Iterator[tuple[int, int]]:
    """The ranges of the delimiters that open or close emphasis; time is linear in their number."""
    openers: list[Delimiter] = []
    searched: dict[tuple[str, bool, int], int] = {}
    for closer in delimiters:
        key = (closer.mark, closer.opens, closer.size % 3)
        while closer.closes and closer.start < closer.end:
            n = _opener(openers, closer, searched.get(key, 0))
            if n is None:
                searched[key] = len(openers)
                break
            opener = openers[n]
            del openers[n + 1 :]
            used = min(2, opener.end - opener.start, closer.end - closer.start)
            yield opener.end - used, opener.end
            yield closer.start, closer.start + used
            opener.end -= used
            closer.start += used
            if opener.start == opener.end:
                openers.pop()
            searched = {known: min(depth, len(openers)) for known, depth in searched.items()}
        if closer.opens and closer.start < closer.end:
            openers.append(closer)


def _opener(openers: list[Delimiter], closer: Delimiter, bottom: int) -> int | None:
    for n in range(len(openers) - 1, bottom - 1, -1):
        opener = openers[n]
        if opener.mark == closer.mark and not _odd(opener, closer):
            return n
    return None


def _odd(opener: Delimiter, closer: Delimiter) -> bool:
    """The specification's rule of three, which keeps `*a**b*` one emphasis."""
    both = opener.closes or closer.opens
    return both and (opener.size + closer.size) % 3 == 0 and not opener.size % 3 == closer.size % 3 == 0


def _marks(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _wide(character: str) -> bool:
    return character >= "\u2e80" and unicodedata.east_asian_width(character) in "WF"
