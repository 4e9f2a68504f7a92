"""All that a translation is made with."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

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
        segment = Segment("0", Text.plain(source), Text.plain(target))
        document = Document("", (segment,), Article("", target, ()), Article("", source, ()))
        run = check_document(document, self.desk, self.plan)
        return sum(finding.severity is Severity.ERROR for finding in run.findings)

    def cascade(self, date: datetime.date | None) -> Cascade:
        """The translator with what judges it."""
        known = Knowledge(self.desk.glossary, self.desk.lexicon, date)
        return Cascade(self.translator, known, self.errors, self.tuning)
