"""A stretch of a file cut where marks begin and end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from toolkit.core import Span, Text
from toolkit.core.pattern import pattern

_END = pattern(r"\r\n|\r|\n")
_MOST = 24


class Mark(NamedTuple):
    """Words that the finding `key` points at (or, in the Chinese, rests on); `span` is a raw range of the file."""

    span: Span
    key: str
    rank: int = 0


class Piece(NamedTuple):
    """Words as they are shown, the keys of the marks over them (the gravest first, 24 at most), and which end here.

    `begins` are the keys whose first words these are.
    """

    text: str
    markup: bool = False
    keys: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class _Atom(NamedTuple):
    """A raw range that is shown as `text`; only where the two are equally long can it be cut."""

    span: Span
    text: str
    markup: bool = False


def pieces(raw: str, shown: Span, text: Text | None, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """What `raw` has at `shown`, in pieces: prose as a reader sees it, markup as it stands, each under its marks.

    An entity is one piece whole; a line end is a space; an empty mark is an empty piece. Without `text` all is markup.
    """
    here = sorted(mark for mark in marks if touches(mark.span, shown))
    edges = sorted({edge for mark in here for edge in mark.span})
    cut = [part for atom in _atoms(raw, shown, text) for part in _cut(atom, edges)]
    found = (
        Piece(_END.sub(" ", part.text), part.markup, keys) for part, keys in zip(cut, _keys(cut, here), strict=True)
    )
    return tuple(_edged(_merged(found)))


def touches(one: Span, other: Span) -> bool:
    """Whether the ranges share a code point, or one is empty and lies in the other or at its edge."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.overlaps(other)


def _atoms(raw: str, shown: Span, text: Text | None) -> Iterator[_Atom]:
    at = shown.start
    for span, words in _prose(text) if text else ():
        start, end = max(span.start, at), min(span.end, shown.end)
        if end <= start:
            continue
        if at < start:
            yield _Atom(Span(at, start), raw[at:start], markup=True)
        yield _Atom(Span(start, end), raw[start:end] if words is None or (start, end) != span else words)
        at = end
    if at < shown.end or shown.start == shown.end:
        yield _Atom(Span(at, shown.end), raw[at : shown.end], markup=True)


def _prose(text: Text) -> Iterator[tuple[Span, str | None]]:
    """The raw ranges of the prose, and what is read there where that is not what stands there."""
    ends = [*(run.at for run in text.runs[1:]), len(text.prose)]
    for run, end in zip(text.runs, ends, strict=bool(text.runs)):
        same = run.end - run.start == end - run.at
        yield Span(run.start, run.end), None if same else text.prose[run.at : end]


def _cut(atom: _Atom, edges: Sequence[int]) -> Iterator[_Atom]:
    """An atom between the edges of marks, with an empty stretch at each edge for marks that are points."""
    start, end = atom.span
    inside = edges[bisect_left(edges, start) : bisect_right(edges, end)]
    if len(atom.text) != end - start:
        inside = []
        yield _Atom(Span(start, start), "", atom.markup)
    at = start
    for edge in inside:
        yield _stretch(atom, at, edge)
        yield _stretch(atom, edge, edge)
        at = edge
    yield _stretch(atom, at, end)
    yield _Atom(Span(end, end), "", atom.markup)


def _stretch(atom: _Atom, start: int, end: int) -> _Atom:
    if (start, end) == atom.span:
        return atom
    return atom._replace(span=Span(start, end), text=atom.text[start - atom.span.start : end - atom.span.start])


def _keys(cut: Iterable[_Atom], marks: Sequence[Mark]) -> Iterator[tuple[str, ...]]:
    """The keys over each stretch in turn; both come sorted by where they begin."""
    active: list[Mark] = []
    n = 0
    for atom in cut:
        start, end = atom.span
        while n < len(marks) and marks[n].span.start <= end:
            active.append(marks[n])
            n += 1
        active = [mark for mark in active if mark.span.end >= start]
        over = sorted((-mark.rank, mark.span, mark.key) for mark in active if _covers(mark.span, atom.span))
        yield tuple(key for _, _, key in over[:_MOST])


def _covers(mark: Span, piece: Span) -> bool:
    if mark.start == mark.end:
        return mark == piece or piece.start < mark.start < piece.end
    return mark.start < piece.end and piece.start < mark.end


def _merged(found: Iterable[Piece]) -> list[Piece]:
    """The pieces that say or mark something; equals side by side are one."""
    merged: list[Piece] = []
    seen: set[str] = set()
    for piece in found:
        if not piece.text and seen.issuperset(piece.keys):
            continue
        seen.update(piece.keys)
        last = merged[-1] if merged else None
        if last and last.text and piece.text and last[1:3] == piece[1:3]:
            merged[-1] = last._replace(text=last.text + piece.text)
        else:
            merged.append(piece)
    return merged


def _edged(merged: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, told where each key begins and ends."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for n, piece in enumerate(merged):
        for key in piece.keys:
            first.setdefault(key, n)
            last[key] = n
    for n, piece in enumerate(merged):
        yield piece._replace(
            begins=tuple(key for key in piece.keys if first[key] == n),
            ends=tuple(key for key in piece.keys if last[key] == n),
        )
