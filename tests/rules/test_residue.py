"""What the machine left behind, and what only looks like it."""

from __future__ import annotations

import pytest
from articles import fixed, found

from toolkit.core import Severity
from toolkit.rules import shipped

RESIDUE = tuple(rule for rule in shipped() if rule.family == "residue")


def said(text: str) -> list[tuple[str, str]]:
    return [(one.rule.partition("/")[2], text[slice(*one.flag.place.span)]) for one in found(RESIDUE, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 芯片，光刻机 plants.", [("chinese-left-over", "芯片，光刻机")]),
        ("It cost 5 ç¾Žå…ƒ.", [("mojibake", "ç¾Žå…ƒ")]),
        ("It is donâ€™t.", [("mojibake", "â€™")]),
        ("The lost \ufffd sign.", [("mojibake", "\ufffd")]),
        ("Met {0} and %s at <unk>.", [("placeholder", "{0}"), ("placeholder", "%s"), ("placeholder", "<unk>")]),
        ("A rise of of five.", [("repeated-word", "of of")]),
        ("He sat in the in the hall.", [("repeated-word", "in the in the")]),
        ("It says we do not know we do not know we do not know.", [("loop", "we do not know")]),
        ("A code division (CD) in Asia (CD) fell.", [("repeated-abbreviation", "(CD)")]),
        ("Another two other ports shut.", [("doubled-other", "Another two other")]),
        ("It fell;; then rose.", [("doubled-punctuation", ";;")]),
    ],
)
def test_residue_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Fang Fang and Cao Cao went to Walla Walla, to Baden Baden and on the 11 11 sale.",
        "He had had enough; I know that that is so; it is very very cold; no no no.",
        "Naïve façades, Ångström, Škoda, señor, “quotes” – dashes — and … in 5 µm.",
        "Ms. Ho (KMT), Mr. Li (DPP) and Ms. Wu (DPP) lost; run() and f(x) stay.",
        "Acme Inc., Bolt Ltd.; it is 50% so far, 10%discount apart; e.g. pears, i.e. fruit, vs. apples.",
        "Day after day after day, again and again and again, side by side.",
    ],
)
def test_sound_copy_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_a_gloss_in_brackets_is_only_a_note() -> None:
    (finding,) = found(RESIDUE, "He spoke of ties (关系) at length.")
    assert finding.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The the port is is shut by by law.", "The port is is shut by law."),
        ("The cafÃ© is shut.", "The café is shut."),
        ("Acme () fell,, then rose..", "Acme fell, then rose."),
    ],
)
def test_safe_fixes_mend(before: str, after: str) -> None:
    assert fixed(found(RESIDUE, before), before) == after
