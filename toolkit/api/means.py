"""All that a translation is made with."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from functools import partial

from toolkit.api.check import check_document
from toolkit.api.desk import Desk
from toolkit.core import Article, Document, Segment, Severity, Text
from toolkit.lint import Plan
from toolkit.translation import Cascade, Knowledge, Memory, Translator, Tuning
from toolkit.translation.cascade import NO_TUNING

NOTHING = Memory()


@dataclass(frozen=True, slots=True)
class Means:
    """The desk's knowledge, the rules that judge, a model, and what is accepted already."""

    desk: Desk
    plan: Plan
    translator: Translator
    memory: Memory = NOTHING
    tuning: Tuning = NO_TUNING

    def errors(self, source: str, target: str) -> int:
        """How many errors the rules find in English, given its Chinese."""
        return self._errors(self._strict(), source, target)

    def cascade(self, date: datetime.date | None) -> Cascade:
        """The translator with what judges it."""
        known = Knowledge(self.desk.glossary, self.desk.lexicon, date)
        return Cascade(self.translator, known, partial(self._errors, self._strict()), self.tuning)

    def _strict(self) -> Plan:
        """The rules that can find an error: a flag may be milder than its rule, never more severe."""
        severities = self.plan.severities
        rules = (rule for rule in self.plan.rules if severities.get(rule.name, rule.severity) is Severity.ERROR)
        return replace(self.plan, rules=tuple(rules))

    def _errors(self, plan: Plan, source: str, target: str) -> int:
        segment = Segment("0", Text.plain(source), Text.plain(target))
        document = Document("", (segment,), Article("", target, ()), Article("", source, ()))
        run = check_document(document, self.desk, plan)
        return sum(finding.severity is Severity.ERROR for finding in run.findings)
