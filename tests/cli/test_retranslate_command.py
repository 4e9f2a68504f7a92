"""`copydesk retranslate` writes what was asked for, where it was told to, and says what it did."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from toolkit.cli import app
from toolkit.core import Span
from toolkit.translation import Hypothesis, Link

ZH = "<h1>芯片</h1>\n<p>荷兰公司<a href='x'>阿斯麦</a>说话了。</p>\n<p>该银行股价周二上涨。</p>\n"
EN = "<h1>Chips</h1>\n<p>The Dutch company Asmel spoke .</p>\n<p>Shares of the bank rose on Tuesday.</p>\n"
SAYS = {
    "芯片": "Chips",
    "荷兰公司阿斯麦说话了。": "The Dutch company ASML spoke.",
    "该银行股价周二上涨。": "The bank's shares rose on Tuesday.",
}


class Model:
    name = "pocket"

    def translate(self, requests):
        return [(Hypothesis(SAYS[request.source], -0.2),) for request in requests]

    def score(self, pairs, _told=()):
        return [-0.2 for _ in pairs]

    def align(self, pairs):
        return [
            (Link(Span(4, 7), Span(en.index("ASML"), en.index("ASML") + 4), 0.9),) if "ASML" in en else ()
            for _, en in pairs
        ]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    (tmp_path / "copydesk.toml").write_text("", "utf-8")
    (tmp_path / "a.zh.html").write_text(ZH, "utf-8")
    (tmp_path / "a.en.html").write_text(EN, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("toolkit.api.retranslate.translator", lambda settings, name: Model())
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, ["retranslate", *map(str, arguments)])


def test_the_whole_article_goes_to_standard_output(desk):
    done = run("a.zh.html")
    assert done.exit_code == 0
    assert "<p>The Dutch company <a href='x'>ASML</a> spoke.</p>" in done.stdout
    assert "3 of 3 paragraphs translated anew by pocket" in done.stderr


def test_only_what_is_flagged_changes(desk):
    done = run("a.zh.html", "--existing", "a.en.html", "--flagged-by", "spacing", "--output", "new.html")
    assert done.exit_code == 0, done.output
    assert (desk / "new.html").read_text("utf-8") == EN.replace("Asmel spoke .", "<a href='x'>ASML</a> spoke.")
    assert (desk / "a.en.html").read_text("utf-8") == EN


def test_a_paragraph_is_named_by_its_number(desk):
    done = run("a.zh.html", "--existing", "a.en.html", "--paragraph", 3)
    assert done.stdout == EN.replace("Shares of the bank", "The bank's shares")


def test_the_copy_is_written_over_only_where_output_names_it(desk):
    assert run("a.zh.html", "--existing", "a.en.html", "--only-flagged", "--output", "a.en.html").exit_code == 0
    assert "ASML" in (desk / "a.en.html").read_text("utf-8")


def test_the_report_says_why_and_how(desk):
    done = run("a.zh.html", "--existing", "a.en.html", "--flagged-by", "error", "--output", "n.html", "--report", "-")
    assert "paragraph 2: changed" in done.stdout
    assert "The Dutch company Asmel spoke ." in done.stdout
    assert " | The Dutch company ASML spoke." in done.stdout
    assert "terms   " in done.stdout
    assert "ASML (plain)" in done.stdout


def test_the_report_for_programs_has_the_same(desk):
    run("a.zh.html", "--existing", "a.en.html", "--flagged-by", "error", "--output", "n.html", "--report", "r.json")
    (one,) = json.loads((desk / "r.json").read_text("utf-8"))["redone"]
    assert (one["numbers"], one["before"]) == ([2], "The Dutch company Asmel spoke .")
    assert {"id": "asml", "zh": "阿斯麦", "en": "ASML", "step": "plain"} in one["terms"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("a.zh.html", "--only-flagged"), "name it with --existing"),
        (("a.zh.html", "--report", "-"), "standard output"),
        (("a.zh.html", "--existing", "a.en.html", "--flagged-by", "nmaes"), "unknown rule"),
        (("a.zh.html", "--paragraph", "2"), "name it with --existing"),
        (("a.zh.html", "--existing", "a.en.html", "--paragraph", "9"), "there is no number 9"),
        (("a.zh.html", "--output", "a.zh.html"), "write over the Chinese"),
        (("b.zh.html",), "does not exist"),
        (("a.zh.html", "--existing", "a.en.md"), "markup cannot be carried"),
        (("a.zh.html", "--date", "today"), "--date must be a day"),
    ],
)
def test_a_mistake_gets_one_clear_line(desk, arguments, says):
    (desk / "a.en.md").write_text("Chips\n", "utf-8")
    done = run(*arguments)
    assert says in done.stderr or says in str(done.exception)
    assert done.exit_code


def test_without_a_model_the_command_to_run_is_named(desk, monkeypatch):
    monkeypatch.undo()
    monkeypatch.chdir(desk)
    monkeypatch.setenv("XDG_DATA_HOME", str(desk / "none"))
    done = run("a.zh.html")
    assert "copydesk model install" in str(done.exception)
