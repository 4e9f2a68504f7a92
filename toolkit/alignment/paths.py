"""The best way through two rows of paragraphs, by dynamic programming over merges and splits."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment.bead import Bead, Window
from toolkit.alignment.scores import Scores

_PRIORS = {
    (1, 1): 0.0,
    (1, 0): -4.5,
    (0, 1): -4.5,
    (1, 2): -3.5,
    (2, 1): -3.5,
    (2, 2): -8.0,
    (1, 3): -6.5,
    (3, 1): -6.5,
}
_WORST = -10.0
_NEVER = float("-inf")

Step = tuple[float, int, int]
"""The best sum up to a point, and how many paragraphs of either side the last bead takes."""


def best_path(scores: Scores, window: Window) -> tuple[float, list[Bead]]:
    """The beads of a window with the highest sum of scores and priors, and that sum."""
    source, target = window
    grid: list[list[Step]] = []
    for i in range(len(source) + 1):
        grid.append([])
        for j in range(len(target) + 1):
            grid[i].append(_step(scores, grid, source.start + i, target.start + j) if i or j else (0.0, 0, 0))
    beads = [_shifted(bead, source.start, target.start) for bead in _back(grid)]
    return grid[-1][-1][0], beads[::-1]


def straight(scores: Scores, beads: list[Bead]) -> float:
    """The sum that beads of one to one reach."""
    return sum(single(scores, *one, *other) for one, other in beads)


def single(scores: Scores, i: int, j: int) -> float:
    """The score of one paragraph with one; however bad a translation is, it beats two paragraphs without partner."""
    return max(scores.bead(i, i + 1, j, j + 1), _WORST)


def _step(scores: Scores, grid: list[list[Step]], i: int, j: int) -> Step:
    """The best last bead before Chinese paragraph `i` and English paragraph `j`, numbers of the article."""
    row = len(grid) - 1
    column = len(grid[row])
    best = _NEVER, 0, 0
    for (up, left), prior in _PRIORS.items():
        if up > row or left > column:
            continue
        total = grid[row - up][column - left][0] + prior
        if up == left == 1:
            total += single(scores, i - 1, j - 1)
        elif up and left:
            total += scores.bead(i - up, i, j - left, j)
        if total > best[0]:
            best = total, up, left
    return best


def _back(grid: list[list[Step]]) -> Iterator[Bead]:
    i, j = len(grid) - 1, len(grid[0]) - 1
    while i or j:
        _, up, left = grid[i][j]
        yield Bead(tuple(range(i - up, i)), tuple(range(j - left, j)))
        i, j = i - up, j - left


def _shifted(bead: Bead, i: int, j: int) -> Bead:
    return Bead(tuple(n + i for n in bead.source), tuple(n + j for n in bead.target))
