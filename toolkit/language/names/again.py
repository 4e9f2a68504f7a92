"""Persons named again, in full or in part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.language.names.name import Name

_DOT = pattern("[·•‧・]")


def people(prose: str, found: Iterable[Name]) -> frozenset[str]:
    """The persons among `found`, as they may be named again: the whole name, and the last part of one that a dot joins.

    A tagger's names of two characters do not count: where it errs, the error would spread.
    """
    persons = (name for name in found if name.kind == "person")
    names = {
        prose[slice(*name.span)] for name in persons if name.how != "tagged" or name.span.end - name.span.start > 2
    }
    return frozenset(form for name in names for form in (name, _DOT.split(name)[-1]) if len(form) > 1)


def again(prose: str, forms: Iterable[str]) -> Iterator[Name]:
    """Every place where one of `forms` stands, the longest first."""
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        at = prose.find(form)
        while at >= 0:
            yield Name(Span(at, at + len(form)), "person", "again")
            at = prose.find(form, at + 1)
