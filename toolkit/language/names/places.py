"""Places, by the noun that ends their names and by the words that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.language.names.name import Name
from toolkit.language.names.view import Side, View
from toolkit.language.names.words import any_of, characters, words

_NO_PLACE = pattern(
    "[全本该各某每外邻跨][省市县区州村镇乡岛]$|直辖市|[的和与及在个了们等到对将把为往从被由于是也都就该此每]"
    "|^[全本该各某每这两一二三四五六七八九十百多外邻跨城超股都门夜闹楼房上入立集几其]"
    "|[赛地社园播景灾小林牧辖疫战矿校厂特域城市郊展]区$"
)
_LEADS = pattern("(?:位于|前往|抵达|来自|首都|首府|飞往|离开|途经|出生于|出生在)")
_ADMIN = "省市县郡州岛"
_FARTHEST = 6


def headed(view: View) -> Iterator[Name]:
    """Provinces, cities, counties, islands, rivers, mountains; one after the other as in an address."""
    last = 0
    for found in _heads().finditer(view.prose):
        start = _begin(view, found.start(), last)
        if start is not None and _fits(view, start, found.start(), found.end()):
            last = found.end() if found[0] in words("admin") else 0
            yield Name(Span(start, found.end()), "place", "head")


def listed(view: View) -> Iterator[Name]:
    """Countries, regions and cities that every newsroom knows; not where two words meet across both their edges (其中国际)."""
    at = 0
    while at < len(view.prose):
        end = view.place(at)
        if end and not (view.cuts(at) and view.cuts(end)):
            yield Name(Span(at, end), "place", "listed")
        at = end or at + 1


def led_to(view: View) -> Iterator[Name]:
    """Names by sound after 位于, 前往, 首府 and the like."""
    for found in _LEADS.finditer(view.prose):
        run = _sounds().match(view.prose, found.end())
        if run and view.right(run.end()) not in (Side.SAYING, Side.TITLE):
            end = run.end() + (view.prose[run.end() : run.end() + 1] in tuple(_ADMIN))
            yield Name(Span(run.start(), end), "place", "head")


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(any_of(words("admin", "water")))


@cache
def _sounds() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(characters('sounding')))}]{{3,10}}")


def _begin(view: View, head: int, last: int) -> int | None:
    """Where the name before a head noun begins: at a place's own name, after the unit above it, or at an edge."""
    if known := view.ends(head, "place"):
        return head - known
    start = head
    while start > last and view.prose[start - 1] in characters("sounding"):
        start -= 1
    if head - start > 1 and view.left(start):
        return start
    if last and 0 < head - last <= _FARTHEST and not _NO_PLACE.search(view.prose[last:head]):
        return last
    return next((head - n for n in (2, 3, 1, 4) if head >= n and view.left(head - n) >= Side.LINK), None)


def _fits(view: View, start: int, head: int, end: int) -> bool:
    """Whether the words before a head noun make a place's name with it."""
    name, stem = view.prose[start:end], view.prose[start:head]
    alone = end - head == 1 and name[-1] in words("water")
    if stem in words("place"):
        return not view.cuts(end) and (view.right(end) >= Side.LINK if alone else name[-1] not in "区" + stem[-1])
    if not _possible(view, start, name, stem):
        return False
    if not alone and len(stem) > 1 and name[-1] in _ADMIN and characters("sounding").issuperset(stem):
        return True
    if alone or len(stem) == 1:
        inside = any(map(view.cuts, range(start + 1, head + 1)))
        edges = view.left(start) >= Side.LINK and view.right(end) in (Side.LINK, Side.EDGE)
        return edges and not inside and (len(stem) > 1 or name[-1] == "县")
    followed = end - head > 1 or view.right(end) or _heads().search(view.prose, end + 1, end + _FARTHEST)
    plain = view.known(stem) or (len(stem) > 3 and view.known(stem[:2]) and view.known(stem[2:]))
    return bool(followed) and not plain and not view.cuts(head)


def _possible(view: View, start: int, name: str, stem: str) -> bool:
    """Whether nothing in a name or at its edges speaks against it."""
    end = start + len(name)
    verb = not words("verb").isdisjoint((stem, stem[:2], stem[-2:]))
    doubled = stem[-1:] == name[-1] or view.ends(end, "place") > 0
    return stem.isalpha() and not (
        stem.isascii() or verb or doubled or view.cuts(start) or view.cuts(end) or _NO_PLACE.search(name)
    )
