"""All findings as one JSON object."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.lint import Run
from toolkit.reports.look import Look
from toolkit.reports.wire import SCHEMA_VERSION, dump, wire


def render(runs: Sequence[Run], _look: Look) -> str:
    """`{"schema_version": 1, "findings": […]}`, the findings as in `wire`."""
    findings = [finding for run in runs for finding in wire(run)]
    return dump({"schema_version": SCHEMA_VERSION, "findings": findings}, indent=2) + "\n"
