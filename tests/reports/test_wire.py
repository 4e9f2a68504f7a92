"""What other programs read."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import toolkit.reports
from toolkit.core import Finding, Flag, Place, Severity, Side, Span
from toolkit.lint import Run
from toolkit.reports import render
from toolkit.reports.lines import Lines, Position
from toolkit.reports.wire import wire

from .articles import ALONE, CLEAN, PAIR, document, run

SCHEMA = json.loads(Path(toolkit.reports.__file__).with_name("finding.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

PICTURE = {
    "path": "chips.en.txt",
    "line": 3,
    "column": 20,
    "end_line": 3,
    "end_column": 27,
    "start": 28,
    "end": 35,
    "text": "Hofmann",
    "rule": "names/wrong-rendering",
    "severity": "error",
    "category": "accuracy/mistranslation",
    "message": '"Hofmann" is not how the desk spells 霍夫曼; write "Hoffman"',
    "term": "alan-hoffman",
    "evidence": {"path": "chips.zh.txt", "line": 3, "column": 6, "end_line": 3, "end_column": 9, "text": "霍夫曼"},
    "expected": ["Hoffman", "Alan Hoffman"],
    "fixes": [],
}


def test_a_finding_is_told_as_the_architecture_draws_it() -> None:
    first = dict(next(wire(PAIR)))
    first.pop("fingerprint")
    assert first == PICTURE


def test_keys_keep_the_order_of_the_drawing() -> None:
    schema_order = SCHEMA["required"]
    assert [list(finding) for finding in wire(PAIR)] == [schema_order, schema_order]


@pytest.mark.parametrize("checked", [PAIR, ALONE, CLEAN])
def test_every_line_of_jsonl_obeys_the_schema_that_ships(checked: Run) -> None:
    lines = render("jsonl", [checked]).splitlines()
    assert len(lines) == len(checked.findings)
    for line in lines:
        VALIDATOR.validate(json.loads(line))


def test_the_schema_refuses_what_is_not_a_finding() -> None:
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({**PICTURE, "fingerprint": "0" * 16, "severity": "fatal"})


def test_json_is_the_same_list_with_a_schema_version() -> None:
    report = json.loads(render("json", [PAIR, CLEAN, ALONE]))
    lines = [json.loads(line) for line in render("jsonl", [PAIR, CLEAN, ALONE]).splitlines()]
    assert report == {"schema_version": 1, "findings": lines}


def test_a_clean_check_is_an_empty_stream() -> None:
    assert render("jsonl", [CLEAN]) == ""
    assert json.loads(render("json", [])) == {"schema_version": 1, "findings": []}


def test_a_line_separator_inside_an_article_does_not_end_a_line_of_jsonl() -> None:
    raw = "one\u2028two\x85three"
    flag = Flag(Place(Side.TARGET, Span(0, len(raw))), "odd")
    text = render("jsonl", [run(Finding("a/b", Severity.NOTE, "c", flag), en=raw)])
    assert len(text.splitlines()) == 1
    assert json.loads(text)["text"] == raw


@given(st.text(st.sampled_from("ab芯𠮷 \n\r\u2028"), min_size=1, max_size=30), st.data())
def test_start_and_end_agree_with_lines_and_columns(raw: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    flag = Flag(Place(Side.TARGET, Span(start, end)), "here")
    told = next(wire(Run(document(raw), (Finding("a/b", Severity.NOTE, "c", flag),))))
    lines = Lines(raw)
    assert lines.offset(Position(told["line"], told["column"])) == start == told["start"]
    assert lines.offset(Position(told["end_line"], told["end_column"])) == end == told["end"]
    assert told["text"] == raw[start:end]
    VALIDATOR.validate(told)
