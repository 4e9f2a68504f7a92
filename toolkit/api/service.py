"""Articles given as text, one after the other, by the settings and with the desk of one project."""

from __future__ import annotations

import datetime
import importlib
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from toolkit.api.check import check_text
from toolkit.api.desk import Desk
from toolkit.api.opening import open_office
from toolkit.api.paths import remembered
from toolkit.api.plans import plan
from toolkit.api.rules import every_rule
from toolkit.lint import Plan, Run
from toolkit.lint.baseline import Decision, fresh
from toolkit.lint.verdict import Verdict, verdict
from toolkit.settings import command_line


class Copy(NamedTuple):
    """An article as it was sent: English, Chinese if there is any, `form` text, markdown or html; `unsafe` is for fixes."""

    target: str
    source: str | None = None
    form: str = "text"
    date: datetime.date | None = None
    unsafe: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """What every request shares; nothing of an article stays in it."""

    desk: Desk
    plan: Plan
    fail_on: str = "error"
    decisions: tuple[Decision, ...] = ()

    def check(self, copy: Copy) -> Run:
        """The findings that the baseline does not know."""
        run = check_text(copy.target, copy.source, form=copy.form, date=copy.date, desk=self.desk, plan=self.plan)
        return fresh(run, self.decisions)

    def gate(self, copy: Copy) -> Verdict:
        """Publish or hold."""
        since = time.perf_counter()
        run = self.check(copy)
        return verdict(run, self.fail_on, (), time.perf_counter() - since)

    def fix(self, copy: Copy) -> Any:
        """What `toolkit.api.fix.fix_text` makes of the article. Raises NotImplementedError where there is none."""
        try:
            fixing = importlib.import_module("toolkit.api.fix")
        except ModuleNotFoundError as error:
            raise NotImplementedError("this version of copydesk has no fix") from error
        return fixing.fix_text(
            copy.target,
            copy.source,
            form=copy.form,
            date=copy.date,
            desk=self.desk,
            plan=self.plan,
            unsafe=copy.unsafe,
        )


def open_service(glossaries: Iterable[Path] = ()) -> tuple[Service, tuple[str, ...]]:
    """The service by the settings of the current folder, with `glossaries` added; and what could not be used, a line each.

    Raises SettingsError, and Unreadable for a settings file or a baseline.
    """
    office = open_office((), command_line(glossary=[*glossaries]))
    settings = office.planner.settings
    rules = plan(every_rule().rules, settings)
    return Service(office.desk, rules, settings.fail_on.value, remembered(settings)), office.problems
