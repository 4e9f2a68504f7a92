"""Decisions that a desk took once are kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from toolkit.core import Article, Document, Finding, Flag, Paragraph, Place, Segment, Severity, Side, Span, Text
from toolkit.files.baseline import dump_baseline, load_baseline, write_baseline
from toolkit.files.errors import Unreadable
from toolkit.lint import Run
from toolkit.lint.baseline import Decision, decide, fresh

RAW = "The the plan.\n\nA long way off, the the plan."


def checked(raw: str = RAW, path: str = "a.en.txt") -> Run:
    text = Text.plain(raw)
    spans = [Span(n, n + 7) for n in range(len(raw)) if raw[n : n + 7].lower() == "the the"]
    flags = [Flag(Place(Side.TARGET, span), "twice") for span in spans]
    found = tuple(Finding("residue/repeated-word", Severity.ERROR, "c", flag) for flag in flags)
    return Run(Document(path, (Segment("1", None, text),), Article(path, raw, (Paragraph(text),))), found)


def test_what_was_decided_is_not_reported_again_even_after_lines_moved() -> None:
    decisions = decide([checked()])
    assert fresh(checked("A headline\n\n" + RAW.replace("long", "longer")), decisions).findings[2:] == ()
    assert fresh(checked(), decisions).findings == ()


def test_what_was_not_decided_is_still_reported() -> None:
    run = checked()
    assert len(fresh(run, decide([run])[:1]).findings) == 1
    assert fresh(run, ()) is run


def test_writing_anew_keeps_reasons_and_other_articles() -> None:
    first = decide([checked(), checked("Oh the the.", "b.en.txt")])
    reasoned = [decision._replace(reason="a quotation") for decision in first]
    again = decide([checked()], reasoned)
    assert {decision.path for decision in again} == {"a.en.txt", "b.en.txt"}
    assert {decision.reason for decision in again} == {"a quotation"}
    assert decide([checked("Mended.")], first) == tuple(row for row in first if row.path == "b.en.txt")


def test_mending_one_of_two_articles_does_not_forget_the_other() -> None:
    first = decide([checked(), checked(path="b.en.txt")])
    assert fresh(checked(), decide([checked("Mended.", "b.en.txt")], first)).findings == ()


def test_a_baseline_survives_the_disk(tmp_path: Path) -> None:
    decisions = (*decide([checked()]), Decision("0" * 16, "names/x", "芯片.txt", "𠮷", "as the company writes it"))
    write_baseline(tmp_path / "b.json", decisions)
    assert load_baseline(tmp_path / "b.json") == decisions


def test_a_baseline_reads_well_in_a_diff() -> None:
    assert dump_baseline([Decision("0123456789abcdef", "names/x", "a.txt", "Asm")]) == (
        '{\n  "schema_version": 1,\n  "findings": [\n    {\n      "fingerprint": "0123456789abcdef",\n'
        '      "rule": "names/x",\n      "path": "a.txt",\n      "text": "Asm"\n    }\n  ]\n}\n'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{\n  oops", ":2: is not JSON"),
        ("[]", "has no schema_version 1"),
        ('{"schema_version": 2, "findings": []}', "has no schema_version 1"),
        ('{"schema_version": 1}', "has no list of findings"),
        ('{"schema_version": 1, "findings": [3]}', "finding 1 needs a fingerprint"),
        ('{"schema_version": 1, "findings": [{"fingerprint": "a"}]}', "finding 1 needs a rule"),
        (json.dumps({"schema_version": 1, "findings": [{"fingerprint": "a", "rule": "b", "path": 3}]}), "needs a path"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_broken_baseline_gets_one_line(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(Unreadable) as caught:
        load_baseline(tmp_path / "b.json")
    assert expected in str(caught.value)
    assert "\n" not in str(caught.value)
