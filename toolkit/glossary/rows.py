"""Concepts that are made of their rows when they are asked for: of a large termbase few ever are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import overload

from toolkit.glossary.index import UNIT, Forms
from toolkit.glossary.table import COLUMNS, concept, split
from toolkit.glossary.term import Term

_names = itemgetter(*map(COLUMNS.index, ("status", "zh", "zh_alt", "en", "en_alt", "en_forbidden")))


class Rows(Sequence[Term]):
    """Concepts behind their rows, which were found sound: a row is its cells in the order of COLUMNS, UNIT between."""

    def __init__(self, rows: Sequence[str]) -> None:
        """Take the rows."""
        self.rows = rows
        self._made: list[Term | None] = [None] * len(rows)

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Term: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Term]: ...
    def __getitem__(self, at: int | slice) -> Term | Sequence[Term]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        term = self._made[at]
        if term is None:
            term = self._made[at] = concept(self.rows[at].split(UNIT))
        return term

    def __iter__(self) -> Iterator[Term]:
        return map(self.__getitem__, range(len(self.rows)))


class ById(Mapping[str, Term]):
    """Concepts by id, made when they are asked for."""

    def __init__(self, terms: Sequence[Term], ids: Iterable[str]) -> None:
        """Take the concepts, and the id of each."""
        self._terms = terms
        self._ids = ids

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {name: n for n, name in enumerate(self._ids)}

    def __getitem__(self, name: str) -> Term:
        return self._terms[self._numbers[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def forms(rows: Iterable[Sequence[str]]) -> Iterator[Forms]:
    """How the concept of each row is called; a row is its cells in the order of COLUMNS."""
    for status, zh, zh_alt, en, en_alt, wrong in map(_names, rows):
        sources = () if status == "deprecated" else (zh.strip(), *split(zh_alt))
        yield Forms(sources, (en.strip(), *split(en_alt)), () if status == "draft" else split(wrong))


def called(term: Term) -> Forms:
    """How a concept is called: deprecated it has no Chinese form to be found by, as a draft it forbids nothing."""
    sources = () if term.status == "deprecated" else term.sources
    return Forms(sources, term.targets, () if term.status == "draft" else term.en_forbidden)


def ids(rows: Iterable[str]) -> Iterator[str]:
    """The id of each row, which is the Chinese form where the cell is empty."""
    for text in rows:
        name, _, rest = text.partition(UNIT)
        yield name or rest.split(UNIT, 2)[1]
