"""Which paragraphs of the Chinese belong to which of the English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.alignment.bead import Bead, Window
from toolkit.alignment.evidence import Reader, Terms
from toolkit.alignment.lexicon import Lexicon
from toolkit.alignment.paths import best_path, straight
from toolkit.alignment.scores import Scores
from toolkit.alignment.sight import windows
from toolkit.core import Paragraph

_IDENTITY = 6.0
_MOVED = 2.0
_LONG = 100
_SURE = 60
_FULLY = 400
_NARROW = 12
_AT_ALL = 4000


def pair(
    source: Sequence[Paragraph], target: Sequence[Paragraph], lexicon: Lexicon, terms: Terms | None = None
) -> list[Bead]:
    """Beads that cover every paragraph of both sides once, in the order of the English; the Chinese is Simplified.

    A Chinese paragraph without partner comes after the one before it. Paragraphs that pair at sight are taken so; between
    them naive Bayes against chance is maximised over merges and splits (after Gale and Church 1993), single leftovers
    are matched again to find moved paragraphs, and one-to-one order wins where it is nearly as good. `terms` is asked
    only about paragraphs that need a closer look. Behind 400 paragraphs the search is narrow, behind 4,000 there is
    none: the rest is taken one to one.
    """
    beads: list[Bead] = []
    i = j = 0
    reader = Reader(source, target, lexicon, terms)
    for long in windows(source, target, lexicon):
        beads += _row(range(i, long[0].start), range(j, long[1].start))
        for window in _pieces(reader, long):
            beads += _between(reader, window)
        i, j = long[0].stop, long[1].stop
    return beads + _row(range(i, len(source)), range(j, len(target)))


def _row(source: range, target: range) -> list[Bead]:
    return [Bead((i,), (j,)) for i, j in zip(source, target, strict=True)]


def _pieces(reader: Reader, window: Window) -> Iterator[Window]:
    """A window cut into such as can be searched whole, where the way through its beginning is one to one."""
    source, target = window
    while source and target and target.start < _AT_ALL:
        long = _LONG if target.start < _FULLY else _NARROW
        if max(len(source), len(target)) <= long:
            break
        i, j = _cut(reader, (source[:long], target[:long]))
        yield range(source.start, i), range(target.start, j)
        source, target = range(i, source.stop), range(j, target.stop)
    yield source, target


def _cut(reader: Reader, window: Window) -> tuple[int, int]:
    """The last one-to-one bead well inside a window; where there is none, a place all the same."""
    source, target = window
    sure = max(len(source), len(target)) * _SURE // _LONG
    limits = source.start + sure, target.start + sure
    _, beads = best_path(Scores(reader, window), window)
    for one, other in reversed(beads):
        if len(one) == len(other) == 1 and source.start < one[0] < limits[0] and target.start < other[0] < limits[1]:
            return one[0], other[0]
    return min(limits[0], source.stop), min(limits[1], target.stop)


def _between(reader: Reader, window: Window) -> list[Bead]:
    source, target = window
    if not source or not target:
        return [Bead((i,), ()) for i in source] + [Bead((), (j,)) for j in target]
    if target.start >= _AT_ALL:
        both = min(len(source), len(target))
        return _row(source[:both], target[:both]) + _between(reader, (source[both:], target[both:]))
    scores = Scores(reader, window)
    best, beads = best_path(scores, window)
    if len(source) == len(target) and straight(scores, _row(source, target)) >= best - _IDENTITY:
        return _row(source, target)
    return _ordered(_moved(beads, scores))


def _moved(beads: list[Bead], scores: Scores) -> list[Bead]:
    """The beads with empty ones that fit each other joined, best first."""
    lost = [bead.source[0] for bead in beads if not bead.target]
    new = [bead.target[0] for bead in beads if not bead.source]
    fits = sorted(((scores.bead(i, i + 1, j, j + 1), i, j) for i in lost for j in new), reverse=True)
    there: dict[int, int] = {}
    back: dict[int, int] = {}
    for score, i, j in fits:
        if score > _MOVED and i not in there and j not in back:
            there[i], back[j] = j, i
    kept = [
        one for one in beads if (one.target or one.source[0] not in there) and (one.source or one.target[0] not in back)
    ]
    return kept + [Bead((i,), (j,)) for i, j in there.items()]


def _ordered(beads: list[Bead]) -> list[Bead]:
    """In the order of the English; a Chinese paragraph without partner follows the bead of the one before it."""
    after = {i: bead.target[0] for bead in beads if bead.target for i in bead.source}

    def place(bead: Bead) -> tuple[int, int]:
        if bead.target:
            return bead.target[0], -1
        before = next((after[i] for i in range(bead.source[0], -1, -1) if i in after), -1)
        return before, bead.source[0]

    return sorted(beads, key=place)
