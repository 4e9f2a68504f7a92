"""Whether an article may be published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.core import Finding
from toolkit.lint.engine import Run

LEVELS = ("note", "warning", "error", "never")
"""The settings' `fail_on` in the order of Severity, which stops short of `never`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one article: `run` is None where it could not be judged, and `problems` say why, a line each.

    `holding` are the findings at or above the bar; `seconds` is the time it took.
    """

    path: str
    run: Run | None
    holding: tuple[Finding, ...] = ()
    problems: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def publish(self) -> bool:
        """Whether nothing holds the article: it was judged, with all that was asked for, and no finding is too severe."""
        return self.run is not None and not self.holding and not self.problems


def verdict(run: Run, fail_on: str, problems: Iterable[str] = (), seconds: float = 0.0) -> Verdict:
    """The verdict on an article that was judged; `fail_on` is one of LEVELS."""
    bar = LEVELS.index(fail_on)
    holding = tuple(finding for finding in run.findings if finding.severity >= bar)
    return Verdict(run.document.target.path, run, holding, tuple(problems), seconds)
