"""English prose as words that compare: plural, possessive, hyphen, accents and dots of abbreviations aside."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from toolkit.core import Span
from toolkit.core.pattern import pattern

_WORD = pattern(r"[^\W_]+(?:(?:['’&]|\.(?![A-Z][a-z]))[^\W_]+)*")
"""A stop joins an abbreviation or an address, and not two sentences whose space is missing."""
_ES = ("sses", "shes", "ches", "xes", "zes")
_KEPT = ("ss", "us", "is", "news", "series")


@lru_cache(maxsize=65536)
def base(word: str) -> str:
    """A word without possessive, plural, dots and accents; case is kept.

    >>> [base(word) for word in ("GPUs", "ICs", "U.S", "companies", "Nvidia's", "sanctions", "Lê", "BRUSSELS")]
    ['GPU', 'IC', 'US', 'company', 'Nvidia', 'sanction', 'Le', 'BRUSSEL']
    """
    if not word.isascii():
        word = _ascii(word.replace("’", "'"))
    word = word.replace(".", "")
    if word.endswith(("'s", "'S")):
        word = word[:-2]
    if word.endswith("s") and len(word) > 2 and word[:-1].isupper():
        return word[:-1]
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(_ES):
        return word[:-2]
    if len(word) > 3 and word.endswith(("s", "S")) and not word.lower().endswith(_KEPT):
        return word[:-1]
    return word


def _ascii(word: str) -> str:
    marks = unicodedata.normalize("NFKD", word.replace("Đ", "D").replace("đ", "d").replace("ø", "o").replace("ł", "l"))
    return "".join(char for char in marks if not unicodedata.combining(char))


@lru_cache(maxsize=32768)
def key(form: str, exact: bool) -> str:  # noqa: FBT001 - the termbase's `case` column has these two values
    """What a form is looked up by: its words, a space before, between and after; lower case unless `exact`."""
    joined = " ".join(base(match[0]) for match in _WORD.finditer(form))
    return f" {joined if exact else joined.lower()} "


class Words:
    """The words of one English paragraph, normalised once and searched many times; spans are code points of its prose."""

    __slots__ = ("_bases", "_spans", "exact", "kept", "lower", "prose")

    def __init__(self, prose: str) -> None:
        """Read `prose` into words."""
        self.prose = prose
        self._bases = [base(word) for word in _WORD.findall(prose)]
        self._spans: list[Span] | None = None
        self.exact = f" {' '.join(self._bases)} "
        self.lower = self.exact.lower()
        self.kept: dict[int, Any] = {}

    @property
    def spans(self) -> list[Span]:
        """Where each word stands."""
        if self._spans is None:
            self._spans = [Span(*match.span()) for match in _WORD.finditer(self.prose)]
        return self._spans

    def has(self, form: str, *, exact: bool = False) -> bool:
        """Whether the form stands here as whole words."""
        return key(form, exact) in (self.exact if exact else self.lower)

    def find(self, form: str, *, exact: bool = False) -> Iterator[Span]:
        """Where the form stands, from its first word's first character to its last word's last."""
        wanted, text = key(form, exact), self.exact if exact else self.lower
        if len(wanted) < 3:
            return
        at = text.find(wanted)
        while at >= 0:
            yield self.span(text.count(" ", 0, at), wanted.count(" ") - 1)
            at = text.find(wanted, at + 1)

    def has_at(self, n: int, form: str) -> bool:
        """Whether the form stands in its own case from the word number `n` (from 0) on."""
        wanted = key(form, exact=True)[1:-1]
        return " ".join(self._bases[n : n + wanted.count(" ") + 1]) == wanted

    def span(self, n: int, count: int) -> Span:
        """The prose behind `count` words from the word number `n` (from 0) on; possessives left out."""
        start, end = self.spans[n].start, self.spans[n + count - 1].end
        return Span(start, end - 2 if end - start > 2 and self.prose[end - 2 : end] in ("'s", "’s") else end)
