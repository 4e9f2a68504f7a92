"""What a copy editor reads on the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.core import Applicability, Edit, Finding, Fix, Flag, Place, Severity, Side, Span
from toolkit.language.width import width
from toolkit.reports import Look, render
from toolkit.reports.window import window

from .articles import CLEAN, PAIR, name_finding, run

PICTURE = """\
chips.en.txt:3:20: error: "Hofmann" is not how the desk spells 霍夫曼; write "Hoffman" [names/wrong-rendering]
      3 | The minister, Alan Hofmann , spoke to reporters.
        |                    ^^^^^^^
   zh 3 | 部长艾伦·霍夫曼向记者讲话。
        |          ^^^^^^
  write | Hoffman, or Alan Hoffman

chips.en.txt:3:27: warning: a space before a comma; close it up [spacing/space-before-mark]
    3 | The minister, Alan Hofmann , spoke to reporters.
      |                           ^^
  fix | Hofmann,
"""


def flagged(raw: str, start: int, end: int, *edits: Edit) -> str:
    fixes = (Fix(edits, Applicability.SAFE),) if edits else ()
    flag = Flag(Place(Side.TARGET, Span(start, end)), "wrong", fixes=fixes)
    return render("text", [run(Finding("a/b", Severity.NOTE, "c", flag), en=raw)], Look(width=60))


def test_a_finding_shows_its_line_its_evidence_and_its_cure() -> None:
    assert render("text", [PAIR]) == PICTURE


def test_a_clean_article_says_nothing() -> None:
    assert render("text", [CLEAN]) == ""


def test_colour_comes_only_when_it_is_asked_for() -> None:
    coloured = render("text", [PAIR], Look(colour=True))
    assert "\x1b[31merror:\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d*m", "", coloured) == PICTURE


MANUAL = """\
A name the desk spells otherwise.

Readers look for a name they know,
and do not find it.

Known problems: none known.
Source: the desk's termbase.

Bad:
    en: Alan «Hofmann»
"""


def test_explained_findings_say_what_their_rule_stands_on() -> None:
    look = Look(width=40, explain=True, manuals={"names/wrong-rendering": MANUAL})
    assert render("text", [run(name_finding())], look).splitlines()[-4:] == [
        "   write | Hoffman, or Alan Hoffman",
        "     why | Readers look for a name they",
        "         | know, and do not find it.",
        "  source | the desk's termbase.",
    ]


def test_a_long_paragraph_is_cut_to_a_window_at_words() -> None:
    raw = "Word after word " * 20 + "the mistke here " + "and on it goes " * 20
    start = raw.index("mistke")
    assert flagged(raw, start, start + 6).splitlines()[1:] == [
        "  1 | …Word after word the mistke here and on it goes and…",
        "    |                      ^^^^^^",
    ]


def test_a_fix_shows_the_word_as_it_will_stand() -> None:
    raw = "It was super -fast.\nNext"
    assert "  fix | super-fast.\n" in flagged(raw, 12, 14, Edit(Span(12, 13), ""))


def test_what_hides_or_steers_a_terminal_is_spelt_out() -> None:
    shown = flagged("a\u200bb\x1b[2J", 1, 2)
    assert "  1 | a<U+200B>b<U+001B>[2J\n    |  ^^^^^^^^\n" in shown


def test_a_finding_over_two_lines_is_marked_to_the_end_of_the_first() -> None:
    assert "  1 | one\n    |  ^^\n" in flagged("one\ntwo\n", 1, 6)


def test_a_point_at_the_end_of_the_file_gets_one_caret() -> None:
    assert "  1 | end\n    |    ^\n" in flagged("end", 3, 3)


@given(st.text(st.sampled_from("ab 芯片é\u0301\u200b“"), max_size=300), st.data())
def test_a_window_fits_its_room_and_its_carets_stand_under_the_words(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, min(len(line), start + 4)))
    room = data.draw(st.integers(40, 80))
    seen = window(line, Span(0, len(line)), Span(start, end), room)
    assert width(seen.text) <= room
    assert seen.column + seen.carets <= room + 1
    words = line[start:end].replace("\u200b", "<U+200B>")
    assert width(words) > room // 2 or words in seen.text


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("chip", 4), ("芯片", 4), ("，", 2), ("한국", 4), ("한", 2)])
def test_width_counts_terminal_columns(text: str, columns: int) -> None:
    assert width(text) == columns
