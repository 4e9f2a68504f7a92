"""Footnote signs that HTML writes as text: `<sup><a href="#fn1">1</a></sup>` is a mark at a point, and no prose."""

from __future__ import annotations

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.translation.marks import OUTSIDE, Mark, Marked

_SIGN = pattern(r"[\[［(（〔]?(?:\d{1,3}|注\d{0,3}|[a-z*†‡§])[\]］)）〕]?")
_NOTE = pattern(r"<sup[\s>]|<a\s[^>]*href\s*=\s*[\"']?#")


def noted(text: Marked) -> Marked:
    """`text` with the signs of its footnotes taken out of the prose, each whole under one mark."""
    signs = [n for n in range(len(text.marks)) if _is_sign(text, n)]
    for number in reversed([n for n in signs if text.marks[n].inside not in signs]):
        text = _folded(text, number)
    return text


def _is_sign(text: Marked, number: int) -> bool:
    mark = text.marks[number]
    said = text.prose[mark.span.start : mark.span.end]
    return bool(_NOTE.match(mark.opening) and _SIGN.fullmatch(said) and said != text.prose)


def _folded(text: Marked, number: int) -> Marked:
    """`text` with a mark and all that stands inside it as one mark at a point."""
    within = [n for n in range(len(text.marks)) if number in _round(text, n)]
    span = text.marks[number].span
    places = {n: at for at, n in enumerate((number, *within))}
    marks = (
        mark._replace(span=Span(*(edge - span.start for edge in mark.span)), inside=places.get(mark.inside, OUTSIDE))
        for mark in (text.marks[n] for n in places)
    )
    return _without(text, number, within, Marked(text.prose[span.start : span.end], tuple(marks)).written(str))


def _round(text: Marked, number: int) -> list[int]:
    """The numbers of the marks round a mark."""
    found: list[int] = []
    while (number := text.marks[number].inside) != OUTSIDE:
        found.append(number)
    return found


def _without(text: Marked, number: int, within: list[int], raw: str) -> Marked:
    span = text.marks[number].span
    kept = [n for n in range(len(text.marks)) if n not in within]
    places = {OUTSIDE: OUTSIDE, **{n: at for at, n in enumerate(kept)}}
    marks = []
    for n in kept:
        mark = text.marks[n]
        if n == number:
            mark = Mark(raw, "", span)
        start, end = (edge - max(0, min(edge, span.end) - span.start) for edge in mark.span)
        marks.append(mark._replace(span=Span(start, end), inside=places[text.marks[n].inside]))
    return Marked(text.prose[: span.start] + text.prose[span.end :], tuple(marks))
