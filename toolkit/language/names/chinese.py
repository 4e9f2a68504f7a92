"""Persons whose names begin with a surname: Chinese, Korean, Vietnamese, Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.language.names.name import Name
from toolkit.language.names.view import Side, View, is_han
from toolkit.language.names.words import characters, expression, surnames, words
from toolkit.language.romanisations import japanese_surnames
from toolkit.language.surnames import COMPOUND

_ROW = pattern(r"(?<!\w)\w{2,4}(?:、\w{2,4})+(?!\w)")
_ITEM = pattern(r"\w+")
_BODIES = tuple("联会协委盟队")
_PLACED = tuple("河村镇乡县州市区湖江军家国路街寺庙")


def titled(view: View) -> Iterator[Name]:
    """Full names that a title, a verb of speech or a bracket tells, or their own characters."""
    last = 0
    for first in _first().finditer(view.prose):
        start = first.start()
        ends = tuple(_ends(view, start, _surname(view.prose, start))) if start >= last else ()
        if ends:
            in_row = last == start - 1 and view.prose[last] in " 、"
            left = Side.TITLE if in_row else view.left(start)
            _, end, how = max(_judge(view, start, end, left) for end in ends)
            if how:
                last = end
                yield Name(Span(start, end), "person", how)


def in_rows(view: View) -> Iterator[Name]:
    """Names in a row: 海清、马伊琍、秦海璐; two items that look like names vouch for each other."""
    for row in _ROW.finditer(view.prose):
        people = [Span(*item.span()) for item in _ITEM.finditer(view.prose, *row.span()) if _may_be(view, item[0])]
        if len(people) > 1:
            yield from (Name(span, "person", "surname") for span in people)


def addressed(view: View) -> Iterator[Name]:
    """Surnames alone before a form of address: 孙先生."""
    for found in expression("courtesy").finditer(view.prose):
        for size in (2, 1):
            start = found.start() - size
            surname = view.prose[start : found.start()] if start >= 0 else ""
            if surname in surnames() and view.left(start) >= Side.LINK and not view.cuts(found.start()):
                yield Name(Span(start, found.start()), "person", "title")
                break


@cache
def _first() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted({surname[0] for surname in surnames() | japanese_surnames()}))}]")


def _surname(prose: str, at: int) -> str:
    """The longest surname that begins at `at`, or an empty string."""
    for size in (3, 2):
        if (text := prose[at : at + size]) in japanese_surnames() or text in COMPOUND:
            return text
    return prose[at] if prose[at] in surnames() else ""


def _ends(view: View, start: int, surname: str) -> Iterator[int]:
    """Where a name with this surname may end."""
    prose, after = view.prose, start + len(surname)
    if not surname or view.place(start) or (prose[start : start + 2] in words("everyday") and not view.title(start)):
        return
    free = surname in japanese_surnames()
    for end in range(after + 1, after + (4 if free or prose.startswith("氏", after) else 3)):
        given = prose[after:end]
        if len(given) < end - after or not all(map(is_han, given)):
            break
        if free or characters("unnamed").isdisjoint(given):
            yield end
    if free and view.right(after) in (Side.SAYING, Side.TITLE):
        yield after


def _may_be(view: View, item: str) -> bool:
    """Whether a whole item of a row has the shape of a person's name."""
    size = 2 if item[:2] in surnames() else 1
    given = item[size:]
    shaped = item[:size] in surnames() and 0 < len(given) < 3 and characters("unnamed").isdisjoint(given)
    common = view.known(item) or not words("everyday", "place").isdisjoint((item, item[:2]))
    return shaped and not common and not item.endswith(_PLACED) and not (len(item) > 2 and view.known(given))


def _judge(view: View, start: int, end: int, left: Side) -> tuple[int, int, str]:
    """How good a name the range is, where it ends, and what tells it; an empty string where nothing does."""
    right = view.right(end)
    return 2 * min(right, Side.EDGE) - 3 * view.cuts(end), end, _told(view, Span(start, end), left, right)


def _told(view: View, span: Span, left: Side, right: Side) -> str:
    """What tells that the range is a name; an empty string where nothing does."""
    name = view.prose[span.start : span.end]
    doubtful, long = name[0] in words("doubtful"), len(name) > 2
    if not words("everyday").isdisjoint((name, name[:2])) or (doubtful and long and view.known(name[1:])):
        return ""
    common = view.known(name[:2])
    least = Side.EDGE if common and not long else Side.LINK if view.cuts(span.start) else Side.WORD
    if left is Side.TITLE and right >= least:
        return "title"
    if common or not left or name.endswith(_BODIES):
        return ""
    if right >= Side.SAYING:
        doubted = view.cuts(span.start) or (doubtful and not long)
        return "" if right is Side.SAYING and doubted else right.name.lower()
    return "surname" if right and not doubtful and _looks(view, span, name) else ""


def _looks(view: View, span: Span, name: str) -> bool:
    """Whether the characters alone are those of a personal name."""
    if len(name) < 3 or name.endswith(_PLACED) or not characters("given").issuperset(name[1:]):
        return False
    if characters("sounding").issuperset(view.prose[max(0, span.start - 1) : span.end]) and span.start:
        return False
    return not any(map(view.cuts, (span.start, span.start + 1, span.end)))
