"""Edits of a Word document's layout, carried over into the text of its runs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from toolkit.core import Edit, Fix, Span, apply
from toolkit.core.notation import XML
from toolkit.files.docx import Home, layout
from toolkit.files.errors import Unwritable
from toolkit.files.package import Package

_PRESERVE = ' xml:space="preserve"'


def edited_docx(data: bytes, path: str, edits: Iterable[Edit]) -> bytes:
    """The document with edits of its layout made: formatting stays, new text takes that of the first word it replaces.

    Without edits it is the same, byte by byte; else the parts that changed are, and no other. Raises Unreadable, and
    Unwritable for an edit that touches what is no text, such as a link's address, or that holds a line end.
    """
    package = Package(data, path)
    homes = layout(package).homes
    changes: dict[str, list[tuple[Home, Edit]]] = defaultdict(list)
    for edit in sorted(edits):
        for home, change in _changes(path, homes, edit):
            changes[home.part].append((home, change))
    return package.replaced({part: _rewritten(package.text(part), made) for part, made in changes.items()})


def _changes(path: str, homes: tuple[Home, ...], edit: Edit) -> Iterator[tuple[Home, Edit]]:
    """What an edit of the layout is in the XML; the first text that it touches takes in all that is inserted."""
    start, end = edit.span
    written = XML.written(edit.text)
    near = _near(homes, edit.span)
    touched = [home for home in near if home.layout.start < end and start < home.layout.end] or _beside(near, start)
    held = sum(min(home.layout.end, end) - max(home.layout.start, start) for home in touched)
    if written is None or "\n" in edit.text or not touched or held != end - start:
        raise Unwritable(path, None, f"has no text to change at character {start}; make that change in Word")
    taker = next((home for home in touched if home.text), touched[0])
    for home in touched:
        low, high = max(start, home.layout.start), min(end, home.layout.end)
        span = Span(home.at(low).start, home.at(high - 1).end) if high > low else _point(home, low)
        yield home, Edit(span, written if home is taker else "")


def _near(homes: tuple[Home, ...], span: Span) -> tuple[Home, ...]:
    """The homes that share a character with a range of the layout, or border on it."""
    low = bisect_left(homes, span.start, key=lambda home: home.layout.end)
    return homes[low : bisect_right(homes, span.end, key=lambda home: home.layout.start)]


def _beside(homes: tuple[Home, ...], at: int) -> list[Home]:
    """The text that an insertion joins: the one it stands before or in, else the one it stands behind."""
    found = [home for home in homes if home.text and home.layout.start <= at <= home.layout.end]
    return found[-1:]


def _point(home: Home, at: int) -> Span:
    start = home.at(at).start if at < home.layout.end else home.xml.end
    return Span(start, start)


def _rewritten(xml: str, changes: list[tuple[Home, Edit]]) -> str:
    edits: list[Edit] = []
    bare: dict[Span, list[Edit]] = defaultdict(list)
    for home, edit in changes:
        edits.append(edit if home.text or not edit.text else _wrapped(xml, edit))
        if home.bare:
            bare[home.bare].append(edit)
    edits += [
        Edit(Span(around.start - 1, around.start - 1), _PRESERVE)
        for around, made in bare.items()
        if _edged(xml, around, made)
    ]
    return apply(xml, [Fix((edit,)) for edit in sorted(edits)])


def _wrapped(xml: str, edit: Edit) -> Edit:
    """Text in place of a mark, which stands in a run but in no text."""
    prefix, colon, _ = xml[edit.span.start + 1 : edit.span.end].split(None, 1)[0].rstrip("/>").rpartition(":")
    tag = f"{prefix}{colon}t"
    return Edit(edit.span, f"<{tag}{_PRESERVE}>{edit.text}</{tag}>")


def _edged(xml: str, around: Span, edits: list[Edit]) -> bool:
    """Whether edits leave a space at the edge of a run's text that was not there."""
    before = xml[around.start : around.end]
    moved = [Edit(Span(edit.span.start - around.start, edit.span.end - around.start), edit.text) for edit in edits]
    after = apply(before, [Fix((edit,)) for edit in moved])
    return (after[:1] == " ") > (before[:1] == " ") or (after[-1:] == " ") > (before[-1:] == " ")
