"""Inline ignores at work: which findings they silence, and which of them silence nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from toolkit.core import Document, Finding, Ignore, Span
from toolkit.lint.selector import names


class Idle(NamedTuple):
    """An inline ignore, and those of its rules or families (`all`: every rule) of which it silences no finding."""

    ignore: Ignore
    selectors: tuple[str, ...]


class Ignoring:
    """The ignores of one document; one that names no reason has no effect.

    The scopes of two ignores are equal, or apart, or one of them is the whole file.
    """

    def __init__(self, document: Document) -> None:
        """Sort the ignores by their scopes."""
        self._ignores = document.target.ignores
        scopes: dict[Span, set[str]] = {}
        for ignore in self._ignores:
            if ignore.reason:
                scopes.setdefault(ignore.scope, set()).update(_selectors(ignore))
        self._whole = Span(0, len(document.target.raw))
        self._for_all = frozenset(scopes.pop(self._whole, ()))
        self._scopes = scopes
        self._starts = sorted(scopes)
        self._used: set[tuple[Span, str]] = set()

    def silences(self, finding: Finding) -> bool:
        """Whether a finding begins inside an ignore of its rule; which one is remembered."""
        start = finding.flag.place.span.start
        n = bisect_right(self._starts, start, key=lambda scope: scope.start) - 1
        found = [(self._whole, name) for name in self._for_all if names(name, finding.rule)]
        if n >= 0 and start < max(self._starts[n].end, self._starts[n].start + 1):
            scope = self._starts[n]
            found += [(scope, name) for name in self._scopes[scope] if names(name, finding.rule)]
        self._used.update(found)
        return bool(found)

    def idle(self, ran: Iterable[str], not_run: Iterable[str]) -> tuple[Idle, ...]:
        """The ignores that silenced nothing, once all findings were asked; those of rules that did not run are left out."""
        if not self._ignores:
            return ()
        heard, unheard = tuple(ran), tuple(not_run)
        told = {name: _all_ran(name, heard, unheard) for ignore in self._ignores for name in _selectors(ignore)}
        return tuple(
            Idle(ignore, idle)
            for ignore in self._ignores
            if ignore.reason
            if (idle := tuple(n for n in _selectors(ignore) if told[n] and (ignore.scope, n) not in self._used))
        )


def _selectors(ignore: Ignore) -> tuple[str, ...]:
    return ignore.rules or ("all",)


def _all_ran(selector: str, ran: tuple[str, ...], not_run: tuple[str, ...]) -> bool:
    return any(names(selector, rule) for rule in ran) and not any(names(selector, rule) for rule in not_run)
