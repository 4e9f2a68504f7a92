"""What is safe to fix unread: what a machine did, and never what a hand may have meant or does out of habit."""

from __future__ import annotations

import pytest
from articles import fixed, found

from toolkit.api import Desk, check_text
from toolkit.core import Applicability
from toolkit.glossary import Glossary
from toolkit.glossary.table import row
from toolkit.rules import shipped

OURS = tuple(rule for rule in shipped() if rule.family in {"spacing", "quotes", "residue"})


@pytest.mark.parametrize(
    ("machine", "mended", "hand"),
    [
        ('The " red leaf " fell.', 'The "red leaf" fell.', 'He said: "The leaf fell. "'),
        ("She said ”yes“ again.", "She said “yes” again.", "She said ”yes” again."),
        ("It fell , then rose .", "It fell, then rose.", "It fell , then rose."),
        ("It fell .The yen rose.", "It fell. The yen rose.", "It fell . The yen rose."),
        ('It is a "fall" .', 'It is a "fall".', "It is a fall ."),
        ("The bank(Asia)said so.", "The bank (Asia) said so.", "The bank(Asia) said so."),
        ("It fell ( May 3 ).", "It fell (May 3).", "(It fell in May. )"),
        ("It fell,but the yen rose.", "It fell, but the yen rose.", "Source:Xinhua."),
        ("It fell,, then rose.", "It fell, then rose.", "It fell, ."),
        ('The team"Red" won.', 'The team "Red" won.', 'They chose "a","b".'),
        (
            "Read only memory (ROM) (ROM) fell.",
            "Read only memory (ROM) fell.",
            "Read only memory (ROM) and Asian (ROM) fell.",
        ),
    ],
)
def test_what_a_machine_did_is_mended_and_the_slip_of_a_hand_is_shown(machine: str, mended: str, hand: str) -> None:
    assert fixed(found(OURS, machine), machine) == mended
    shown = found(OURS, hand)
    assert shown
    assert fixed(shown, hand) == hand


def test_which_of_two_kinds_of_quotation_mark_stays_is_for_the_desk_to_say() -> None:
    text = 'The "old" mayor said: “Yes."'
    assert [one.rule for one in found(OURS, text)] == ["quotes/mixed-pair"]
    assert fixed(found(OURS, text), text) == text


def test_a_hanging_hyphen_is_no_torn_one() -> None:
    assert found(OURS, "It is inter-regional and -industry trade.") == []


def numbers(english: str, chinese: str) -> list[tuple[str, Applicability]]:
    findings = check_text(english, chinese).findings
    return [(one.rule.partition("/")[2], fix.applicability) for one in findings for fix in one.flag.fixes]


def test_a_bare_decimal_may_be_the_day_that_an_event_is_called_by() -> None:
    shifted = numbers("The 719 rains hit the city.", "7.19暴雨袭击全市。")
    assert shifted == [("shifted-magnitude", Applicability.UNSAFE)]


def test_a_year_that_the_copy_says_twice_is_not_mended_once() -> None:
    english = "They did it between September 30, 2009 and October 4, 2009."
    assert numbers(english, "二〇一五年九月三十日至十月四日，他们做了此事。") == [("wrong-date", Applicability.UNSAFE)]


def test_a_half_in_hyphens_is_read() -> None:
    assert numbers("He came back three-and-a-half years later.", "三年半后他回来了。") == []


@pytest.mark.parametrize(("wrong", "sure"), [("Qiu Tenghua", Applicability.UNSAFE), ("Qiu Tengfa", Applicability.SAFE)])
def test_pinyin_that_spells_the_name_rightly_may_be_a_namesakes(wrong: str, sure: Applicability) -> None:
    term = row({"type": "person", "zh": "邱腾华", "en": "Edward Yau", "en_forbidden": "Qiu Tenghua|Qiu Tengfa"})
    desk = Desk(Glossary([term]))
    (one,) = check_text(f"{wrong} spoke first.", "邱腾华首先发言。", desk=desk).findings
    assert one.rule == "names/forbidden-rendering"
    assert [fix.applicability for fix in one.flag.fixes] == [sure]
