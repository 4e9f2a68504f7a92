"""Findings that somebody looked at and let stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from toolkit.lint.engine import Run
from toolkit.lint.fingerprint import fingerprints


class Decision(NamedTuple):
    """One finding that may stay: `path` and `text` are for readers, the fingerprint alone decides."""

    fingerprint: str
    rule: str
    path: str
    text: str
    reason: str = ""


def fresh(run: Run, decisions: Iterable[Decision]) -> Run:
    """`run` without the findings that were decided on."""
    known = {decision.fingerprint for decision in decisions}
    if not known:
        return run
    named = zip(run.findings, fingerprints(run.document, run.findings), strict=True)
    return replace(run, findings=tuple(finding for finding, name in named if name not in known))


def decide(runs: Iterable[Run], earlier: Iterable[Decision] = ()) -> tuple[Decision, ...]:
    """A decision for every finding of `runs`, sorted by path and rule.

    Reasons given `earlier` are kept, and so are decisions on articles that `runs` did not look at. The same words in
    two articles are two entries, so that mending one does not forget the other.
    """
    before = tuple(earlier)
    reasons = {decision.fingerprint: decision.reason for decision in before if decision.reason}
    seen: set[str] = set()
    decisions: set[Decision] = set()
    for run in runs:
        document, path = run.document, run.document.target.path
        seen.add(path)
        for finding, name in zip(run.findings, fingerprints(document, run.findings), strict=True):
            words = document.raw(finding.flag.place)
            decisions.add(Decision(name, finding.rule, path, words, reasons.get(name, "")))
    decisions |= {decision for decision in before if decision.path not in seen}
    return tuple(sorted(decisions, key=lambda decision: (decision.path, decision.rule, decision)))
