"""Paragraphs that pair at sight: the cheap road for articles that are one to one, or nearly."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from enum import IntEnum
from itertools import pairwise, takewhile
from math import log

from toolkit.alignment.bead import Window
from toolkit.alignment.english import stems
from toolkit.alignment.lengths import ratio, weight
from toolkit.alignment.lexicon import Lexicon
from toolkit.core import Paragraph

_LEAST = 0.25
_AHEAD = 0.1
_FEW = 4
_CLOSE = 3


class Verdict(IntEnum):
    """How two paragraphs look beside each other."""

    DOUBTFUL = -1
    OPEN = 0
    CLEAR = 1


def windows(source: Sequence[Paragraph], target: Sequence[Paragraph], lexicon: Lexicon) -> list[Window]:
    """The stretches that need a closer look, in order; none where the article is one to one. Between them they pair so.

    Where both sides have equally many paragraphs, a doubtful pair opens a window as far as the next clear pairs, these
    included; else one window reaches from the first pair that is not clear to the last.
    """
    sight = Sight(source, target, lexicon)
    if len(source) == len(target):
        verdicts = [sight.judge(n, n) for n in range(len(source))]
        return [(side, side) for side in _doubtful(verdicts)]
    head = _run(sight.judge(n, n) for n in range(min(len(source), len(target))))
    most = min(len(source), len(target)) - head
    tail = _run(sight.judge(len(source) - n, len(target) - n) for n in range(1, most + 1))
    head, tail = max(head - 1, 0), max(tail - 1, 0)
    return [(range(head, len(source) - tail), range(head, len(target) - tail))]


class Sight:
    """The words of both sides, each paragraph read when it is first asked for."""

    def __init__(self, source: Sequence[Paragraph], target: Sequence[Paragraph], lexicon: Lexicon) -> None:
        """Read nothing yet."""
        self._source = [paragraph.text.prose for paragraph in source]
        self._target = [paragraph.text.prose for paragraph in target]
        self._lexicon = lexicon
        self._ratio = ratio(sum(map(weight, self._source)), sum(map(len, self._target)))
        self._stems: dict[int, frozenset[str]] = {}

    def judge(self, i: int, j: int) -> Verdict:
        """CLEAR: a quarter of the Chinese words are in the English, more than in its neighbours, and the lengths agree."""
        size = weight(self._source[i]) + 1
        away = abs(log((len(self._target[j]) + 1) / size) - self._ratio)
        if away > 0.55 + 4 / size:
            return Verdict.DOUBTFUL
        read = self._lexicon.translations
        words = [found.keys() for word in self._lexicon.cut(self._source[i]) if (found := read(word))]
        here = self._hits(words, j)
        most = max([self._hits(words, n) for n in (j - 1, j + 1) if 0 <= n < len(self._target)], default=0)
        enough = here >= _LEAST * len(words)
        if most > here + enough or (len(words) >= 2 * _FEW and here < _LEAST / 2 * len(words)):
            return Verdict.DOUBTFUL
        sure = enough and len(words) >= _FEW and here >= 2 and here - most >= _AHEAD * len(words)
        return Verdict.CLEAR if sure and away < 0.45 else Verdict.OPEN

    def _hits(self, words: Sequence[Collection[str]], j: int) -> int:
        there = self._stems.get(j)
        if there is None:
            there = self._stems[j] = frozenset(stems(self._target[j]))
        return sum([not there.isdisjoint(word) for word in words])


def _run(verdicts: Iterator[Verdict]) -> int:
    return sum(1 for _ in takewhile(Verdict.CLEAR.__eq__, verdicts))


def _doubtful(verdicts: Sequence[Verdict]) -> list[range]:
    """Windows around doubtful pairs, clear ones at their edges; a pair alone between clear ones can only be right."""
    found: list[range] = []
    clear = [-1, *(n for n, verdict in enumerate(verdicts) if verdict is Verdict.CLEAR), len(verdicts)]
    for before, after in pairwise(clear):
        if after - before > 2 and Verdict.DOUBTFUL in verdicts[before + 1 : after]:
            start, stop = max(before, 0), min(after + 1, len(verdicts))
            if found and start <= found[-1].stop + _CLOSE:
                start = found.pop().start
            found.append(range(start, stop))
    return found
