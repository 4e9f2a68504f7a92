"""A mechanical habit is shown a few times, then counted: for the reports that people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from toolkit.core import Applicability, Finding, Severity

SHOWN = 5


def shown(findings: Sequence[Finding]) -> Iterator[tuple[Finding, int]]:
    """The findings of one article for a person to read, each with how many more like it are left out after it.

    A habit is a rule's warnings and notes that a safe fix mends and that do not rest on the Chinese, such as a space
    before every comma: its first five are shown, the fifth with the count of the rest. Errors are all shown. Reports
    for programs carry every finding and every fix.
    """
    total = Counter(finding.rule for finding in findings if _mechanical(finding))
    seen: Counter[str] = Counter()
    for finding in findings:
        if not _mechanical(finding):
            yield finding, 0
            continue
        seen[finding.rule] += 1
        if seen[finding.rule] <= SHOWN:
            yield finding, total[finding.rule] - SHOWN if seen[finding.rule] == SHOWN else 0


def more(count: int) -> str:
    """How a report says that `count` findings are left out.

    >>> more(1), more(1200)
    ('and 1 more like it in this article', 'and 1,200 more like it in this article')
    """
    return f"and {count:,} more like it in this article"


def _mechanical(finding: Finding) -> bool:
    safe = any(fix.applicability is Applicability.SAFE for fix in finding.flag.fixes)
    return safe and finding.severity < Severity.ERROR and finding.flag.evidence is None
