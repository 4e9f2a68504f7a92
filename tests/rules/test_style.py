"""House style: switches that are off, and lists that become rules."""

from __future__ import annotations

import pytest
from articles import fixed, found

from toolkit.core import Severity
from toolkit.lint import Plan, Rule
from toolkit.lint.lists import consistent, forbid, prefer
from toolkit.rules import shipped

STYLE = tuple(rule for rule in shipped() if rule.family == "style")


@prefer({"widget": "gadget"})
def old_word() -> None:
    """An old word."""


@forbid({"very": "say how much"})
def empty_word() -> None:
    """A word that says nothing."""


@consistent(("gray", "grays"), ("grey", "greys"))
def mixed_gray() -> None:
    """Two spellings of gray."""


def test_house_style_is_off_by_default() -> None:
    assert STYLE
    assert not any(rule.default for rule in STYLE)


def test_all_switches_together_do_not_contradict_one_another() -> None:
    text = (
        'The U.S. paid RMB 5 mln, 3 per cent, on 5 May 2021 at 6 PM, and the center realised "it".\n\n'
        "Mr. Li organised a program; the labor market is 5% up, “he said”, and 3% is enough."
    )
    once = fixed(found(STYLE, text), text)
    again = fixed(found(STYLE, once), once)
    assert fixed(found(STYLE, again), again) == again
    assert "The US paid 5 million yuan, 3%" in again


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        (
            old_word,
            "Widget, WIDGET and widget; widgets, mega-widget.",
            "Gadget, GADGET and gadget; widgets, mega-widget.",
        ),
        (mixed_gray, "A gray cat, two grays, a grey dog, greys.", "A gray cat, two grays, a gray dog, grays."),
        (mixed_gray, "A grey cat.", "A grey cat."),
        (empty_word, "A very good day, every day.", "A very good day, every day."),
    ],
)
def test_a_list_becomes_a_rule(rule: Rule, before: str, after: str) -> None:
    assert fixed(found((rule,), before), before) == after


def test_a_list_rule_has_the_name_and_manual_of_its_function() -> None:
    assert (empty_word.name, empty_word.doc, empty_word.options) == (
        "test_style/empty-word",
        "A word that says nothing.",
        {},
    )
    (finding,) = found((empty_word,), "A very good day.")
    assert finding.severity is Severity.WARNING
    assert finding.flag.message == "“very”: say how much"
    assert Plan((empty_word,)).rules[0].family == "test_style"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("off-style-date", "On 19th of June 2024 and 3 May.", "On 19th of June 2024 and May 3."),
        ("off-style-time", "At 6pm, 10:30 AM and 7:00 a.m.", "At 6 p.m., 10:30 a.m. and 7 a.m."),
        ("off-style-country", "The U.S. and U.N. agree, in the U.S.A.", "The US and UN agree, in the U.S.A."),
        ("currency-code", "CNY5.2 billion and RMB 300.", "5.2 billion yuan and 300 yuan."),
    ],
)
def test_safe_fixes_write_the_house_form(name: str, before: str, after: str) -> None:
    rules = tuple(rule for rule in STYLE if rule.name == f"style/{name}")
    assert fixed(found(rules, before), before) == after
