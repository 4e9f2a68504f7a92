"""Lost and added text, end to end."""

from __future__ import annotations

from toolkit.api import Desk, check_text
from toolkit.core import Finding, Severity
from toolkit.files.lexicon import load_lexicon
from toolkit.lint import Plan
from toolkit.rules import shipped

DESK = Desk(lexicon=load_lexicon())
PLAN = Plan(tuple(rule for rule in shipped() if rule.family == "omission"))
CHINESE = """\
市长星期二表示，这座耗资三亿元的大桥将于下月通车。

渔民担心，桥墩会改变河水的流向，一些人打算到法院起诉。

去年夏天，一场洪水冲毁了旧桥，学校关闭了两个星期。
"""
ENGLISH = """\
The mayor said on Tuesday that the bridge, which cost 300 million yuan, will open next month.

Fishermen worry that the piers will change the flow of the river, and some plan to sue in court.

Last summer a flood destroyed the old bridge, and schools were closed for two weeks.
"""


def found(english: str, chinese: str | None = CHINESE) -> list[Finding]:
    return list(check_text(english, chinese, desk=DESK, plan=PLAN).findings)


def test_a_whole_translation_is_left_alone() -> None:
    assert found(ENGLISH) == []


def test_a_dropped_paragraph_is_shown_at_the_word_before_it() -> None:
    first, _, last = ENGLISH.split("\n\n")
    english = f"{first}\n\n{last}"
    (finding,) = found(english)
    span, evidence = finding.flag.place.span, finding.flag.evidence
    assert (finding.rule, english[span.start : span.end]) == ("omission/dropped-paragraph", "month.")
    assert evidence
    assert CHINESE[evidence.span.start : evidence.span.end].startswith("渔民")


def test_a_credit_at_the_head_is_at_most_a_note() -> None:
    first, *rest = CHINESE.split("\n\n")
    credit = "【河流日报驻山城特派记者某某 实习记者某某】"
    assert all(one.severity is Severity.NOTE for one in found(ENGLISH, "\n\n".join((credit + first, *rest))))


def test_editors_lines_are_no_omission() -> None:
    assert found(ENGLISH, CHINESE + "\n（完）\n\n责任编辑：某某\n") == []


def test_an_added_paragraph_is_shown_at_its_first_word() -> None:
    added = "Elsewhere, the orchestra played waltzes until midnight and the chef served oysters to every guest."
    english = ENGLISH.replace("\n\nFishermen", f"\n\n{added}\n\nFishermen")
    (finding,) = found(english)
    span = finding.flag.place.span
    assert (finding.rule, english[span.start : span.end]) == ("omission/added-paragraph", "Elsewhere")


def test_merged_and_split_paragraphs_are_no_omission() -> None:
    assert found(ENGLISH.replace("\n\nFishermen", " Fishermen")) == []
    assert found(ENGLISH, CHINESE.replace("\n\n渔民", "渔民")) == []


def test_a_dropped_clause_is_shown_where_it_stood() -> None:
    english = ENGLISH.replace(" that the piers will change the flow of the river, and some plan to sue in court", "")
    (finding,) = found(english)
    span = finding.flag.place.span
    assert (finding.rule, finding.severity) == ("omission/dropped-clause", Severity.WARNING)
    assert english[span.start : span.end] == "worry"


def test_copy_that_stands_alone_is_not_judged() -> None:
    run = check_text(ENGLISH, desk=DESK, plan=PLAN)
    assert run.findings == ()
    assert set(run.not_run) == {rule.name for rule in PLAN.rules}
