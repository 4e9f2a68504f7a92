"""Run rules over a document: they yield, the engine stamps, filters and sorts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from toolkit.core import Document, Finding, Flag, Place, Severity
from toolkit.lint.admission import admission
from toolkit.lint.context import Context
from toolkit.lint.ignoring import Idle, Ignoring
from toolkit.lint.rule import Rule
from toolkit.lint.selector import names

_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a check: findings in the order of the English, and the rules that could not run without Chinese.

    `ran` are the rules that did, `idle` the inline ignores that silenced nothing.
    """

    document: Document
    findings: tuple[Finding, ...]
    not_run: tuple[str, ...] = ()
    ran: tuple[str, ...] = ()
    idle: tuple[Idle, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Which rules run, how severely they speak, and with what options (by rule name)."""

    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def run(plan: Plan, document: Document, context: Context) -> Run:
    """Judge `document` by every rule of `plan`; a finding inside an inline ignore of its rule is dropped.

    A rule is heard 10,000 times in an article and no more.
    """
    findings: list[Finding] = []
    not_run: list[str] = []
    admitted = admission(document)
    for rule in plan.rules:
        if rule.needs_source and document.source is None:
            not_run.append(rule.name)
            continue
        fixed = plan.severities.get(rule.name)
        for flag in filter(None, map(admitted, islice(_flags(rule, document, context, plan), _MOST))):
            severity = fixed if fixed is not None else flag.severity if flag.severity is not None else rule.severity
            findings.append(Finding(rule.name, severity, rule.category, flag))
    ignoring = Ignoring(document)
    kept = tuple(_single([finding for finding in dict.fromkeys(findings) if not ignoring.silences(finding)]))
    ran = tuple(rule.name for rule in plan.rules if rule.name not in not_run)
    return Run(document, kept, tuple(not_run), ran, ignoring.idle(ran, not_run))


def _flags(rule: Rule, document: Document, context: Context, plan: Plan) -> Iterator[Flag]:
    """What a rule claims; where it fails, its name goes with the failure."""
    try:
        yield from rule.check(document, context, **plan.options.get(rule.name, {}))
    except Exception as error:
        error.add_note(f"rule {rule.name}")
        raise


def selected(rules: Iterable[Rule], select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    """The rules that `select` names (empty: those on by default) less those that `ignore` names.

    A name is a whole rule, a family, `all`, or `default` for those on by default.
    """
    chosen, dropped = tuple(select) or ("default",), tuple(ignore)
    return tuple(
        rule
        for rule in rules
        if any(names(name, rule.name) or (name == "default" and rule.default) for name in chosen)
        and not any(names(name, rule.name) for name in dropped)
    )


def _single(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for one fault: of those on the same words that are of one kind, the most severe; in reading order.

    Of one kind are findings of the same MQM dimension or of the same family.
    """
    kept: list[Finding] = []
    taken: set[tuple[Place, str]] = set()
    for finding in sorted(findings, key=lambda finding: (-finding.severity, *_position(finding))):
        kinds = finding.category.partition("/")[0], finding.rule.partition("/")[0]
        keys = {(finding.flag.place, kind) for kind in kinds}
        if not keys & taken:
            taken |= keys
            kept.append(finding)
    return sorted(kept, key=_position)


def _position(finding: Finding) -> tuple[int, int, str]:
    span = finding.flag.place.span
    return span.start, span.end, finding.rule
