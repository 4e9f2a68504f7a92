"""Fixes applied to an article until none is left; one that raises a new finding is taken back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.core import Applicability, Finding, Fix, Severity, apart, apply
from toolkit.lint.engine import Run
from toolkit.lint.news import news

_ROUNDS = 8
_REACHES = (0, 0, 0, 0, 200, 200, 1000, 1000)
_BLAMED = 100
_AROUND = 24
_WORK = 400_000
_FEWEST = 3
_SOUND = 8
_A_FINDING, _A_CHARACTER = 20, 8
Judge = Callable[[str], Run]


@dataclass(frozen=True, slots=True)
class Fixed:
    """An article before and after its fixes; `applied` counts them, `refused` those that would have raised a new finding."""

    before: Run
    after: Run
    applied: int = 0
    refused: int = 0

    @property
    def changed(self) -> bool:
        """Whether a character of the English is another now."""
        return self.before.document.target.raw != self.after.document.target.raw

    def left(self, least: Applicability) -> int:
        """How many findings still have a fix that is at least so applicable."""
        return len(_cures(self.after, least))


class Cure(NamedTuple):
    """A finding with the fix chosen for it."""

    finding: Finding
    fix: Fix


def fix(run: Run, judge: Judge, least: Applicability = Applicability.SAFE) -> Fixed:
    """Apply every fix of `run` that is at least so applicable, judge the outcome and go on, eight times at most.

    `judge` checks the English that it is given, as `run` checked the first. Of fixes that overlap the surest is applied, and
    the other where it still holds in the next round. Where findings come up that were not there before, the fixes nearest to
    them are taken back, so the outcome never has a finding that `run` lacks. What alone is wrong with sound copy is read and
    not fixed, unless the reader asks for more than what is safe. Copy with a paragraph far longer, or far more
    faults, than any of news is judged a few times and no more: what cannot be vouched for by then is left as it is.
    """
    refused: set[tuple[object, ...]] = set()
    spared = {_key(run, cure) for cure in _spared(run, least)}
    applied, now = 0, run
    left = iter(range(max(_FEWEST, _WORK // _work(run))))

    def judged(raw: str) -> Run | None:
        return judge(raw) if next(left, None) is not None else None

    for _ in range(_ROUNDS):
        left_out = refused | spared
        cures = [cure for cure in _cures(now, least) if _key(now, cure) not in left_out]
        taken, blamed, after = _round(now, cures, judged)
        refused.update(_key(now, cure) for cure in blamed)
        if not taken:
            break
        applied, now = applied + len(taken), after
    held = sum(_key(now, cure) in refused for cure in _cures(now, least))
    return Fixed(run, now, applied, held)


def _spared(run: Run, least: Applicability) -> list[Cure]:
    """The cure of the only error or warning in copy of eight paragraphs or more: the rest is sound, and so may this be.

    Broken markup is broken wherever it stands.
    """
    firm = [finding for finding in run.findings if finding.severity > Severity.NOTE]
    if least < Applicability.SAFE or len(firm) != 1 or len(run.document.segments) < _SOUND:
        return []
    return [cure for cure in _cures(run, least) if cure.finding is firm[0] and _prose(firm[0])]


def _work(run: Run) -> int:
    """What a judgement costs: the code points of the longest paragraph, a Chinese one or a finding counted as several."""
    longest = max(
        (
            len(one.target.prose) + _A_CHARACTER * len(one.source.prose if one.source else "")
            for one in run.document.segments
        ),
        default=0,
    )
    return 1 + longest + _A_FINDING * len(run.findings)


def _round(run: Run, cures: Sequence[Cure], judge: Callable[[str], Run | None]) -> tuple[list[Cure], list[Cure], Run]:
    """The cures that can be applied together without a new finding, those that would raise one, and what comes of the first.

    None can where `judge` has no word left.
    """
    left = _apart(cures)
    blamed: list[Cure] = []
    for reach in _REACHES:
        if not left:
            break
        after = judge(apply(run.document.target.raw, [cure.fix for cure in left]))
        if after is None:
            break
        places = news(run, after, [edit for cure in left for edit in cure.fix.edits])[:_BLAMED]
        if not places:
            return left, blamed, after
        guilty = _guilty(left, places, reach)
        blamed += [cure for n, cure in enumerate(left) if n in guilty]
        left = [cure for n, cure in enumerate(left) if n not in guilty]
    return [], blamed + left, run


def _guilty(cures: Sequence[Cure], places: Iterable[int], reach: int) -> set[int]:
    """Which cures, by number, edit the text next to one of the places, or no more than `reach` code points farther off.

    Their edits lie apart, so those near a place are neighbours in their order.
    """
    edits = sorted((*edit.span, n) for n, cure in enumerate(cures) for edit in cure.fix.edits)
    starts, ends = [start for start, _, _ in edits], [end for _, end, _ in edits]
    found: set[int] = set()
    for place in places:
        after = bisect_left(starts, place)
        gaps = [starts[after] - place] if after < len(starts) else []
        gaps += [max(place - ends[after - 1], 0)] if after else []
        far = min(gaps) + reach
        found.update(n for _, _, n in edits[bisect_left(ends, place - far) : bisect_right(starts, place + far)])
    return found


def _cures(run: Run, least: Applicability) -> list[Cure]:
    """A fix for each finding that has one so applicable: markup before prose, then the surest, then the most severe."""
    found = [
        Cure(finding, fix)
        for finding in run.findings
        for fix in [max(finding.flag.fixes, key=lambda fix: fix.applicability, default=None)]
        if fix and fix.applicability >= least
    ]
    return sorted(found, key=lambda cure: (_prose(cure.finding), -cure.fix.applicability, -cure.finding.severity))


def _prose(finding: Finding) -> bool:
    return not finding.category.startswith("design and markup")


def _apart(cures: Sequence[Cure]) -> list[Cure]:
    kept = set(map(id, apart(cure.fix for cure in cures)))
    return [cure for cure in cures if id(cure.fix) in kept]


def _key(run: Run, cure: Cure) -> tuple[object, ...]:
    """What stays of a cure when text before it moves."""
    start, end = cure.finding.flag.place.span
    around = run.document.target.raw[max(0, start - _AROUND) : end + _AROUND]
    edits = tuple((edit.span.start - start, edit.span.end - start, edit.text) for edit in cure.fix.edits)
    return cure.finding.rule, around, edits
