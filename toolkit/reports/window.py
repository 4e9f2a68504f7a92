"""The part of a long line round a finding, and where the carets go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import category

from toolkit.core import Span
from toolkit.language.width import width

_ELLIPSIS = "…"


class Window(NamedTuple):
    """A stretch of a line, and the columns (from 0) that its carets start at and take."""

    text: str
    column: int
    carets: int


def window(raw: str, line: Span, span: Span, room: int) -> Window:
    """At most `room` columns of the line that `raw` has at `line`, with the code points of `span` in view.

    It is cut at words where it can be, with "…". A stretch too long for half the room is shown by its beginning; what
    lies beyond the line is left out, and a point between two characters gets one caret.
    """
    start, end = (min(max(offset, line.start), line.end) for offset in span)
    marked = _head(visible(raw[start : min(end, start + room)]), room // 2)
    low, high = max(line.start, start - room), min(line.end, end + room)
    before, after = visible(raw[low:start]), visible(raw[end:high])
    rest = max(0, room - width(marked))
    left = min(width(before), max(rest // 2, rest - width(after)))
    shown_before = _tail(before, left, cut=low > line.start)
    shown_after = _head(after, rest - width(shown_before), cut=high < line.end)
    return Window(shown_before + marked + shown_after, width(shown_before), max(1, width(marked)))


def visible(text: str) -> str:
    r"""`text` on one line with nothing in it that hides or steers a terminal.

    >>> visible("a\tb\u200b\x1b[31m")
    'a b<U+200B><U+001B>[31m'
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char in "\t\n\r":
        return " "
    return f"<U+{ord(char):04X}>" if category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char


def _head(text: str, room: int, *, cut: bool = False) -> str:
    if not cut and width(text) <= room:
        return text
    kept = _fit(text, room - 1)
    if kept < len(text):
        space = text.rfind(" ", kept // 2, kept + 1)
        kept = space if space > 0 else kept
    return text[:kept].rstrip() + _ELLIPSIS if room > 0 else ""


def _tail(text: str, room: int, *, cut: bool = False) -> str:
    if not cut and width(text) <= room:
        return text
    kept = _fit(reversed(text), room - 1)
    start = len(text) - kept
    space = text.find(" ", max(0, start - 1), len(text) - kept // 2)
    start = space + 1 if space >= 0 else start
    return _ELLIPSIS + text[start:] if room > 0 else ""


def _fit(chars: Iterable[str], room: int) -> int:
    """How many of `chars` fit into `room` columns."""
    taken = count = 0
    for char in chars:
        taken += width(char)
        if taken > room:
            break
        count += 1
    return count
