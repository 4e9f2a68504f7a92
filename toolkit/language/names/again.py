"""Persons named again in the paragraph that names them in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.language.names.name import Name

_DOT = pattern("[·•‧・]")


def again(prose: str, found: Iterable[Name]) -> Iterator[Name]:
    """The same name elsewhere, and the last part of one that a dot joins."""
    people = {prose[name.span.start : name.span.end] for name in found if name.kind == "person"}
    forms = {form for name in people for form in (name, _DOT.split(name)[-1]) if len(form) > 1}
    for form in forms:
        at = prose.find(form)
        while at >= 0:
            yield Name(Span(at, at + len(form)), "person", "again")
            at = prose.find(form, at + 1)
