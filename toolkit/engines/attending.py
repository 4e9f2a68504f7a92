"""Words that render words, read off the attention of a model that was trained to show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from toolkit.core import Span
from toolkit.engines.pieces import words
from toolkit.translation import Link

FAINT = 0.15
"""A smaller share of a word's attention tells nothing."""


def links(
    rows: Sequence[Sequence[float]], source: Sequence[Span], target: Sequence[Span], pieces: Sequence[str]
) -> Iterator[Link]:
    """The links of a pair: a row for each piece of the target, a column for each of the source, spans of both.

    The pieces of an English word look together: their rows are averaged. Columns of one span are looked at together.
    """
    columns: dict[Span, list[int]] = defaultdict(list)
    for column, span in enumerate(source):
        if span.start < span.end:
            columns[span].append(column)
    looks: dict[int, list[Sequence[float]]] = defaultdict(list)
    places: dict[int, list[Span]] = defaultdict(list)
    for word, row, span in zip(words(pieces), rows, target, strict=False):
        if span.start < span.end:
            looks[word].append(row)
            places[word].append(span)
    for word, group in looks.items():
        whole = Span(places[word][0].start, places[word][-1].end)
        totals = list(map(sum, zip(*group, strict=True)))
        for span, here in columns.items():
            total = sum(totals[column] for column in here)
            if total >= FAINT * len(group):
                yield Link(span, whole, min(1.0, total / len(group)))
