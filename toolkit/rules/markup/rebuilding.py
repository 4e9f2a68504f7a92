"""Broken and lost markup of the English, rebuilt from the Chinese around the words that render its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from toolkit.core import Flag, Place, Segment, Side, Span, Text
from toolkit.core.pattern import pattern
from toolkit.lint import Context
from toolkit.rules.markup.elements import Element, elements
from toolkit.rules.markup.restoring import Paragraph, Rebuilt
from toolkit.rules.markup.traces import Trace, traced

_ADDRESS = pattern(r"https?:/{1,2}[^\s\"'<>“”()]{4,2000}", re.IGNORECASE)
_BEGINNING, _ENDING = 14, 8
_MOST = 400
_LONGEST, _LONGEST_CHINESE = 8000, 3000
_CROWD = 40


def rebuilt(context: Context) -> tuple[Rebuilt, ...]:
    """What can be rebuilt in the document, found once."""
    return context.kept("markup/rebuilt", lambda: tuple(islice(_rebuilt(context), _MOST)))


def cured(flag: Flag, context: Context) -> Flag:
    """The flag with the fix that rebuilds what it points at, where there is one: in the Chinese it speaks of, or at its place."""
    for one in rebuilt(context):
        spoken = flag.evidence is not None and _touches(
            flag.evidence.span, one.element.words, len(one.element.closing) + 300
        )
        if (spoken and one.element.value and _says(flag, one)) or _meets(flag, one):
            return replace(flag, fixes=(one.fix,), evidence=flag.evidence or Place(Side.SOURCE, one.element.words))
    return flag


def _meets(flag: Flag, one: Rebuilt) -> bool:
    """Whether a flag points at an end of the element, or at what goes with it."""
    return any(_touches(flag.place.span, place, 0) for place in one.places)


def _says(flag: Flag, one: Rebuilt) -> bool:
    return one.element.value[:57] in flag.message or one.element.value in flag.expected


def _touches(span: Span, other: Span, by: int) -> bool:
    return span.start <= other.end + by and other.start - by <= span.end


def _rebuilt(context: Context) -> Iterator[Rebuilt]:
    """What can be rebuilt, of at most 40 elements a paragraph; none in what is too long for a paragraph of news."""
    document = context.document
    if document.source is None:
        return
    for segment in document.segments:
        if (
            segment.source
            and 0 < len(segment.target.prose) < _LONGEST
            and len(segment.source.prose) < _LONGEST_CHINESE
            and (wanted := elements(document.source, segment.source))
        ):
            yield from _of_segment(segment, segment.source, wanted, context)


def _of_segment(segment: Segment, source: Text, wanted: Iterable[Element], context: Context) -> Iterator[Rebuilt]:
    target = context.document.target
    found = list(traced(segment, context))
    lost, broken = _unmatched(list(islice(wanted, _CROWD)), found[:_MOST])
    pairs = [(element, trace and _trimmed(trace, element, target.raw)) for element, trace in _assigned(lost, broken)]
    kept = [one for one in found if one not in broken] + [trace for _, trace in pairs if trace]
    place = Paragraph(segment, source, target, kept, context)
    for element, trace in pairs:
        made = place.fix(element, trace)
        if made:
            yield made


def _trimmed(trace: Trace, element: Element, raw: str) -> Trace:
    """A trace whose debris holds all that is left of the element's address, and no letter of a word that it is glued to."""
    if trace.opening is None or not element.value:
        return trace
    start, end = trace.opening
    for part in _tails(element.value):
        found = raw.find(part, start, end)
        if found > start and raw[start:found].isalpha():
            return trace._replace(opening=Span(found, end))
        before = raw[max(0, start - len(part) - 2) : start].rstrip(" \"“”'")
        if found < 0 and before.endswith(part):
            return trace._replace(opening=Span(max(0, start - len(part) - 2) + len(before) - len(part), end))
    return trace


def _tails(value: str) -> Iterator[str]:
    """An address without its first parts, as far as something telling is left; the longest first."""
    for n, char in enumerate(value):
        if char == "/" and len(value) - n > 4:
            yield value[n + 1 :]


def _unmatched(wanted: list[Element], found: list[Trace]) -> tuple[list[Element], list[Trace]]:
    """The elements that nothing sound renders, and the traces that are unsound."""
    sound = [one for one in found if one.sound]
    lost: list[Element] = []
    for element in wanted:
        twin = next((one for one in sound if one.family == element.family and _same(one.value, element.value)), None)
        if twin:
            sound.remove(twin)
        else:
            lost.append(element)
    for one in sound:
        rival = next((element for element in lost if element.family == one.family), None)
        if rival:
            lost.remove(rival)
    return lost, [one for one in found if not one.sound]


def _same(one: str, other: str) -> bool:
    return one.strip().lower() == other.strip().lower()


def _assigned(lost: list[Element], broken: list[Trace]) -> Iterator[tuple[Element, Trace | None]]:
    """Each lost element with the broken trace that most likely was it: by its address, else in order."""
    left = list(broken)
    told: dict[int, Trace] = {}
    for n, element in enumerate(lost):
        alike = next((one for one in left if element.value and _tail(element.value) in one.value), None)
        if alike:
            told[n] = alike
            left.remove(alike)
    for n, element in enumerate(lost):
        one = told.get(n) or next((one for one in left if one.family == element.family and _may_be(one, element)), None)
        if one in left and one:
            left.remove(one)
        yield element, one


def _may_be(trace: Trace, element: Element) -> bool:
    """Whether nothing in a trace speaks for another address: it has none, or one that begins or ends as the element's does."""
    said, value = _whole_address(trace.value), _whole_address(element.value)
    if not said or not value:
        return True
    return said[:_BEGINNING] == value[:_BEGINNING] or said[-_ENDING:] == value[-_ENDING:]


def _whole_address(text: str) -> str:
    found = _ADDRESS.search("".join(text.split()).replace("：", ":"))
    return found[0].lower() if found else ""


def _tail(value: str) -> str:
    return value.rstrip("/").rpartition("/")[2]
