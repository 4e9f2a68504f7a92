"""One finding a line, as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.lint import Run
from toolkit.reports.look import Look
from toolkit.reports.wire import dump, wire


def render(runs: Sequence[Run], _look: Look) -> str:
    """The findings as in `wire`, each on a line of its own; nothing at all where there are none."""
    return "".join(dump(finding) + "\n" for run in runs for finding in wire(run))
