"""Which paragraphs of an article to translate anew, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from toolkit.core import Document, Finding, Segment, Severity, Span
from toolkit.lint.selector import names

_SEVERITIES = {str(severity): severity for severity in Severity}


@dataclass(frozen=True, slots=True)
class Selection:
    """What a user asks for: paragraphs of the Chinese by number (from 1), and those with findings of a kind.

    A kind is a severity (that one or a worse), a rule or a family. Nothing asked for is everything.
    """

    paragraphs: frozenset[int] = frozenset()
    flagged_by: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.paragraphs or self.flagged_by)

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is of a kind that was asked for."""
        return any(
            finding.severity >= _SEVERITIES[kind] if kind in _SEVERITIES else names(kind, finding.rule)
            for kind in self.flagged_by
        )


def is_severity(kind: str) -> bool:
    """Whether a kind is a severity rather than a rule or family."""
    return kind in _SEVERITIES


def reasons(selection: Selection, document: Document, findings: Iterable[Finding]) -> Mapping[str, tuple[str, ...]]:
    """For each segment (by id) with findings that the selection covers: the rules that made them, each once."""
    home = _Homes(document.segments)
    found: dict[str, dict[str, None]] = {}
    for finding in findings:
        segment = home.of(finding) if selection.covers(finding) else None
        if segment:
            found.setdefault(segment.id, {})[finding.rule] = None
    return {name: tuple(rules) for name, rules in found.items()}


class _Homes:
    """Finds the segment that a finding is about: by its Chinese, since what is missing in English has no place there."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._chinese = sorted((span, n) for n, one in enumerate(segments) if one.source for span in one.source.spans)
        self._english = sorted(
            (span, n) for n, one in enumerate(segments) if one.target.prose for span in one.target.spans
        )
        self._segments = segments

    def of(self, finding: Finding) -> Segment | None:
        """The segment, or None where the finding stands between paragraphs."""
        evidence, place = finding.flag.evidence, finding.flag.place
        found = _around(self._chinese, evidence.span) if evidence else None
        found = _around(self._english, place.span) if found is None else found
        return None if found is None else self._segments[found]


def _around(spans: Sequence[tuple[Span, int]], span: Span) -> int | None:
    n = bisect_right(spans, span.start, key=lambda one: one[0].start) - 1
    return spans[n][1] if n >= 0 and span.start <= spans[n][0].end else None
