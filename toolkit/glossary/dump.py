"""Concepts to the text of a glossary table: the inverse of `table`."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable

from toolkit.glossary.table import COLUMNS
from toolkit.glossary.term import Office, Period, Term


def dump(terms: Iterable[Term]) -> str:
    """The CSV of concepts: header, one row a concept, sorted by id, cells quoted only where they must be, LF at line ends."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([*cells(term).values()] for term in sorted(terms, key=lambda term: term.id))
    return text.getvalue()


def cells(term: Term) -> dict[str, str]:
    """A concept's cells by column, in the order of the columns; `table.row` reads them back."""
    return {
        "id": term.id,
        "type": term.type,
        "zh": term.zh,
        "zh_alt": join(term.zh_alt),
        "en": term.en,
        "en_alt": join(term.en_alt),
        "en_forbidden": join(term.en_forbidden),
        "first_mention": term.first_mention,
        "case": term.case,
        "when": join(term.when),
        "not_when": join(term.not_when),
        "country": term.country,
        "office": join(map(_office, term.office)),
        "valid_from": _day(term.valid.first),
        "valid_to": _day(term.valid.last),
        "status": term.status,
        "domain": term.domain,
        "note": term.note,
        "source": term.source,
    }


def join(entries: Iterable[str]) -> str:
    r"""A list cell of its entries, separated by `|`; a bar in one becomes `\|`.

    >>> join(["SMIC", "A|B"])
    'SMIC|A\\|B'
    """
    return "|".join(entry.replace("|", "\\|") for entry in entries)


def _office(office: Office) -> str:
    period = f"@{_day(office.period.first)}..{_day(office.period.last)}"
    return office.title if office.period == Period() else office.title + period


def _day(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""
