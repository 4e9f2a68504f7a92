"""Findings that somebody looked at and let stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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


def stale(runs: Iterable[Run], decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions whose finding no longer occurs: their article was judged, by their rule, and it is not there.

    A finding that went to another of the articles occurs still.
    """
    judged: dict[str, set[str]] = {}
    there: set[str] = set()
    for run in runs:
        judged.setdefault(run.document.target.path, set()).update(run.ran)
        there.update(fingerprints(run.document, run.findings))
    return tuple(
        decision
        for decision in decisions
        if decision.rule in judged.get(decision.path, ()) and decision.fingerprint not in there
    )


def accept(
    runs: Iterable[Run], reason: str, wanted: Collection[str] = (), earlier: Iterable[Decision] = ()
) -> tuple[Decision, ...]:
    """Decisions, for the same `reason`, on all findings of `runs` (those with the fingerprints `wanted`, if any are named).

    They take the place of `earlier` ones on the same findings; all others of those are kept.
    """
    new = {decision for decision in decide(runs) if not wanted or decision.fingerprint in wanted}
    keys = {(decision.fingerprint, decision.path) for decision in new}
    kept = {decision for decision in earlier if (decision.fingerprint, decision.path) not in keys}
    return _sorted(kept | {decision._replace(reason=reason) for decision in new})


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
    return _sorted(decisions)


def _sorted(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(decisions, key=lambda decision: (decision.path, decision.rule, decision)))
