"""The termbase searched from the English side: all forms at once in a paragraph's words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.core import Span
from toolkit.glossary.term import Term
from toolkit.glossary.words import Words, base, key

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

    Forms are normalised when a text first has the word that they begin with: most never are.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        """Take (concept, form) pairs; the concept's `case` says how the form is compared."""
        waiting: defaultdict[str, list[Form]] = defaultdict(list)
        self._entries: Entries = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        first: dict[str, str] = {}
        for form in forms:
            token = form[1].partition(" ")[0]
            word = first.get(token)
            if word is None:
                plain = token.isascii() and token.isalpha()
                word = base(token).lower() if plain else key(token, exact=False).split(" ", 2)[1]
                first[token] = word
            waiting[word].append(form)
        waiting.pop("", None)
        self._waiting = dict(waiting)

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
        for term, form in self._waiting.pop(word):
            words = key(form, exact=False)[1:-1]
            self._entries.setdefault(words, []).append((term, form))
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
