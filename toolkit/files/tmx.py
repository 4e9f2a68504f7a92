"""Translation memories (TMX 1.4b) as documents: one segment a translation unit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from toolkit.core import Document, Side, Span
from toolkit.files.codes import written
from toolkit.files.errors import Unreadable
from toolkit.files.sides import side
from toolkit.files.text import read_text
from toolkit.files.units import Unit, Units, document
from toolkit.files.xmlscan import Element, scan


def load_tmx(path: Path) -> Document:
    """The units of a translation memory that have Chinese and English. Raises Unreadable."""
    raw = read_text(path)
    return document(raw, str(path), "tmx", read(raw, str(path)))


def read(raw: str, path: str) -> Units:
    """The units of a translation memory that have Chinese and English, in its order.

    The first variant of each language counts, codes of the tool that it comes from do not. Raises Unreadable.
    """
    found: list[Unit] = []
    roots: set[str] = set()

    def take(unit: Element, around: Sequence[Element]) -> None:
        roots.update(element.name for element in around[:1])
        one = _unit(unit)
        found.extend([one] if one else [])

    comments = scan(raw, path, ("tu",), take)
    if roots - {"tmx"} or (not roots and "<tmx" not in raw):
        raise Unreadable(path, 1, "is no translation memory: its root is not tmx; check what it is")
    return Units(found, comments)


def _unit(unit: Element) -> Unit | None:
    segments: dict[Side, Element] = {}
    for variant in unit.children("tuv"):
        which, words = side(variant.language()), variant.first("seg")
        if which and which not in segments and words is not None:
            segments[which] = words
    if len(segments) < 2:
        return None
    texts = {which: written(words, preserve=unit.preserves(otherwise=False)) for which, words in segments.items()}
    if None in texts.values():
        return None
    english = segments[Side.TARGET]
    notes = tuple(note.text() for note in unit.children("note"))
    gap, extent = Span(english.inner, english.close), Span(unit.start, unit.end)
    return Unit(unit.attributes.get("tuid", ""), texts[Side.SOURCE], texts[Side.TARGET], extent, gap, notes=notes)
