"""The noun that Chinese and English dates share, and the calendar's English names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Date(NamedTuple):
    """A date as far as the text gives it, at `text[start:end]` (code points); `weekday` counts from Monday, 0.

    `decade` says that `year` stands for ten years (the 1990s, 90年代).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    decade: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands, in code points."""
        return self.start, self.end

    def calendar(self, year: int | None = None) -> dt.date | None:
        """The day it names, with `year` where it gives none itself; None where it is no whole or no real date.

        >>> Date(0, 5, month=2, day=30).calendar(2023) is None
        True
        """
        year = self.year or year
        if not (year and self.month and self.day):
            return None
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None

    def merged(self, other: Date) -> Date:
        """One date out of two parts that stand side by side."""
        first, last = (self, other) if self.start <= other.start else (other, self)
        year, month, day = self.year or other.year, self.month or other.month, self.day or other.day
        return Date(
            first.start, last.end, year, month, day, self.weekday if self.weekday is not None else other.weekday
        )


def dated(dates: Iterable[Date]) -> int:
    """How many years, months, days and weekdays are given."""
    return sum(part is not None for date in dates for part in (date.year, date.month, date.day, date.weekday))


def ordinal(number: int) -> str:
    """A number with its ending, as in "the 22nd".

    >>> [ordinal(number) for number in (1, 12, 22, 103)]
    ['1st', '12th', '22nd', '103rd']
    """
    end = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{end}"
