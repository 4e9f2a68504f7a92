"""No finding, wherever it lies, brings a report down."""

from __future__ import annotations

import json
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.core import Applicability, Edit, Finding, Fix, Flag, Place, Severity, Side, Span
from toolkit.lint import Run
from toolkit.reports import Look, render

from .articles import ALONE, CLEAN, PAIR, document

raws = st.text(st.sampled_from("ab 芯𠮷\n\r\t\u2028\u200b\x00\x1b<&:%,\"'\u0301"), max_size=40)


@st.composite
def spans(draw: st.DrawFn, raw: str) -> Span:
    start = draw(st.integers(0, len(raw)))
    return Span(start, draw(st.integers(start, len(raw))))


@st.composite
def runs(draw: st.DrawFn) -> Run:
    en, zh = draw(raws), draw(st.none() | raws)
    fixes = st.builds(
        Fix,
        st.lists(st.builds(Edit, spans(en), raws), max_size=2).map(tuple),
        st.sampled_from(Applicability),
    )
    flags = st.builds(
        Flag,
        st.builds(Place, st.just(Side.TARGET), spans(en)),
        raws,
        st.none() if zh is None else st.none() | st.builds(Place, st.just(Side.SOURCE), spans(zh)),
        st.lists(raws, max_size=2).map(tuple),
        st.lists(fixes, max_size=2).map(tuple),
    )
    findings = st.builds(Finding, st.just("a/b"), st.sampled_from(Severity), st.just("c"), flags)
    return Run(
        document(en, zh), tuple(draw(st.lists(findings, max_size=3))), tuple(draw(st.lists(st.just("c/d"), max_size=1)))
    )


@given(runs(), st.integers(1, 120))
def test_every_report_stands_whatever_was_found(run: Run, width: int) -> None:
    look = Look(width=width)
    assert len(render("jsonl", [run], look).splitlines()) == len(run.findings)
    assert len(render("github", [run], look).split("\n")) == len(run.findings) + 1
    assert len(json.loads(render("sarif", [run], look))["runs"][0]["results"]) == len(run.findings)
    assert ET.fromstring(render("junit", [run], look).encode()).get("name") == "copydesk"
    assert "\x1b" not in render("text", [run], look)


def test_a_text_report_loads_no_other_format() -> None:
    code = "import sys, toolkit.reports as r; r.render('text', []); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "toolkit.reports.text" in loaded
    assert {"toolkit.reports.json", "toolkit.reports.sarif", "json", "hashlib", "difflib"}.isdisjoint(loaded)


def test_sarif_obeys_the_official_schema() -> None:
    """By the models that `pydantic-sarif` generated from it, which forbid what the schema does not name."""
    model = pytest.importorskip("pydantic_sarif.model")
    log = render("sarif", [PAIR, ALONE, CLEAN], Look(manuals={"names/wrong-rendering": "A name."}, version="1.0"))
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(log)
