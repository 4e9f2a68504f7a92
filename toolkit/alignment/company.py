"""The company that a name keeps: the words around it, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.alignment.english import words
from toolkit.alignment.lexicon import Lexicon
from toolkit.core import Span

_NEIGHBOURS = 5
_REACH = 60
_LEAST = 0.1
_LOOSE = frozenset("的 了 和 与 在 是 等 这 那 其 对 为 将 从 向 到 于 以 由 上 中 下 个 名 位 年 月 日".split())


class Company:
    """One paragraph in both languages, by its words; `chinese` is Simplified."""

    def __init__(self, chinese: str, english: str, lexicon: Lexicon) -> None:
        """Read the words of both."""
        self._zh, self._lexicon = chinese, lexicon
        self._chinese = lexicon.words(chinese)
        self._places: dict[str, list[Span]] = {}
        for stem, place in words(english):
            self._places.setdefault(stem, []).append(place)

    def kept(self, name: Span, run: Span) -> float:
        """The share, 0 to 1, of the five words on either side of a Chinese name that are rendered within 60 code points of
        an English run; a word counts more the nearer it stands, in either language, and the surer its translation is.
        """
        told = most = 0.0
        for weight, translations in self._around(name):
            most += weight
            near = (self._nearness(stem, run) * min(1, 2 * p) for stem, p in translations.items())
            told += weight * max(near, default=0)
        return told / most if most > _LEAST else 0.0

    def _around(self, name: Span) -> Iterator[tuple[float, Mapping[str, float]]]:
        before = [word for word in self._chinese if word.end <= name.start][: -_NEIGHBOURS - 1 : -1]
        after = [word for word in self._chinese if word.start >= name.end][:_NEIGHBOURS]
        for side in (before, after):
            for n, word in enumerate(side):
                text = self._zh[word.start : word.end]
                translations = self._lexicon.translations(text)
                if translations and text not in _LOOSE:
                    yield min(1, 2 * max(translations.values())) / (1 + n), translations

    def _nearness(self, stem: str, run: Span) -> float:
        """1 for a word right beside the run, 0 for one that is 60 code points away or farther."""
        places = self._places.get(stem, ())
        away = min((max(run.start - place.end, place.start - run.end, 0) for place in places), default=_REACH)
        return max(0.0, 1 - away / _REACH)
