"""Paragraphs that pair at sight: the cheap road for articles that are one to one."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from toolkit.alignment.english import stems
from toolkit.alignment.lexicon import Lexicon
from toolkit.core import Paragraph

_LEAST = 0.25
_AHEAD = 0.1
_AWAY = 0.45


def clear_edges(source: Sequence[Paragraph], target: Sequence[Paragraph], lexicon: Lexicon) -> tuple[int, int]:
    """How many paragraphs from the start and from the end pair one to one beyond doubt, one at a damaged edge kept back.

    Beyond doubt: the lexicon finds a quarter of the Chinese words in the English, clearly more than in the neighbours of that
    English, and the lengths agree.
    """
    most = min(len(source), len(target))
    if not most:
        return 0, 0
    sight = _Sight(source, target, lexicon)
    head = 0
    while head < most and sight.clear(head, head):
        head += 1
    if head == len(source) == len(target):
        return head, 0
    tail = 0
    while tail < most - head and sight.clear(len(source) - tail - 1, len(target) - tail - 1):
        tail += 1
    return max(head - 1, 0), max(tail - 1, 0)


class _Sight:
    """Words of both sides, read when first asked for."""

    def __init__(self, source: Sequence[Paragraph], target: Sequence[Paragraph], lexicon: Lexicon) -> None:
        self.source = [paragraph.text.prose for paragraph in source]
        self.target = [paragraph.text.prose for paragraph in target]
        self.lexicon = lexicon
        self.ratio = log((sum(map(len, self.target)) + 3) / (sum(map(len, self.source)) + 1))
        self._stems: dict[int, frozenset[str]] = {}

    def clear(self, i: int, j: int) -> bool:
        away = log((len(self.target[j]) + 1) / (len(self.source[i]) + 1)) - self.ratio
        if abs(away) > _AWAY:
            return False
        translations = [
            found for word in self.lexicon.cut(self.source[i]) if (found := self.lexicon.translations(word))
        ]
        if len(translations) < 4:
            return False
        here = self._hits(translations, j)
        return here >= max(_LEAST * len(translations), 2) and all(
            here - self._hits(translations, other) >= _AHEAD * len(translations)
            for other in (j - 1, j + 1)
            if 0 <= other < len(self.target)
        )

    def _hits(self, translations: Sequence[object], j: int) -> int:
        words = self._stems.get(j)
        if words is None:
            words = self._stems[j] = frozenset(stems(self.target[j]))
        return sum([not words.isdisjoint(one) for one in translations])  # type: ignore[arg-type]
