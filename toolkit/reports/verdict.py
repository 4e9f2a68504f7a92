"""The verdict on one article as a CMS reads it; its schema is gate.schema.json beside this module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from toolkit.lint.verdict import Verdict
from toolkit.reports.lines import Pages
from toolkit.reports.wire import WireFinding, dump, wire

SCHEMA_VERSION = 1


class WireVerdict(TypedDict):
    """`verdict` is publish or hold; `reasons` say in a line each why it is held; `time` is in seconds."""

    schema_version: int
    path: str
    verdict: str
    reasons: list[str]
    findings: list[WireFinding]
    not_run: list[str]
    time: float


def render(verdict: Verdict) -> str:
    """The verdict as one JSON object."""
    return dump(wire_verdict(verdict), indent=2) + "\n"


def wire_verdict(verdict: Verdict) -> WireVerdict:
    """All findings, those below the bar too; the rules that did not run for want of the Chinese; the reasons to hold."""
    return {
        "schema_version": SCHEMA_VERSION,
        "path": verdict.path,
        "verdict": "publish" if verdict.publish else "hold",
        "reasons": [*verdict.problems, *_reasons(verdict)],
        "findings": list(wire(verdict.run)) if verdict.run else [],
        "not_run": list(verdict.run.not_run) if verdict.run else [],
        "time": round(verdict.seconds, 3),
    }


def _reasons(verdict: Verdict) -> Iterator[str]:
    if verdict.run and verdict.holding:
        pages = Pages(verdict.run.document)
        for finding in verdict.holding:
            line = pages.extent(finding.flag.place)["line"]
            yield f"line {line}: {finding.severity}: {finding.flag.message} [{finding.rule}]"
