"""One concept added, changed or removed: what the termbase must not take is refused with its reasons."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from toolkit.core.pattern import pattern
from toolkit.glossary.changes import LISTS
from toolkit.glossary.sheet import Cells
from toolkit.glossary.table import COLUMNS, row
from toolkit.glossary.term import Term
from toolkit.glossary.words import key
from toolkit.language.script import folded

_OTHER = pattern("[^a-z0-9]+")

HOMES = {"person": "people", "organisation": "organisations", "outlet": "outlets", "place": "places", "title": "titles"}
"""The file of a folder that concepts of a type lie in; the other types lie in the file of their domain."""


class Refused(ValueError):  # noqa: N818 (what happened to the concept; it is no slip of the program)
    """A concept that the termbase must not take; `reasons` has one line for each."""

    def __init__(self, reasons: Iterable[str]) -> None:
        """Keep the reasons apart, and join them for a reader."""
        self.reasons = tuple(reasons)
        super().__init__("; ".join(self.reasons))


def slug(english: str) -> str:
    """The id that an English form suggests; empty where it holds no Latin letter or figure.

    >>> slug("Gerhard Schröder's Office")
    'gerhard-schroders-office'
    """
    plain = unicodedata.normalize("NFKD", english).encode("ascii", "ignore").decode().lower()
    return _OTHER.sub("-", plain.replace("'", "")).strip("-")


def edited(cells: Cells, values: Iterable[str]) -> dict[str, str]:
    """The cells with each `column=value` of `values` put in; `column+=entry` and `column-=entry` change a list.

    Raises Refused.
    """
    changed, reasons = dict(cells), []
    for value in values:
        name, equals, text = value.partition("=")
        column = name.rstrip("+-")
        if not equals or column not in COLUMNS:
            reasons.append(f"{value!r} is no column=value; the columns are {', '.join(COLUMNS)}")
        elif name == column:
            changed[column] = text
        elif column not in LISTS:
            reasons.append(f"{value!r}: {column} is no list; say {column}=value")
        else:
            entries = [entry for entry in changed.get(column, "").split("|") if entry and entry != text]
            changed[column] = "|".join([*entries, text] if name.endswith("+") else entries)
    if reasons:
        raise Refused(reasons)
    return changed


def accept(cells: Cells, others: Iterable[Term]) -> Term:
    """The concept of a row that is to be written beside `others`. Raises Refused with every reason against it."""
    try:
        term = row(cells)
    except ValueError as error:
        raise Refused([str(error)]) from error
    reasons = tuple(_against(term, [other for other in others if other.id != term.id]))
    if reasons:
        raise Refused(reasons)
    return term


def home(cells: Mapping[str, str]) -> str:
    """The name (without ending) of the file that a concept belongs in: of its type, or else of its domain."""
    return HOMES.get(cells.get("type", "") or "term") or cells.get("domain", "")


def _against(term: Term, others: list[Term]) -> Iterator[str]:
    accepted = {key(form, exact=True): form for form in term.targets}
    for form in term.en_forbidden:
        if key(form, exact=True) in accepted:
            yield f"en_forbidden: {form!r} is an accepted form of this very concept; take it out of one of the two"
    wrong = {key(form, exact=True) for form in term.en_forbidden}
    claimed = {folded(form) for form in term.sources}
    for other in others:
        yield from _clash(term, other, claimed, wrong)
        for form in other.en_forbidden:
            if key(form, exact=True) in accepted:
                yield f"en: {accepted[key(form, exact=True)]!r} is a forbidden form of {other.id}; change that one first"


def _clash(term: Term, other: Term, claimed: set[str], wrong: set[str]) -> Iterator[str]:
    both = [form for form in other.sources if folded(form) in claimed]
    if both and other.type == term.type and not all(one.when or one.not_when or one.country for one in (term, other)):
        yield f"zh: {both[0]} is {other.id} ({other.en}); tell the two apart by when, not_when or country, or edit that one"
    for form in other.targets if wrong else ():
        if key(form, exact=True) in wrong:
            yield f"en_forbidden: {form!r} is an accepted form of {other.id}"
