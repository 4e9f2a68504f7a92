"""A concept of the termbase: the glossary's row as a noun."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

NAMES = frozenset({"person", "organisation", "place", "outlet"})
TYPES = NAMES | {"title", "product", "law", "event", "term"}
STATUSES = ("preferred", "admitted", "deprecated", "draft")


class Period(NamedTuple):
    """Days from `first` to `last`, both included; None is open."""

    first: datetime.date | None = None
    last: datetime.date | None = None

    def __contains__(self, day: object) -> bool:
        """Whether a date lies in the period."""
        if not isinstance(day, datetime.date):
            return False
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


ALWAYS = Period()


class Office(NamedTuple):
    """A title (its concept's id) that a person held, and when."""

    title: str
    period: Period


@dataclass(frozen=True, slots=True)
class Term:
    """One concept; the fields are the columns of the glossary (see docs/glossary.md)."""

    id: str
    type: str
    zh: str
    en: str
    zh_alt: tuple[str, ...] = ()
    en_alt: tuple[str, ...] = ()
    en_forbidden: tuple[str, ...] = ()
    first_mention: str = ""
    case: str = "any"
    when: tuple[str, ...] = ()
    not_when: tuple[str, ...] = ()
    country: str = ""
    office: tuple[Office, ...] = ()
    valid: Period = ALWAYS
    status: str = "preferred"
    domain: str = ""
    note: str = ""
    source: str = ""

    @property
    def sources(self) -> tuple[str, ...]:
        """Every Chinese form, the preferred one first."""
        return (self.zh, *self.zh_alt)

    @property
    def targets(self) -> tuple[str, ...]:
        """Every accepted English form, the preferred one first."""
        return (self.en, *self.en_alt)

    @property
    def is_name(self) -> bool:
        """Whether the concept is a proper name: a person, organisation, place or outlet."""
        return self.type in NAMES
