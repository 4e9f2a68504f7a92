"""Quotation marks and brackets, paragraph by paragraph and over them."""

from __future__ import annotations

import pytest
from articles import fixed, found

from toolkit.core import Severity
from toolkit.rules import shipped

QUOTES = tuple(rule for rule in shipped() if rule.family == "quotes")


def said(text: str) -> list[tuple[str, str]]:
    return [(one.rule.partition("/")[2], text[slice(*one.flag.place.span)]) for one in found(QUOTES, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('A "red" and blue" leaf fell.', [("unbalanced-quotation", '"')]),
        ("The bank (of Asia fell.", [("unbalanced-bracket", "(")]),
        ('"It fell, a banker in the U. S. said on Monday.', [("unbalanced-quotation", "fell,")]),
        ('Say "the hall, to be built. The mayor said so.', [("unbalanced-quotation", '"')]),
        ('It is “red".', [("mixed-pair", "“")]),
        ('She said "yes."” Then she left.', [("doubled-quotation-mark", '"”')]),
        ("She read 《Red Leaf》 aloud.", [("chinese-mark", "《")]),
        ("She said ”yes” again.", [("reversed-quotation-mark", "”")]),
        ('The " red leaf" fell.', [("padded-quotation", '" red')]),
    ],
)
def test_a_fault_is_one_finding(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '"One.\n\n"Two.\n\n"Three," she said.',
        "“One.\n\nTwo.\n\nThree,” she said.",
        "‘Tis the teachers' strike of the '90s: rock 'n' roll on 12\" discs, 5'10\" tall.",
        'He said: "She cried \'Fire!\'" and "left".',
        "Steps: 1) read, 2) write, (c) rest; iv) repeat. :-) [sic]",
        'A "post-90s" girl ("she"), the "92 Consensus".',
        "“He called it ‘odd’,” she said—“very odd”.",
        "The bank (of Asia） rose.",
    ],
)
def test_sound_copy_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_a_mark_at_the_edge_of_a_paragraph_is_only_a_note() -> None:
    (finding,) = found(QUOTES, '"The port is shut.\n\nThe bank is open.')
    assert finding.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("She said ”yes“ and 「no」.", 'She said “yes” and "no".'),
        ('The " red leaf " fell.', 'The "red leaf" fell.'),
        ("The ((red)) leaf ``fell''.", 'The (red) leaf "fell".'),
    ],
)
def test_safe_fixes_mend(before: str, after: str) -> None:
    assert fixed(found(QUOTES, before), before) == after
