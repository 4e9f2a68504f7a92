"""The termbase searched from the English side: all forms at once in a paragraph's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.glossary.index import UNIT
from toolkit.glossary.term import Term
from toolkit.glossary.words import Words, key

_BREAK = pattern(r"[,;:!?()\[\]\n\"“”]|\. ")


class Hit(NamedTuple):
    """An English form of a concept, and where it stands (code points of the prose)."""

    term: Term
    form: str
    span: Span


Form = tuple[Term, str]
Entries = dict[str, list[Form]]  # by all the words of the form


class EnglishIndex:
    """English forms of many concepts, each found as whole words in one pass, the longest that begins at a word.

    Forms are normalised when a text first has the word that they begin with: most never are.
    """

    def __init__(self, waiting: Mapping[str, str], terms: Sequence[Term]) -> None:
        """Take forms by their first word, as `Index` has them, and the concepts that their numbers mean.

        A concept's `case` says how its forms are compared.
        """
        self._entries: Entries = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._waiting = waiting
        self._terms = terms

    def find(self, words: Words) -> tuple[Hit, ...]:
        """Every form in the paragraph that is not inside a longer one; looked for once in the same `words`."""
        found = words.kept.get(id(self))
        if found is None:
            found = words.kept[id(self)] = tuple(self._find(words))
        return found

    def _find(self, words: Words) -> Iterator[Hit]:
        text = words.lower[1:-1].split(" ")
        done = 0
        for n, word in enumerate(text):
            lengths = self._lengths.get(word)
            if lengths is None and word in self._waiting:
                lengths = self._open(word)
            if lengths is None or n < done:
                continue
            for length in lengths:
                forms = self._entries.get(" ".join(text[n : n + length]))
                if forms and n + length <= len(text):
                    done = n + length
                    yield from _hits(forms, words, n, length)
                    break

    def _open(self, word: str) -> tuple[int, ...]:
        """Make the forms that begin with `word` ready, and say how many words they have, the longest first."""
        lengths: set[int] = set()
        numbers, forms = (self._waiting[word].split(UNIT)[part::2] for part in (0, 1))
        for n, form in zip(numbers, forms, strict=True):
            words = key(form, exact=False)[1:-1]
            self._entries.setdefault(words, []).append((self._terms[int(n)], form))
            lengths.add(words.count(" ") + 1)
        self._lengths[word] = tuple(sorted(lengths, reverse=True))
        return self._lengths[word]


def _hits(forms: Iterable[Form], words: Words, n: int, length: int) -> Iterator[Hit]:
    """The forms that begin at the word number `n`, as their case allows."""
    span = words.span(n, length)
    broken = _BREAK.search(words.prose, *span) if length > 1 else None
    for term, form in forms:
        if (term.case == "any" or words.has_at(n, form)) and not (broken and broken[0][0] not in form):
            yield Hit(term, form, span)
