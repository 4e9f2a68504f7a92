"""Which paragraphs of the Chinese belong to which of the English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.alignment.evidence import Reader, Terms
from toolkit.alignment.lexicon import Lexicon
from toolkit.alignment.scores import Scores
from toolkit.alignment.sight import Window, windows
from toolkit.core import Paragraph

_SHAPES = {
    (1, 1): 0.0,
    (1, 0): -4.5,
    (0, 1): -4.5,
    (1, 2): -3.5,
    (2, 1): -3.5,
    (2, 2): -8.0,
    (1, 3): -6.5,
    (3, 1): -6.5,
}
_IDENTITY = 6.0
_MOVED = 2.0
_WORST = -10.0
_AROUND = 6


class Bead(NamedTuple):
    """Paragraphs that belong together, by index; an empty side means that the other has no partner."""

    source: tuple[int, ...]
    target: tuple[int, ...]


def pair(
    source: Sequence[Paragraph], target: Sequence[Paragraph], lexicon: Lexicon, terms: Terms | None = None
) -> list[Bead]:
    """Beads that cover every paragraph of both sides once, in the order of the English; the Chinese is Simplified.

    A Chinese paragraph without partner comes after the one before it. Paragraphs that pair at sight are taken so; between
    them naive Bayes against chance is maximised over merges and splits (after Gale and Church 1993), single leftovers are
    matched again to find moved paragraphs, and one-to-one order wins where it is nearly as good. `terms` is asked only about
    paragraphs that need a closer look.
    """
    beads: list[Bead] = []
    i = j = 0
    reader = Reader(source, target, lexicon, terms)
    for window in windows(source, target, lexicon):
        beads += _straight(i, window[0].start, j)
        beads += _between(reader, window)
        i, j = window[0].stop, window[1].stop
    return beads + _straight(i, len(source), j)


def _straight(first: int, last: int, start: int) -> list[Bead]:
    return [Bead((n,), (start + n - first,)) for n in range(first, last)]


def _between(reader: Reader, window: Window) -> list[Bead]:
    """Beads of a window; the paragraphs around it tell how common its words are in the article."""
    if not window[0] or not window[1]:
        return [Bead((i,), ()) for i in window[0]] + [Bead((), (j,)) for j in window[1]]
    skip = max(window[0].start - _AROUND, 0)
    chinese, english = reader.chinese(skip, window[0].stop + _AROUND), reader.english(skip, window[1].stop + _AROUND)
    scores = Scores(chinese, english, reader.lexicon)
    inner = tuple(range(side.start - skip, side.stop - skip) for side in window)
    best, beads = _best(scores, inner[0], inner[1])
    same = [Bead((i,), (j,)) for i, j in zip(*inner, strict=False)]
    if (
        len(inner[0]) == len(inner[1])
        and sum(_single(scores, *bead.source, *bead.target) for bead in same) >= best - _IDENTITY
    ):
        beads = same
    else:
        beads = _ordered(_moved(beads, scores))
    return [Bead(tuple(i + skip for i in one), tuple(j + skip for j in other)) for one, other in beads]


def _single(scores: Scores, i: int, j: int) -> float:
    return max(scores.bead(i, i + 1, j, j + 1), _WORST)


def _best(scores: Scores, source: range, target: range) -> tuple[float, list[Bead]]:
    """The path of beads with the highest sum, and that sum."""
    worst = float("-inf")
    rows, columns = len(source), len(target)
    totals = [[worst] * (columns + 1) for _ in range(rows + 1)]
    steps: list[list[tuple[int, int]]] = [[(0, 0)] * (columns + 1) for _ in range(rows + 1)]
    totals[0][0] = 0.0
    for i in range(rows + 1):
        for j in range(columns + 1):
            for (up, left), prior in _SHAPES.items():
                if up > i or left > j or totals[i - up][j - left] == worst:
                    continue
                total = totals[i - up][j - left] + prior
                if up and left:
                    score = scores.bead(
                        source.start + i - up, source.start + i, target.start + j - left, target.start + j
                    )
                    total += max(score, _WORST) if up == left == 1 else score
                if total > totals[i][j]:
                    totals[i][j], steps[i][j] = total, (up, left)
    path = reversed(list(_path(steps, rows, columns)))
    return totals[rows][columns], [
        Bead(tuple(i + source.start for i in one), tuple(j + target.start for j in other)) for one, other in path
    ]


def _path(steps: list[list[tuple[int, int]]], i: int, j: int) -> Iterator[Bead]:
    while i or j:
        up, left = steps[i][j]
        yield Bead(tuple(range(i - up, i)), tuple(range(j - left, j)))
        i, j = i - up, j - left


def _moved(beads: list[Bead], scores: Scores) -> list[Bead]:
    """The beads with empty ones that fit each other joined, best first."""
    lost = [bead.source[0] for bead in beads if not bead.target]
    new = [bead.target[0] for bead in beads if not bead.source]
    fits = sorted(((scores.bead(i, i + 1, j, j + 1), i, j) for i in lost for j in new), reverse=True)
    joined: dict[int, int] = {}
    for score, i, j in fits:
        if score > _MOVED and i not in joined and j not in joined.values():
            joined[i] = j
    kept = [
        bead
        for bead in beads
        if (bead.target or bead.source[0] not in joined) and (bead.source or bead.target[0] not in joined.values())
    ]
    return kept + [Bead((i,), (j,)) for i, j in joined.items()]


def _ordered(beads: list[Bead]) -> list[Bead]:
    """In the order of the English; a Chinese paragraph without partner follows the bead of the one before it."""
    after = {i: bead.target[0] for bead in beads if bead.target for i in bead.source}

    def place(bead: Bead) -> tuple[int, int]:
        if bead.target:
            return bead.target[0], -1
        before = next((after[i] for i in range(bead.source[0], -1, -1) if i in after), -1)
        return before, bead.source[0]

    return sorted(beads, key=place)
