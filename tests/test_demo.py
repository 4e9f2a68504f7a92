"""The demo articles: what a check finds in each is a golden file, reviewed as a diff and refreshed by `pytest --update`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from toolkit.api import Desk, check_pair, default_plan, open_desk
from toolkit.files import Pair, discover
from toolkit.lint import Run
from toolkit.reports.wire import wire

DEMO = Path(__file__).parents[1] / "corpora" / "demo"
MANGLED = discover([DEMO / "mangled"]).pairs
CLEAN = discover([DEMO / "clean"]).pairs


@cache
def desk() -> Desk:
    return open_desk()[0]


def told(run: Run) -> str:
    """A finding a line, without what changes when nothing does: paths, offsets, fingerprints."""
    rows = (
        {
            "line": finding["line"],
            "column": finding["column"],
            "text": finding["text"],
            "rule": finding["rule"],
            "severity": finding["severity"],
            "expected": finding["expected"],
            "evidence": finding["evidence"]["text"] if finding["evidence"] else None,
        }
        for finding in wire(run)
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.mark.parametrize("pair", CLEAN, ids=lambda pair: pair.target.name)
def test_clean_copy_has_no_findings(pair: Pair) -> None:
    assert told(_run(pair)) == ""


@pytest.mark.parametrize("pair", MANGLED, ids=lambda pair: pair.target.name)
def test_mangled_copy_has_the_findings_of_its_golden_file(pair: Pair, update: bool) -> None:
    golden = pair.target.with_name(f"{pair.target.name}.expected.jsonl")
    found = told(_run(pair))
    if update:
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


def test_most_faults_are_found_and_little_else() -> None:
    """Faults that a finding overlaps, of all that were planted; findings beside every fault, of all findings."""
    rows = [json.loads(line) for line in (DEMO / "faults.jsonl").read_text("utf-8").splitlines()]
    found = {pair.target.name: [(row["start"], row["end"]) for row in wire(_run(pair))] for pair in MANGLED}
    faults = {name: [(row["start"], row["end"]) for row in rows if row["file"] == name] for name in found}
    met = sum(_meets(fault, found[name]) for name in found for fault in faults[name])
    astray = sum(not _meets(finding, faults[name]) for name in found for finding in found[name])
    assert met / len(rows) >= 0.7
    assert astray / sum(map(len, found.values())) <= 0.1


def _meets(stretch: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    start, end = stretch
    return any(start < max(last, first + 1) and first < max(end, start + 1) for first, last in others)


@cache
def _run(pair: Pair) -> Run:
    return check_pair(pair, desk(), default_plan())
