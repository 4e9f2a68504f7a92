"""XLIFF 1.2 and 2.x: trans-units and units with their inline codes, notes and states.

Source: OASIS XLIFF 1.2 (2008); OASIS XLIFF 2.1 (2018).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.core import Kind, Span
from toolkit.files.codes import joined
from toolkit.files.errors import Unreadable
from toolkit.files.sides import expect
from toolkit.files.units import Unit, Units
from toolkit.files.xmlscan import Element, scan

_PENDING = frozenset(("new", "needs-translation", "initial"))
_KINDS = {
    **dict.fromkeys(("title", "heading", "x-h1", "x-h2", "x-h3", "x-title", "x-headline"), Kind.HEADLINE),
    **dict.fromkeys(("caption", "x-caption", "x-figcaption"), Kind.CAPTION),
    **dict.fromkeys(("cell", "x-td", "x-th"), Kind.TABLE_CELL),
    **dict.fromkeys(("listitem", "x-li"), Kind.LIST_ITEM),
}


def read(raw: str, path: str) -> Units:
    """The units of an XLIFF file, in its order; those that say they are not to be translated are none.

    Raises Unreadable for another kind of file and for other languages than Chinese into English.
    """
    found: list[Unit] = []
    reader = _Reader(raw, path, found)
    comments = scan(raw, path, ("trans-unit", "unit"), reader.take)
    if not reader.files and not _is_xliff(raw):
        raise Unreadable(path, 1, "is no XLIFF: it has no xliff element with units; check what it is")
    return Units(found, comments)


def _is_xliff(raw: str) -> bool:
    return "<xliff" in raw or ":xliff" in raw


class _Reader:
    """Takes units one by one; the languages of each file in the XLIFF are looked at once."""

    def __init__(self, raw: str, path: str, found: list[Unit]) -> None:
        self.raw, self.path, self.found = raw, path, found
        self.files: set[int] = set()

    def take(self, unit: Element, around: Sequence[Element]) -> None:
        """Read one unit."""
        self.languages(around)
        preserve = False
        for element in (*around, unit):
            preserve = element.preserves(preserve)
        if any(element.attributes.get("translate") == "no" for element in (*around, unit)):
            return
        if unit.name == "unit":
            self.found += _second(unit, preserve=preserve)
        else:
            self.found += _first(unit, preserve=preserve)

    def languages(self, around: Sequence[Element]) -> None:
        """See that the unit goes from Chinese into English."""
        holder = next((one for one in reversed(around) if one.name in {"file", "xliff"} and any(_languages(one))), None)
        if holder is None or holder.start in self.files:
            return
        self.files.add(holder.start)
        expect(self.path, self.raw, holder.start, _languages(holder))


def _languages(element: Element) -> tuple[str, str]:
    given = element.attributes
    source = given.get("source-language") or given.get("srcLang") or ""
    target = given.get("target-language") or given.get("trgLang") or ""
    return source, target


def _first(unit: Element, *, preserve: bool) -> Iterator[Unit]:
    """A trans-unit of XLIFF 1.2; what alternatives (alt-trans) say is no part of it."""
    source, target = unit.first("source"), unit.first("target")
    if source is not None:
        state = target.attributes.get("state", "") if target is not None else "new"
        empty = target is None or not target.text().strip()
        yield Unit(
            unit.attributes.get("id", ""),
            joined((source,), preserve=preserve),
            joined((target,), preserve=preserve) if target is not None else None,
            Span(unit.start, unit.end),
            _gap(target if target is not None else source),
            state in _PENDING or (empty and not state),
            _notes(unit),
            _KINDS.get(unit.attributes.get("restype", ""), Kind.BODY),
        )


def _second(unit: Element, *, preserve: bool) -> Iterator[Unit]:
    """A unit of XLIFF 2: one paragraph, or its segments one by one where some have no English or stand in another order."""
    pieces = [one for one in unit.parts if isinstance(one, Element) and one.name in {"segment", "ignorable"}]
    segments = [piece for piece in pieces if piece.name == "segment"]
    whole = len(segments) > 1 and all(piece.first("target") is not None for piece in segments)
    moved = any(target.attributes.get("order") for piece in pieces for target in piece.children("target"))
    groups = [pieces] if whole and not moved else [[piece] for piece in segments]
    notes = tuple(note for holder in unit.children("notes") for note in _notes(holder))
    kind = _KINDS.get(unit.attributes.get("type", "").rpartition(":")[2], Kind.BODY)
    for n, group in enumerate(groups):
        sources = [one for piece in group for one in piece.children("source")]
        targets = [one for piece in group for one in piece.children("target")]
        name = unit.attributes.get("id", "")
        states = {piece.attributes.get("state", "initial") for piece in group if piece.name == "segment"}
        yield Unit(
            name if len(groups) == 1 else f"{name}/{group[0].attributes.get('id') or n + 1}",
            joined(sources, preserve=preserve),
            joined(targets, preserve=preserve),
            Span(unit.start, unit.end),
            _gap((targets or sources or group)[0]),
            bool(states & _PENDING),
            notes,
            kind,
        )


def _gap(element: Element) -> Span:
    """Where English belongs that is not there: the tag of its target, or the words of the source without one."""
    return Span(element.start, element.inner) if element.name == "target" else Span(element.inner, element.close)


def _notes(holder: Element) -> tuple[str, ...]:
    return tuple(note.text() for note in holder.children("note"))
