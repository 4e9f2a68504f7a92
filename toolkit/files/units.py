"""The units of a bilingual file as one document: both articles are the same file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from toolkit.core import Article, Document, Ignore, Kind, Paragraph, Segment, Span, Text
from toolkit.files import kinds
from toolkit.files.errors import Unreadable
from toolkit.files.ignores import order
from toolkit.language.script import is_han, simplified

_LONGEST = 30_000


class Unit(NamedTuple):
    """A pair of texts in a file.

    `extent` is all of the unit and `gap` the place of its English, as raw ranges; `source` or `target` is None where there
    is nothing to read. `pending`: the file says that the English is still to come. `notes` are texts that may hold an order
    to ignore rules.
    """

    id: str
    source: Text | None
    target: Text | None
    extent: Span
    gap: Span
    pending: bool = False
    notes: tuple[str, ...] = ()
    kind: Kind = Kind.BODY


class Units(NamedTuple):
    """What a reader found: the units in the order of the file, and the spans of comments."""

    units: Sequence[Unit]
    comments: Sequence[Span] = ()


def document(raw: str, path: str, form: str, found: Units) -> Document:
    """The document of a bilingual file, script folded. A unit whose English is still to come is left out, and told.

    So is one of more than 30,000 code points. Raises Unreadable where the two languages have changed places.
    """
    units = [unit for unit in found.units if unit.source or unit.target]
    _oriented(path, units)
    kept = [unit for unit in units if not _left_out(unit)]
    paragraphs = kinds.told([Paragraph(unit.target or _nothing(unit), unit.kind) for unit in kept])
    english = tuple(one for one in paragraphs if one.text.prose)
    chinese = tuple(Paragraph(unit.source, unit.kind) for unit in kept if unit.source)
    date = kinds.dateline(list(english)) or kinds.dateline(list(chinese))
    target = Article(path, raw, english, form, date, tuple(_ignores(raw, found)))
    source = Article(path, raw, chinese, form, date)
    segments = tuple(_segments(kept, paragraphs))
    return Document(path, segments, target, source, date, tuple(_notices(path, units, kept)))


def _segments(units: Sequence[Unit], paragraphs: Sequence[Paragraph]) -> Iterator[Segment]:
    taken: set[str] = set()
    for n, (unit, paragraph) in enumerate(zip(units, paragraphs, strict=True)):
        name = unit.id if unit.id and unit.id not in taken else f"{unit.id}#{n}"
        taken.add(name)
        source = replace(unit.source, prose=simplified(unit.source.prose)) if unit.source else None
        yield Segment(name, source, paragraph.text, paragraph.kind)


def _nothing(unit: Unit) -> Text:
    return Text("", (), (unit.gap,))


def _left_out(unit: Unit) -> bool:
    same = unit.target is None or (unit.source is not None and unit.target.prose == unit.source.prose)
    return (unit.pending and same) or _long(unit)


def _long(unit: Unit) -> bool:
    return any(text and len(text.prose) > _LONGEST for text in (unit.source, unit.target))


def _notices(path: str, units: Sequence[Unit], kept: Sequence[Unit]) -> Iterator[str]:
    long = sum(map(_long, units))
    pending = len(units) - len(kept) - long
    if pending:
        yield f"{path}: {pending:,} of {len(units):,} units have no English yet; they were not checked"
    if long:
        yield f"{path}: {long:,} of {len(units):,} units are longer than {_LONGEST:,} characters; they were not checked"
    if not units:
        yield f"{path}: has no units with text; nothing to check"


def _oriented(path: str, units: Sequence[Unit]) -> None:
    """Refuse a file whose source is never Chinese while its target is."""
    sources = any(unit.source and is_han(unit.source.prose) for unit in units)
    targets = sum(1 for unit in units if unit.target and is_han(unit.target.prose))
    if not sources and targets * 2 > len(units):
        raise Unreadable(path, None, "has its Chinese on the side of the English; exchange source and target")


def _ignores(raw: str, found: Units) -> Iterator[Ignore]:
    """Orders in comments, which hold for the unit around or below, or for the file above the first; and in notes."""
    extents = [unit.extent for unit in found.units]
    for comment in found.comments:
        given = order(raw[comment.start : comment.end])
        below = bisect_right(extents, comment.start, key=lambda extent: extent.end)
        if given and below < len(extents):
            whole = comment.end <= extents[0].start
            yield Ignore(*_split(given, Span(0, len(raw)) if whole else extents[below]), comment)
    for unit in found.units:
        for note in unit.notes:
            given = order(f"<!--{note}-->")
            if given:
                yield Ignore(*_split(given, unit.extent), unit.extent)


def _split(given: tuple[tuple[str, ...], str], scope: Span) -> tuple[tuple[str, ...], Span, str]:
    rules, reason = given
    return rules, scope, reason
