"""The termbase searched from the English side: all forms at once in a paragraph's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.core import Span
from toolkit.glossary.term import Term
from toolkit.glossary.words import Words, key

_BREAK = re.compile(r"[,;:!?()\[\]\n\"“”]|\. ")


class Hit(NamedTuple):
    """An English form of a concept, and where it stands (code points of the prose)."""

    term: Term
    form: str
    span: Span


Form = tuple[Term, str]
Entries = dict[str, list[Form]]  # by all the words of the form


class EnglishIndex:
    """English forms of many concepts, each found as whole words in one pass, the longest that begins at a word.

    Forms are normalised when a text first has a word that begins with the same two letters: most never are.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        """Take (concept, form) pairs; the concept's `case` says how the form is compared."""
        self._waiting: dict[str, list[Form]] = {}
        self._entries: Entries = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for form in forms:
            self._waiting.setdefault(_opening(form[1]), []).append(form)

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
            if lengths is None and word[:2] in self._waiting:
                self._open(word[:2])
                lengths = self._lengths.get(word)
            if lengths is None or n < done:
                continue
            for length in lengths:
                forms = self._entries.get(" ".join(text[n : n + length]))
                if forms and n + length <= len(text):
                    done = n + length
                    yield from _hits(forms, words, n, length)
                    break

    def _open(self, opening: str) -> None:
        lengths: dict[str, set[int]] = {}
        for term, form in self._waiting.pop(opening):
            words = key(form, exact=False)[1:-1].split(" ")
            self._entries.setdefault(" ".join(words), []).append((term, form))
            lengths.setdefault(words[0], set()).add(len(words))
        lengths.pop("", None)
        self._lengths |= {word: tuple(sorted(counts, reverse=True)) for word, counts in lengths.items()}


def _hits(forms: Iterable[Form], words: Words, n: int, length: int) -> Iterator[Hit]:
    """The forms that begin at the word number `n`, as their case allows."""
    span = words.span(n, length)
    broken = _BREAK.search(words.prose, *span) if length > 1 else None
    for term, form in forms:
        if (term.case == "any" or words.has_at(n, form)) and not (broken and broken[0][0] not in form):
            yield Hit(term, form, span)


def _opening(form: str) -> str:
    """The first two letters of the first word of a form, as `key` has them."""
    plain = form[:3].isascii() and form[:2].isalpha() and (form[2:3].isalpha() or form[2:3] == " ")
    if plain and form[:4].lower() not in ("dies", "lies", "pies", "ties"):
        return form[:2].lower()
    return key(form, exact=False)[1:3].rstrip()
