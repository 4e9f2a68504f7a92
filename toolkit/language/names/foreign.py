"""Names written by sound, whole (弗朗西斯·塞姆温扎) or in part (杜达)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.language.names.name import Name
from toolkit.language.names.view import Side, View
from toolkit.language.names.words import characters, surnames, words
from toolkit.language.sounds import table

_DOTTED = pattern(r"(?:(?![和与及或以])\w){1,9}(?:[·•‧・](?:(?![和与及或以])\w){1,9})+")
_DOT = pattern("[·•‧・]")
_ACRONYM = pattern(r"\s?[（(]\s?[A-Z]{2,}[,，）)]")
_HEADS = tuple("桥州市省县镇岛群半海河江湖山港湾区队军党语族国大医机街")
_LONGEST = 12


def dotted(view: View) -> Iterator[Name]:
    """Names whose parts a dot joins; a head noun right behind makes them an organisation's."""
    for found in _DOTTED.finditer(view.prose) if _DOT.search(view.prose) else ():
        dots = [dot.start() for dot in _DOT.finditer(view.prose, *found.span())]
        start, end = _back(view, dots[0], found.start()), _forth(view, dots[-1] + 1, found.end())
        work = view.prose[start - 1 : start] == "《" or view.prose[end : end + 1] == "》"
        if start == dots[0] or end == dots[-1] + 1 or work:
            continue
        body = view.begins(end, "body", "trade")
        if body or not view.prose.startswith(_HEADS, end):
            yield Name(Span(start, end + body), "organisation" if body else "person", "dotted")


def heard(view: View) -> Iterator[Name]:
    """Runs of transcription characters beside a title, a verb of speech or their Latin form."""
    for found in _run().finditer(view.prose):
        span = _trimmed(view, Span(*found.span()))
        how = _told(view, span) if span.end - span.start > 1 else ""
        if how:
            yield Name(span, _kind(view, span) if how == "bracket" else "person", how)


def _back(view: View, dot: int, least: int) -> int:
    """Where the part before the first dot begins."""
    start = dot
    while start > least and view.prose[start - 1] in _sounds() and not (start < dot and view.title(start)):
        start -= 1
    return start


def _forth(view: View, start: int, most: int) -> int:
    """Where the part after the last dot ends."""
    end = start
    while end < most and view.prose[end] in _every() and not (end > start + 1 and _over(view, end)):
        end += 1
    return end


def _over(view: View, end: int) -> bool:
    """Whether a name is over at `end`: a word follows that no name would hold."""
    right = view.right(end)
    strange = view.prose[end] not in _sounds()
    return right >= Side.LINK or view.begins(end, "body") > 0 or (right is Side.WORD and strange)


@cache
def _sounds() -> frozenset[str]:
    """The characters of a run: some everyday ones besides those that news writes foreign names with."""
    return characters("sounding") | frozenset("南东海夫平安文夏法地切治歇大")


@cache
def _every() -> frozenset[str]:
    return _sounds() | table().keys()


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(_sounds()))}]{{2,{_LONGEST}}}")


def _trimmed(view: View, span: Span) -> Span:
    """The run without a place or a title at its front, up to where a name may end."""
    start = span.start
    while start < span.end and (known := view.place(start) or start + view.begins(start, "verb")) > start:
        start = known
    while start < span.end and view.cuts(start):
        start += 1
    start = next((at for at in range(span.end - 2, start, -1) if view.title(at)), start)
    ends = range(span.end, max(start + 1, span.end - 3), -1)
    return Span(start, max(ends, key=lambda end: _fit(view, start, end, span.end), default=start))


def _fit(view: View, start: int, end: int, most: int) -> int:
    """How well a run ends at `end`; it gives up its last characters only for a better edge."""
    known = end - start > 2 and view.known(view.prose[start:end])
    return 2 * (min(view.right(end), Side.LINK) - view.cuts(end) + known) - (most - end)


def _told(view: View, span: Span) -> str:
    """What tells that the run is a name; an empty string where nothing does."""
    left, right = view.left(span.start), view.right(span.end)
    name = view.prose[span.start : span.end]
    if (len(name) < 3 and view.known(name)) or name in words("everyday"):
        return ""
    if right is Side.BRACKET or (left is Side.TITLE and right):
        return "title" if left is Side.TITLE else "bracket"
    pure = characters("sounding").issuperset(name) and not view.prose.startswith(_HEADS, span.end)
    return _beside(view, span, left, right) if pure and left else ""


def _beside(view: View, span: Span, left: Side, right: Side) -> str:
    """What to its right tells a name that has no title before it."""
    if right is Side.TITLE:
        return "" if _held(view, span.end + view.begins(span.end, "office", "courtesy")) else "title"
    if right is Side.SAYING:
        return "saying"
    acts = right is Side.LINK or view.prose[span.end : span.end + 1].isdigit()
    return "surname" if span.end - span.start > 3 and left >= Side.LINK and acts and not _there(view, span) else ""


def _kind(view: View, span: Span) -> str:
    """What a name with its Latin form is: an acronym is a body's."""
    if _ACRONYM.match(view.prose, span.end):
        return "organisation"
    return "place" if _there(view, span) else "person"


def _there(view: View, span: Span) -> bool:
    """Whether the word before says that a place follows."""
    return view.prose[span.start - 1 : span.start] in tuple("在于到往从至")


def _held(view: View, after: int) -> bool:
    """Whether a title's holder follows it: then a place or a firm stands before it, not a person."""
    named = view.prose[after : after + 1] in surnames() and view.prose[after : after + 2] not in words("everyday")
    held = named or view.right(after) is Side.NOTHING or _run().match(view.prose, after)
    return bool(held) and not view.begins(after, "place")
