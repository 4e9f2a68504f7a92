"""The learned lexicon: which English stems render a Chinese word, and how probably."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from toolkit.alignment.english import stem
from toolkit.core import Span
from toolkit.core.pattern import pattern

_HAN = pattern("[\u3400-\u4dbf\u4e00-\u9fff]+")
_NONE: Mapping[str, float] = MappingProxyType({})
_CODE = 4
_STEPS = 20
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def compose(entries: Mapping[str, Mapping[str, float]]) -> str:
    """The text of a lexicon's file, made to be opened fast: it is not compressed, and nothing is read before it is asked for.

    A line of all English stems; then a paragraph for each first character, with a line for every word: the rest of the word,
    TAB, four characters (digits of base 36) for each translation: three number the stem, one is its probability in 20ths.
    """
    stems = sorted({stem for translations in entries.values() for stem in translations})
    codes = {stem: _base36(n) for n, stem in enumerate(stems)}
    groups: dict[str, list[str]] = {}
    for word, translations in sorted(entries.items()):
        values = "".join(codes[stem] + _DIGITS[round(p * _STEPS)] for stem, p in translations.items())
        groups.setdefault(word[0], []).append(f"{word[1:]}\t{values}")
    return "\n\n".join([" ".join(stems), *(first + "\n".join(lines) for first, lines in groups.items())])


class Lexicon:
    """Chinese words (Simplified) with the English stems that translate them; opened letter by letter as it is used.

    The vocabulary also cuts Chinese into words: longest match from the left, a character alone where no word begins.
    """

    __slots__ = ("_closed", "_english", "_heads", "_opened", "_read", "_stems", "_values")

    def __init__(self, stems: str, groups: dict[str, str]) -> None:
        """Take the two parts of a file's text; `parse` is the way in."""
        self._stems: str | list[str] = stems
        self._closed = groups
        self._english: frozenset[str] | None = None
        self._opened: set[str] = set()
        self._values: dict[str, str] = {}
        self._heads: dict[str, list[str]] = {}
        self._read: dict[str, Mapping[str, float]] = {}

    @classmethod
    def parse(cls, text: str) -> Lexicon:
        """The lexicon in a file's text, as `compose` writes it; an empty text is an empty lexicon.

        >>> Lexicon.parse(compose({"出口": {"export": 0.7, "outlet": 0.1}})).translations("出口")
        mappingproxy({'export': 0.7, 'outlet': 0.1})
        """
        stems, *groups = text.split("\n\n")
        return cls(stems, {group[0]: group for group in groups})

    def __bool__(self) -> bool:
        """Whether it knows a word at all."""
        return bool(self._closed)

    def translations(self, word: str) -> Mapping[str, float]:
        """English stems and the probability of each given the Chinese word; empty for a word that was never learned."""
        found = self._read.get(word)
        if found is None:
            found = self._read[word] = self._decode(word)
        return found

    def words(self, chinese: str) -> list[Span]:
        """The words of Chinese prose in order (code points); what is not Han is left out.

        >>> lexicon = Lexicon.parse(compose({"出口": {"export": 0.7}, "管制": {"control": 0.8}}))
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
            stems = self._stems.split() if isinstance(self._stems, str) else self._stems
            self._english = frozenset(stems)
        return stem(english) in self._english

    def _cut(self, run: str) -> list[str]:
        found, at, size, heads, opened = [], 0, len(run), self._heads, self._opened
        while at < size:
            if run[at] not in opened:
                self._open(run[at])
            for word in heads.get(run[at : at + 2], ()):
                if run.startswith(word, at):
                    break
            else:
                word = run[at]
            found.append(word)
            at += len(word)
        return found

    def _open(self, first: str) -> None:
        """Read the words that begin with a character."""
        self._opened.add(first)
        lines = self._closed.get(first, "")[1:].split("\n")
        words = {first + rest: values for rest, tab, values in (line.partition("\t") for line in lines) if tab}
        self._values.update(words)
        for word in sorted(words, key=len, reverse=True):
            if len(word) > 1:
                self._heads.setdefault(word[:2], []).append(word)

    def _decode(self, word: str) -> Mapping[str, float]:
        if word and word[0] not in self._opened:
            self._open(word[0])
        values = self._values.get(word)
        if values is None:
            return _NONE
        if isinstance(self._stems, str):
            self._stems = self._stems.split(" ")
        codes = (values[at : at + _CODE] for at in range(0, len(values), _CODE))
        return MappingProxyType({self._stems[int(code[:-1], 36)]: int(code[-1], 36) / _STEPS for code in codes})


def _base36(number: int) -> str:
    return "".join(_DIGITS[number // 36**place % 36] for place in (2, 1, 0))
