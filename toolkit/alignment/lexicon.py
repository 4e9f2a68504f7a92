"""The learned lexicon: which English stems render a Chinese word, and how probably."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from toolkit.alignment.english import stem
from toolkit.core import Span

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_STEM = re.compile(r"[^\s:]+(?=:)")
_NONE: Mapping[str, float] = MappingProxyType({})


class Lexicon:
    """Chinese words (Simplified) with the English stems that translate them; opened letter by letter as it is used.

    The vocabulary also cuts Chinese into words: longest match from the left, a character alone where no word begins.
    """

    __slots__ = ("_closed", "_english", "_open", "_read")

    def __init__(self, groups: dict[str, str]) -> None:
        self._closed = groups
        self._open: dict[str, tuple[tuple[int, ...], dict[str, str]]] = {}
        self._read: dict[str, Mapping[str, float]] = {}
        self._english: frozenset[str] | None = None

    @classmethod
    def parse(cls, text: str) -> Lexicon:
        """The lexicon in a file's text: a paragraph for each first character, a line `word TAB stem:percent …` each.

        >>> Lexicon.parse("出口\\texport:71 outlet:9").translations("出口")
        mappingproxy({'export': 0.71, 'outlet': 0.09})
        """
        return cls({group[0]: group for group in text.split("\n\n") if group})

    def __bool__(self) -> bool:
        """Whether it knows a word at all."""
        return bool(self._closed or self._open)

    def translations(self, word: str) -> Mapping[str, float]:
        """English stems and the probability of each given the Chinese word; empty for a word that was never learned."""
        found = self._read.get(word)
        if found is None:
            found = self._read[word] = self._decode(word)
        return found

    def words(self, chinese: str) -> list[Span]:
        """The words of Chinese prose in order (code points); what is not Han is left out.

        >>> lexicon = Lexicon.parse("出\\tout:9\\n出口\\texport:71\\n\\n管\\n管制\\tcontrol:80")
        >>> lexicon.words("出口管制。")
        [Span(start=0, end=2), Span(start=2, end=4)]
        """
        found: list[Span] = []
        for run in _HAN.finditer(chinese):
            at, text = run.start(), run[0]
            for word in self._cut(text):
                found.append(Span(at, at + len(word)))
                at += len(word)
        return found

    def cut(self, chinese: str) -> list[str]:
        """The words that `words` finds, as text."""
        return [word for run in _HAN.findall(chinese) for word in self._cut(run)]

    def knows(self, english: str) -> bool:
        """Whether an English word was ever seen as a translation: it is no rare name and no misspelling then."""
        if self._english is None:
            self._english = frozenset(_STEM.findall("\n".join(self._closed.values())))
        return stem(english) in self._english

    def _cut(self, run: str) -> list[str]:
        found, at, size, opened = [], 0, len(run), self._open
        while at < size:
            lengths, group = opened.get(run[at]) or self._opened(run[at])
            for length in lengths:
                if run[at : at + length] in group:
                    break
            else:
                length = 1
            found.append(run[at : at + length])
            at += length
        return found

    def _opened(self, first: str) -> tuple[tuple[int, ...], dict[str, str]]:
        lines = self._closed.get(first, "").split("\n")
        group = {word: values for word, _, values in (line.partition("\t") for line in lines) if values}
        lengths = tuple(sorted({len(word) for word in group if len(word) > 1}, reverse=True))
        self._open[first] = lengths, group
        return lengths, group

    def _decode(self, word: str) -> Mapping[str, float]:
        if not word:
            return _NONE
        values = (self._open.get(word[0]) or self._opened(word[0]))[1].get(word)
        if values is None:
            return _NONE
        cells = (value.rpartition(":") for value in values.split())
        return MappingProxyType({english: int(percent) / 100 for english, _, percent in cells})
