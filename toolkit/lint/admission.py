"""Claims and cures that a file's format admits: rules that look at raw characters know nothing of XML or of catalogues."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from toolkit.core import Document, Edit, Fix, Flag, Span, Text


def admission(document: Document) -> Callable[[Flag], Flag | None]:
    """Tells what is left of a flag: nothing where it points outside the English of a bilingual file, and none of its fixes
    that would turn text into markup, or markup into something else.
    """
    held = sorted(
        ((span, segment.target) for segment in document.segments for span in segment.target.spans),
        key=lambda one: one[0],
    )
    if not document.bilingual and all(text.notation is None for _, text in held):
        return lambda flag: flag

    def at(place: Span) -> Text | None:
        n = bisect_right(held, place.start, key=lambda one: one[0].start) - 1
        return held[n][1] if n >= 0 and place.end <= held[n][0].end else None

    def admits(edit: Edit) -> bool:
        text = at(edit.span)
        return text is not None and text.admits(edit)

    def sound(fix: Fix) -> bool:
        return all(map(admits, fix.edits))

    def admitted(flag: Flag) -> Flag | None:
        if document.bilingual and at(flag.place.span) is None:
            return None
        return flag if all(map(sound, flag.fixes)) else replace(flag, fixes=tuple(filter(sound, flag.fixes)))

    return admitted
