"""The smaller commands, the documentation, and rules of other packages."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from running import Copydesk

from toolkit.cli import app
from toolkit.rules import shipped

ROOT = Path(__file__).parents[2]


def test_version_and_help_are_on_standard_output(copydesk: Copydesk) -> None:
    assert copydesk("--version").out.startswith("copydesk 0.")
    assert "Usage: " in copydesk("--help").out
    assert copydesk().status in (0, 2)


def test_rules_lists_every_rule(copydesk: Copydesk) -> None:
    lines = copydesk("rules").out.splitlines()
    assert [line.split()[0] for line in lines if line] == [rule.name for rule in shipped()]


def test_rules_prints_the_manual_of_one_or_of_a_family(copydesk: Copydesk) -> None:
    manual = copydesk("rules", "spacing/space-before-stop").out
    assert manual.startswith("spacing/space-before-stop\n  severity: ")
    assert "Bad:\n    en: " in manual
    family = copydesk("rules", "spacing").out
    assert all(rule.name in family for rule in shipped() if rule.family == "spacing")


def test_an_unknown_rule_gets_the_nearest_name(copydesk: Copydesk) -> None:
    done = copydesk("rules", "spacing/space-before-stp")
    assert done.status == 2
    assert (
        done.err
        == "copydesk: rules: unknown rule 'spacing/space-before-stp'; did you mean 'spacing/space-before-stop'?\n"
    )


def test_settings_prints_a_settings_file_with_origins(copydesk: Copydesk, desk: Path) -> None:
    (desk / "copydesk.toml").write_text('ignore = ["style"]\n', "utf-8")
    out = copydesk("settings", "news/clean.en.txt").out
    assert tomllib.loads(out)["ignore"] == ["style"]
    assert "# copydesk.toml:1" in out


def test_every_command_and_option_is_documented() -> None:
    documented = (ROOT / "docs/commands.md").read_text("utf-8")
    for command in app.registered_commands:
        assert command.callback is not None
        assert f"## copydesk {command.callback.__name__}\n" in documented


def test_the_generated_pages_are_current() -> None:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs/generate.py")
    assert spec
    assert spec.loader
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    stale = [path.name for path, text in generate.pages().items() if path.read_text("utf-8") != text]
    assert not stale, f"run `make docs`: {', '.join(stale)}"


@pytest.fixture
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installed package with a rule of a newsroom's own, and one that cannot be loaded."""
    site = tmp_path_factory.mktemp("site")
    (site / "gazette.py").write_text(
        "from toolkit.core import Flag, Severity\n"
        "from toolkit.lint import segment_rule\n\n"
        '@segment_rule(severity=Severity.NOTE, category="style/organizational style")\n'
        "def banned_word(segment, context, *, word='utilise'):\n"
        '    """A word that the Gazette does not print."""\n'
        "    at = segment.target.prose.find(word)\n"
        "    if at >= 0:\n"
        "        yield Flag(segment.target_at((at, at + len(word))), f'the Gazette does not print {word}')\n",
        "utf-8",
    )
    info = site / "gazette-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: gazette\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text("[copydesk.rules]\ngazette = gazette\nlost = no_such_module\n", "utf-8")
    return site


def test_rules_of_another_package_run_and_one_that_fails_is_told(newsroom: Path, desk: Path) -> None:
    (desk / "story.en.txt").write_text("They utilise and use it.\n", "utf-8")
    (desk / "copydesk.toml").write_text('options."gazette/banned-word".word = "use"\n', "utf-8")
    command = [sys.executable, "-m", "toolkit.cli", "check", "story.en.txt", "--select", "gazette"]
    done = subprocess.run(
        command, cwd=desk, env={"PYTHONPATH": str(newsroom)}, capture_output=True, text=True, check=False
    )
    assert "story.en.txt:1:18: note: the Gazette does not print use [gazette/banned-word]" in done.stdout
    assert "copydesk: rules of lost: cannot be loaded (ModuleNotFoundError" in done.stderr
    assert done.returncode == 2


def test_a_failure_of_ours_names_the_rule_and_the_article_and_exits_3(newsroom: Path, desk: Path) -> None:
    (newsroom / "gazette.py").write_text(
        "from toolkit.core import Severity\n"
        "from toolkit.lint import segment_rule\n\n"
        '@segment_rule(severity=Severity.NOTE, category="style/organizational style")\n'
        "def hasty(segment, context):\n"
        '    """A rule that fails."""\n'
        "    yield 1 / 0\n",
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "toolkit.cli", "check", "news"],
        cwd=desk,
        env={"PYTHONPATH": str(newsroom)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr == (
        "copydesk: failed on its own account (ZeroDivisionError: division by zero, rule gazette/hasty, "
        "in news/clean.en.txt); please report it\n"
    )
