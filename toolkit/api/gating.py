"""One article before publication: publish, or hold."""

from __future__ import annotations

import datetime
import time
from dataclasses import replace

from toolkit.api.check import check_text, default_plan
from toolkit.api.desk import Desk
from toolkit.api.paths import PIPED, Checked, Order, check_paths, without_baseline
from toolkit.files.errors import Unreadable
from toolkit.lint import Plan
from toolkit.lint.verdict import Verdict, verdict


def gate(order: Order, started: float | None = None) -> Verdict:
    """Judge the one article that `order` names, by the project's settings; what its baseline knows does not hold it.

    `started` is a reading of `time.perf_counter`. What cannot be read or used holds the article and is among the problems of
    the verdict. Raises SettingsError, and Unreadable for a settings file.
    """
    since = time.perf_counter() if started is None else started
    return replace(_gated(order), seconds=time.perf_counter() - since)


def gate_text(  # noqa: PLR0913 - each is an independent fact about the article
    target: str,
    source: str | None = None,
    *,
    form: str = "text",
    date: datetime.date | None = None,
    desk: Desk | None = None,
    plan: Plan | None = None,
    fail_on: str = "error",
) -> Verdict:
    """Judge English copy given as text, as `check_text` does; the least severity that holds it is `fail_on`."""
    since = time.perf_counter()
    run = check_text(target, source, form=form, date=date, desk=desk or Desk(), plan=plan or default_plan())
    return verdict(run, fail_on, (), time.perf_counter() - since)


def _gated(order: Order) -> Verdict:
    name = PIPED if order.piped is not None else str(order.paths[0])
    if order.piped is None and order.paths[0].is_dir():
        return Verdict(name, None, (), (f"{name} is a folder; the gate takes one article, so name its English file",))
    checked = check_paths(order)
    try:
        checked = without_baseline(checked)
    except Unreadable as problem:
        checked = replace(checked, problems=(*checked.problems, str(problem)))
    return _verdict(name, checked)


def _verdict(name: str, checked: Checked) -> Verdict:
    if len(checked.runs) == 1:
        return verdict(checked.runs[0], checked.settings.fail_on.value, checked.problems)
    if checked.runs:
        why = f"{name} is {len(checked.runs):,} articles; the gate takes one, so name its English file"
        return Verdict(name, None, (), (*checked.problems, why))
    return Verdict(name, None, (), checked.problems or checked.notices)
