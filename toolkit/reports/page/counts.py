"""Findings counted, and the shapes that the charts draw of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from toolkit.core import Finding, Severity
from toolkit.reports.page.rows import Row

NAMES = ("error", "warning", "note")


class Counts(NamedTuple):
    """How many errors, warnings and notes."""

    error: int = 0
    warning: int = 0
    note: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)

    @property
    def words(self) -> str:
        """Them in words, the gravest first.

        >>> Counts(1, 0, 1200).words, Counts().words
        ('1 error, 1,200 notes', 'no findings')
        """
        told = (f"{n:,} {name}{'' if n == 1 else 's'}" for n, name in zip(self, NAMES, strict=True) if n)
        return ", ".join(told) or "no findings"


class Share(NamedTuple):
    """A stretch of a bar: the severity it stands for, where it starts and how long it is (the whole bar is 100)."""

    severity: str
    start: float
    length: float


class Tick(NamedTuple):
    """A column of the strip: the worst severity of a paragraph, and its height (the strip is 10 high)."""

    at: int
    severity: str
    height: float


def counts(findings: Iterable[Finding]) -> Counts:
    """The findings by severity."""
    every = [finding.severity for finding in findings]
    return Counts(*(every.count(severity) for severity in sorted(Severity, reverse=True)))


def shares(counted: Counts, most: int) -> Iterator[Share]:
    """The stretches of a bar that is as long as `most` findings.

    >>> [*shares(Counts(1, 0, 1), 4)]
    [Share(severity='error', start=0.0, length=25.0), Share(severity='note', start=25.0, length=25.0)]
    """
    at = 0.0
    for severity, n in zip(NAMES, counted, strict=True):
        length = 100 * n / max(1, most)
        if n:
            yield Share(severity, round(at, 2), round(length, 2))
        at += length


def strip(rows: Sequence[Row]) -> tuple[Tick, ...]:
    """Where along the article its findings lie, a column a row: three findings or more fill it."""
    return tuple(
        Tick(
            n,
            min((card.told["severity"] for card in row.cards), key=NAMES.index),
            round(min(10.0, 4 + 2 * len(row.cards)), 1),
        )
        for n, row in enumerate(rows)
        if row.cards
    )
