"""Organisations and outlets, by the noun that ends their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.language.names.name import Name
from toolkit.language.names.view import View
from toolkit.language.names.words import any_of, characters, expression, words

_LONGEST = 16
_WORK = pattern("《([^》\n]{1,12}(?:报|周刊|杂志|月刊|新闻|评论|学人|时代))》")
_AGENCY = pattern(
    r"(?<![\w·])据?((?!旅行)\w{2,3}[社网])"
    r"(?=报道|电|记者|消息|[称援引披]|客户端|评论|讯|[ 　\d，。）(（：:-]|$|\w{2,8}\d+月)"
)
_NOT_AFTER = "(?!长|们|化|性|式|员|人|党|校|节|史|大厦)"
_NUMBER = pattern(r"第[0-9零〇一二三四五六七八九十百]+\Z")
_STOP = pattern(r"(?:(?<!共)[的了从在向与和对被将把为是由据及等于而但也都就还已又该各某每这那其]|\d[年月日时分号])\Z")
_STOPS = frozenset("的了从向与和被把将及但也都已又该各某每这那")
_ADMIN = pattern("[省市县区州]$")


def bodies(view: View) -> Iterator[Name]:
    """Ministries and bureaus, firms, schools, parties, courts, clubs."""
    waiting: Span | None = None
    for found in _head().finditer(view.prose):
        start = _governed(view, found.start()) if found["ministry"] else _start(view, found.start())
        if not _whole(view, found, start) or view.prose[start : found.end()].endswith(tuple(words("plain"))):
            continue
        if waiting and view.prose[waiting.end : start] in ("", "附属"):
            start = min(waiting.start, start)
        elif waiting:
            yield Name(waiting, "organisation", "head")
        waiting = Span(start, found.end())
    if waiting:
        yield Name(waiting, "organisation", "head")


def outlets(view: View) -> Iterator[Name]:
    """Papers, stations, agencies, sites."""
    for found in _WORK.finditer(view.prose):
        yield Name(Span(*found.span(1)), "outlet", "head")
    for found in expression("outlet").finditer(view.prose):
        start = _start(view, found.start())
        if found.start() - start > 1 and not view.prose.startswith(("道", "告", "导"), found.end()):
            yield Name(Span(start, found.end()), "outlet", "head")
    for found in _AGENCY.finditer(view.prose):
        yield Name(Span(*found.span(1)), "outlet", "head")


@cache
def _head() -> re.Pattern[str]:
    body, trade = any_of(words("body")), any_of(words("trade"))
    return re.compile(
        f"(?P<ministry>{any_of(words('ministry'))}部(?!长|门|分|委|队|落|署)|国务院|国资委|发改委|卫健委)"
        f"|(?P<bureau>{any_of(words('bureau'))}(?:[局厅署]|委员会|委)(?!长|势|面|部|员))"
        f"|(?:{trade}|{body}){{0,3}}{body}{_NOT_AFTER}|(?P<trade>{trade}){_NOT_AFTER}"
    )


def _whole(view: View, found: re.Match[str], start: int) -> bool:
    """Whether the words before the head noun make a name with it."""
    before = view.prose[start : found.start()]
    if found["ministry"]:
        return True
    if found["bureau"]:
        return bool(before)
    if found["trade"]:
        return before in words("place") or (len(before) > 1 and characters("sounding").issuperset(before))
    return _proper(view, start, found.start()) and not (found[0] == "公司" and before in words("place"))


def _governed(view: View, head: int) -> int:
    """Where the name of a ministry begins: at the country or the region before it."""
    if view.prose[head - 1 : head] in tuple("省市县区州委"):
        return _start(view, head)
    while place := view.ends(head, "place"):
        head -= place
    return head - (view.prose[head - 1 : head] in tuple("中美俄英法德日韩印菲"))


def _start(view: View, head: int) -> int:
    """Where the name that a head noun ends begins: words leftwards, up to a verb, a title or a mark."""
    at = first = head
    while head - at < _LONGEST:
        place = view.ends(at, "place")
        size = place or _unit(view, at)
        if not size or view.title(at) or (not place and _stopped(view, at, size)):
            break
        at -= size
        first = at if place else first
    return first if first - at > 2 and first < head else at


def _stopped(view: View, at: int, size: int) -> bool:
    """Whether the word of `size` characters that ends at `at` is none of a name's."""
    return view.ends(at, "verb") >= size or bool(_STOP.search(view.prose, max(0, at - 2), at))


def _unit(view: View, at: int) -> int:
    """The length of the word that ends at `at`; 0 where there is none that a name may hold."""
    if numbered := _NUMBER.search(view.prose[max(0, at - 6) : at]):
        return len(numbered[0])
    for size in (4, 3, 2):
        word = view.prose[max(0, at - size) : at]
        if len(word) == size and word.isalpha() and view.known(word):
            return 0 if _STOPS.intersection(word) and "共和" not in word else size
    return int("\u4e00" <= view.prose[at - 1 : at] <= "\u9fff")


def _proper(view: View, start: int, end: int) -> bool:
    """Whether what stands before a common head noun is a name: a place, or characters that make no word."""
    text = view.prose[start:end]
    if len(text) < 2:
        return False
    if text.startswith(tuple(words("place"))) or _ADMIN.search(text[:4]):
        return True
    strange = 0
    while end > start:
        size = _unit(view, end)
        strange += size == 1
        end -= max(size, 1)
    return strange > 1
