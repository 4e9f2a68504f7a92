"""Annotations on a pull request, as workflow commands of GitHub Actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolkit.lint import Run
from toolkit.reports.habits import more, shown
from toolkit.reports.look import Look
from toolkit.reports.wire import WireFinding, wire

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(runs: Sequence[Run], _look: Look) -> str:
    """One `::error file=…,line=…::message` a finding; notes become notices. A mechanical habit is told five times.

    Source: GitHub, Workflow commands for GitHub Actions; a column is only allowed where both lines are the same.
    """
    return "".join(line + "\n" for run in runs for line in _commands(run))


def _commands(run: Run) -> Iterator[str]:
    told = tuple(shown(run.findings))
    wired = wire(replace(run, findings=tuple(finding for finding, _ in told)))
    for finding, (_, left) in zip(wired, told, strict=True):
        yield _command(finding, f"; {more(left)}" if left else "")


def _command(finding: WireFinding, rest: str) -> str:
    where = {"file": finding["path"], "line": finding["line"], "endLine": finding["end_line"]}
    if finding["line"] == finding["end_line"]:
        where |= {"col": finding["column"], "endColumn": finding["end_column"]}
    properties = {**where, "title": finding["rule"]}
    marks = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{_LEVELS[finding['severity']]} {marks}::{(finding['message'] + rest).translate(_DATA)}"
