"""Check many articles: discover the pairs, check each, keep what could not be read apart."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.api.check import check_articles, check_pair
from toolkit.api.desk import Desk
from toolkit.core import Article
from toolkit.files.article import load
from toolkit.files.discover import Pair
from toolkit.files.errors import Unreadable
from toolkit.lint import Plan, Run


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of several articles: a run for each that could be read, one line for each that could not."""

    runs: tuple[Run, ...]
    problems: tuple[str, ...] = ()


def check_pairs(
    pairs: Iterable[Pair], desk: Desk, plan: Plan, date: datetime.date | None = None
) -> Iterator[Run | Unreadable]:
    """Judge one pair of files after the other; one that cannot be read comes as its problem."""
    for pair in pairs:
        try:
            yield check_pair(pair, desk, plan, date)
        except Unreadable as problem:
            yield problem


