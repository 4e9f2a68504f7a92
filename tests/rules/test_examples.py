"""Every rule keeps the promises of its manual."""

from __future__ import annotations

import datetime
import re

import pytest
from articles import fixed, of_example

from toolkit.lint import Rule
from toolkit.lint.examples import Example
from toolkit.rules import shipped

CASES = [
    pytest.param(rule, example, id=f"{rule.name}-{n}") for rule in shipped() for n, example in enumerate(rule.examples)
]
RULES = [pytest.param(rule, id=rule.name) for rule in shipped()]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_a_rule_finds_what_its_manual_marks_and_nothing_else(rule: Rule, example: Example) -> None:
    found = [finding.flag.place.span for finding in of_example(rule, example)]
    assert found == list(example.expected)


@pytest.mark.parametrize("rule", RULES)
def test_safe_fixes_turn_the_first_bad_into_text_without_the_fault(rule: Rule) -> None:
    bad = next(example for example in rule.examples if not example.good)
    mended = fixed(of_example(rule, bad), bad.en)
    if mended != bad.en:
        assert not of_example(rule, bad, en=mended)


@pytest.mark.parametrize("rule", RULES)
def test_a_manual_has_examples_a_source_and_a_mistake_in_its_first_line(rule: Rule) -> None:
    verdicts = {example.good for example in rule.examples}
    assert verdicts == {True, False}
    assert re.search(r"^Source: \S", rule.doc, re.MULTILINE)
    assert rule.doc.splitlines()[0].endswith(".")
    assert not rule.doc.startswith(("Check", "Find", "Flag", "Detect"))


@pytest.mark.parametrize("rule", RULES)
def test_an_example_date_is_a_date(rule: Rule) -> None:
    for example in rule.examples:
        if example.date:
            assert datetime.date.fromisoformat(example.date)
