"""What build servers read: GitHub's annotations and JUnit; and the last line on standard error."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from toolkit.core import Finding, Flag, Place, Severity, Side, Span
from toolkit.lint import Run
from toolkit.reports import FORMATS, render, summary

from .articles import ALONE, CLEAN, PAIR, document, name_finding, run

GITHUB = """\
::error file=chips.en.txt,line=3,endLine=3,col=20,endColumn=27,title=names/wrong-rendering::\
"Hofmann" is not how the desk spells 霍夫曼; write "Hoffman"
::warning file=chips.en.txt,line=3,endLine=3,col=27,endColumn=29,title=spacing/space-before-mark::\
a space before a comma; close it up
"""

JUNIT = """\
<?xml version="1.0" encoding="utf-8"?>
<testsuites name="copydesk" tests="3" failures="1" skipped="1">
  <testsuite name="chips.en.txt" tests="2" failures="1" skipped="1">
    <testcase name="spacing/space-before-mark at 3:27" classname="chips.en.txt">
      <failure type="warning" message="a space before a comma; close it up">\
chips.en.txt:3:27: a space before a comma; close it up</failure>
    </testcase>
    <testcase name="numbers/shifted-magnitude" classname="chips.en.txt">
      <skipped message="needs the Chinese" />
    </testcase>
  </testsuite>
  <testsuite name="chips.en.txt" tests="1" failures="0" skipped="0">
    <testcase name="no findings" classname="chips.en.txt" />
  </testsuite>
</testsuites>
"""


def odd(message: str, path: str = "a.txt", end: int = 1) -> Run:
    flag = Flag(Place(Side.TARGET, Span(0, end)), message)
    return Run(document(path=path), (Finding("a/b", Severity.NOTE, "c", flag),))


def test_github_gets_one_command_a_finding() -> None:
    assert render("github", [PAIR, CLEAN]) == GITHUB


def test_github_commands_escape_what_would_end_them() -> None:
    line = render("github", [odd("100%: a,\r\nb", "a,b:c%.txt")])
    assert line == "::notice file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=1,endColumn=2,title=a/b::100%25: a,%0D%0Ab\n"


def test_github_gets_no_columns_where_a_finding_spans_lines() -> None:
    assert "col=" not in render("github", [odd("long", end=12)])


def test_junit_has_a_suite_an_article() -> None:
    assert render("junit", [ALONE, CLEAN]) == JUNIT


def test_a_note_is_no_failed_test() -> None:
    suite = ET.fromstring(render("junit", [run(name_finding(Severity.NOTE))]).encode())
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


@pytest.mark.parametrize("message", ['<&>"]]>', "a\x00b\x1b\ufffe", "two\nlines", "𠮷"])
def test_junit_stays_well_formed_whatever_an_article_says(message: str) -> None:
    suite = ET.fromstring(render("junit", [odd(message)]).encode())
    told = suite.findtext(".//system-out") or ""
    assert told.startswith("a.txt:1:1: ")


def test_the_summary_counts_the_worst_first() -> None:
    line = summary([PAIR, ALONE, CLEAN], 1.204)
    assert line == ("1 error and 2 warnings in 3 articles (1.20 s); 1 rule did not run on 1 article without Chinese")


def test_the_summary_of_a_clean_check_says_so() -> None:
    assert summary([CLEAN], 0.05) == "No findings in 1 article (0.05 s)"


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_renders_nothing_as_something_valid(form: str) -> None:
    assert isinstance(render(form, []), str)


def test_an_unknown_format_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        render("docx", [])
