"""The termbase searched from the English side: all forms at once in a paragraph's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from toolkit.core import Span
from toolkit.glossary.term import Term
from toolkit.glossary.words import Words, key

_BREAK = re.compile(r"[,;:!?()\[\]\n\"“”]|\. ")


class Hit(NamedTuple):
    """An English form of a concept, and where it stands (code points of the prose)."""

    term: Term
    form: str
    span: Span


class EnglishIndex:
    """English forms of many concepts, each found as whole words in one pass; longer forms come before shorter ones."""

    def __init__(self, forms: Iterable[tuple[Term, str]]) -> None:
        """Take (concept, form) pairs; the concept's `case` says how the form is compared."""
        self._entries: dict[str, list[tuple[Term, str]]] = {}
        for term, form in forms:
            self._entries.setdefault(key(form, exact=False)[:-1], []).append((term, form))
        self._entries.pop(" ", None)
        self._patterns = list(self._entries)
        self._automaton = self._build()

    def find(self, words: Words) -> Iterator[Hit]:
        """Every form in the paragraph that is not inside a longer one."""
        if self._automaton is None:
            return
        text = words.lower
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            pattern = self._patterns[index]
            if text[end] == " ":
                yield from self._hits(pattern, start, words)
            else:
                yield from self._shorter(pattern, start, words)

    def _hits(self, pattern: str, start: int, words: Words) -> Iterator[Hit]:
        span = words.span_at(start, pattern.count(" "))
        broken = _BREAK.search(words.prose, *span)
        for term, form in self._entries[pattern]:
            if (term.case == "any" or words.has_at(start, form)) and not (broken and broken[0][0] not in form):
                yield Hit(term, form, span)

    def _shorter(self, pattern: str, start: int, words: Words) -> Iterator[Hit]:
        """The longest form that ends before the broken last word of a hit."""
        while " " in pattern[1:]:
            pattern = pattern[: pattern.rindex(" ")]
            if pattern in self._entries:
                yield from self._hits(pattern, start, words)
                return

    def _build(self) -> Any:
        if not self._patterns:
            return None
        import ahocorasick_rs  # noqa: PLC0415 - an empty glossary needs no automaton

        return ahocorasick_rs.AhoCorasick(self._patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
