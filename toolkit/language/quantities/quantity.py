"""The noun that Chinese and English figures share."""

from __future__ import annotations

from typing import NamedTuple

PERCENT, POINT, MULTIPLE, FRACTION, ORDINAL, PLAIN = "percent", "point", "multiple", "fraction", "ordinal", ""


class Quantity(NamedTuple):
    """A figure: `text[start:end]`, code points, with its scale and unit; `low` to `high` where it is a range or loose.

    `unit` is "percent", "point" (percentage point), "multiple" (倍, times, fold), "fraction", "ordinal", an ISO 4217
    currency code, a measure ("km", "kg", "nm", "year" …) or empty. `approx` says the text calls the figure approximate.
    `words` says it is written without Arabic digits.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str = PLAIN
    approx: bool = False
    words: bool = False
    text: str = ""

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands, in code points."""
        return self.start, self.end
