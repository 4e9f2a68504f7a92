"""The rules themselves as text: a list, and the manual of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from toolkit.lint import Rule
from toolkit.reports.manuals import markdown, mistake


def listing(rules: Iterable[Rule]) -> str:
    """A line for each rule, family by family: its name, its severity, the mistake, and what it needs."""
    every = sorted(rules, key=lambda rule: rule.name)
    width = max((len(rule.name) for rule in every), default=0)
    families = (list(family) for _, family in groupby(every, key=lambda rule: rule.family))
    return "\n".join("".join(f"{_row(rule, width)}\n" for rule in family) for family in families)


def manual(rule: Rule) -> str:
    """What `copydesk rules NAME` prints: how the rule is declared, its options, and its manual with the examples."""
    return "\n".join((rule.name, *(f"  {label}: {value}" for label, value in _facts(rule)), "", rule.doc, ""))


def chapter(rule: Rule) -> str:
    """The same in Markdown, as in docs/rules.md."""
    facts = " · ".join(f"{label}: {value}" for label, value in _facts(rule))
    return f"### {rule.name}\n\n*{facts}*\n\n{markdown(rule.doc)}\n"


def _row(rule: Rule, width: int) -> str:
    needs = [*(["needs the Chinese"] if rule.needs_source else []), *([] if rule.default else ["off by default"])]
    note = f" ({'; '.join(needs)})" if needs else ""
    return f"{rule.name:{width}}  {rule.severity!s:7}  {mistake(rule.doc)}{note}"


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    yield "severity", str(rule.severity)
    yield "category", rule.category
    yield "Chinese", "needed" if rule.needs_source else "not needed"
    yield "by default", "on" if rule.default else "off"
    for option, value in rule.options.items():
        yield f"option {option}", f"{value!r} unless set"
