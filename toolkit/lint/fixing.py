"""Fixes applied to an article until none is left; one that raises a new finding is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.core import Applicability, Finding, Fix, apart, apply
from toolkit.lint.engine import Run
from toolkit.lint.news import news

_ROUNDS = 8
_REACHES = (0, 0, 0, 0, 200, 200, 1000, 1000)
_BLAMED = 100
_AROUND = 24
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
    them are taken back, so the outcome never has a finding that `run` lacks.
    """
    refused: set[tuple[object, ...]] = set()
    applied, now = 0, run
    for _ in range(_ROUNDS):
        cures = [cure for cure in _cures(now, least) if _key(now, cure) not in refused]
        taken, blamed, after = _round(now, cures, judge)
        refused.update(_key(now, cure) for cure in blamed)
        if not taken:
            break
        applied, now = applied + len(taken), after
    held = sum(_key(now, cure) in refused for cure in _cures(now, least))
    return Fixed(run, now, applied, held)


def _round(run: Run, cures: Sequence[Cure], judge: Judge) -> tuple[list[Cure], list[Cure], Run]:
    """The cures that can be applied together without a new finding, those that would raise one, and what comes of the first."""
    left = _apart(cures)
    blamed: list[Cure] = []
    for reach in _REACHES:
        if not left:
            break
        after = judge(apply(run.document.target.raw, [cure.fix for cure in left]))
        places = news(run, after, [edit for cure in left for edit in cure.fix.edits])[:_BLAMED]
        if not places:
            return left, blamed, after
        near = [min(_distance(cure, place) for cure in left) + reach for place in places]
        guilty = [any(_distance(cure, at) <= far for at, far in zip(places, near, strict=True)) for cure in left]
        blamed += [cure for cure, is_guilty in zip(left, guilty, strict=True) if is_guilty]
        left = [cure for cure, is_guilty in zip(left, guilty, strict=True) if not is_guilty]
    return [], blamed + left, run


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


def _distance(cure: Cure, place: int) -> int:
    """How far a cure's edits are from a code point of the text before them."""
    return min(max(edit.span.start - place, place - edit.span.end, 0) for edit in cure.fix.edits)


def _key(run: Run, cure: Cure) -> tuple[object, ...]:
    """What stays of a cure when text before it moves."""
    start, end = cure.finding.flag.place.span
    around = run.document.target.raw[max(0, start - _AROUND) : end + _AROUND]
    edits = tuple((edit.span.start - start, edit.span.end - start, edit.text) for edit in cure.fix.edits)
    return cure.finding.rule, around, edits
