"""The last line on standard error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from toolkit.core import Severity
from toolkit.lint import Run


def summary(runs: Sequence[Run], seconds: float) -> str:
    """Findings by severity, articles, seconds, and how many rules could not run for want of the Chinese; no line end.

    >>> summary([], 0.1234)
    'No findings in 0 articles (0.12 s)'
    """
    counts = Counter(finding.severity for run in runs for finding in run.findings)
    told = [_count(counts[severity], str(severity)) for severity in sorted(Severity, reverse=True) if counts[severity]]
    found = _list(told) if told else "No findings"
    rules = {name for run in runs for name in run.not_run}
    alone = sum(1 for run in runs if run.not_run)
    without = (
        f"; {_count(len(rules), 'rule')} did not run on {_count(alone, 'article')} without Chinese" if rules else ""
    )
    return f"{found} in {_count(len(runs), 'article')} ({seconds:.2f} s){without}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _list(parts: Sequence[str]) -> str:
    return " and ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else parts[0]
