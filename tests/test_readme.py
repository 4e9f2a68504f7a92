"""The README keeps its word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from toolkit.api import check_text, default_plan, open_desk
from toolkit.core import Severity
from toolkit.lint import Plan
from toolkit.lint.examples import parse
from toolkit.rules import shipped

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PROGRAMS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "CHANGELOG.md",
        "docs/settings.md",
        "docs/commands.md",
        "docs/glossary.md",
        "docs/ci.md",
        "docs/serve.md",
    ],
)
def test_the_tool_has_no_errors_to_report_on_our_own_pages(page: str) -> None:
    desk, _ = open_desk()
    run = check_text((ROOT / page).read_text("utf-8"), form="markdown", desk=desk, plan=default_plan())
    assert [finding for finding in run.findings if finding.severity is Severity.ERROR] == []


def test_its_own_rule_keeps_the_promises_of_its_manual(monkeypatch: pytest.MonkeyPatch) -> None:
    names: dict[str, object] = {"__name__": "gazette.rules.phrases"}
    exec(PROGRAMS[0], names)
    rule = names["stale_phrase"]
    assert rule.name == "phrases/stale-phrase"  # type: ignore[attr-defined]
    for example in parse(rule.doc):  # type: ignore[attr-defined]
        run = check_text(example.en, plan=Plan((rule,)))  # type: ignore[arg-type]
        assert [finding.flag.place.span for finding in run.findings] == list(example.expected)


def test_its_program_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(PROGRAMS[1], {})
    assert "spacing/space-before-stop" in capsys.readouterr().out


def test_every_page_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_its_table_of_families_is_complete() -> None:
    table = README.partition("## What it finds")[2].partition("##")[0]
    assert {rule.family for rule in shipped()} <= set(re.findall(r"`(\w+)`", table))
