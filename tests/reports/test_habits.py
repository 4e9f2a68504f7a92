"""A mechanical habit must not drown the report that a person reads, nor be lost to a program."""

from __future__ import annotations

import json
import re

import pytest

from toolkit.core import Applicability, Edit, Finding, Fix, Flag, Place, Severity, Side, Span
from toolkit.lint import Run
from toolkit.reports import render

from .articles import run

RAW = "one , two , three , four , five , six , seven , eight .\n"


def habit(severity: Severity = Severity.WARNING, sure: Applicability = Applicability.SAFE) -> Run:
    spans = [Span(*match.span()) for match in re.finditer(" ,", RAW)]
    findings = [
        Finding("spacing/a", severity, "c", Flag(Place(Side.TARGET, at), "m", fixes=(Fix((Edit(at, ","),), sure),)))
        for at in spans
    ]
    return run(*findings, en=RAW)


def test_the_first_five_are_shown_and_the_rest_counted() -> None:
    report = render("text", [habit()])
    assert report.count("[spacing/a]") == 5
    assert "  more | and 2 more like it in this article" in report.splitlines()


def test_annotations_are_as_few() -> None:
    lines = render("github", [habit()]).splitlines()
    assert [line.endswith("m; and 2 more like it in this article") for line in lines] == [*[False] * 4, True]


@pytest.mark.parametrize("form", ["jsonl", "sarif", "junit"])
def test_programs_get_every_finding(form: str) -> None:
    assert render(form, [habit()]).count("spacing/a") >= 7


def test_every_fix_stays_within_reach() -> None:
    fixes = [json.loads(line)["fixes"] for line in render("jsonl", [habit()]).splitlines()]
    assert sum(len(one) for one in fixes) == 7


@pytest.mark.parametrize("one", [habit(Severity.ERROR), habit(sure=Applicability.UNSAFE)])
def test_what_needs_a_look_is_shown_each_time(one: Run) -> None:
    assert render("text", [one]).count("[spacing/a]") == 7


def test_each_article_is_counted_by_itself() -> None:
    assert render("text", [habit(), habit()]).count("[spacing/a]") == 10
