"""Flags that carry their cure."""

from __future__ import annotations

from toolkit.core import Applicability, Fix, Flag, Segment, Severity

WIDEST = 40


def mend(  # noqa: PLR0913 - each is an independent part of a flag
    segment: Segment,
    edits: dict[tuple[int, int], str],
    message: str,
    *,
    at: tuple[int, int] | None = None,
    expected: tuple[str, ...] = (),
    applicability: Applicability = Applicability.SAFE,
    severity: Severity | None = None,
) -> Flag:
    """A flag on the English of `segment` whose one fix writes each text of `edits` over its range of the prose.

    It points at `at` (else at the first range), cut to the first 40 code points: wider stretches point at nothing.
    Where markup lies inside a range there is no fix.
    """
    start, end = at or next(iter(edits))
    made = tuple(segment.edit(span, text) for span, text in edits.items())
    whole = tuple(edit for edit in made if edit is not None)
    fixes = (Fix(whole, applicability),) if whole and len(whole) == len(made) else ()
    place = segment.target_at((start, min(end, start + WIDEST)))
    return Flag(place, message, expected=expected, fixes=fixes, severity=severity)


def words_around(prose: str, start: int, end: int) -> tuple[int, int]:
    """The range widened to whole words, each side by at most 18 code points."""
    left, right = start, end
    while left > 0 and left > start - 18 and prose[left - 1].isalnum():
        left -= 1
    while right < len(prose) and right < end + 18 and prose[right].isalnum():
        right += 1
    return left, right


def run_around(prose: str, start: int, end: int) -> tuple[int, int]:
    """The range widened to all that is no white space, each side by at most 18 code points.

    >>> run_around("It is over. ”", 11, 12)
    (6, 13)
    """
    left, right = start, end
    while left > 0 and left > start - 18 and not prose[left - 1].isspace():
        left -= 1
    while right < len(prose) and right < end + 18 and not prose[right].isspace():
        right += 1
    return left, right
