"""Whatever is wrong gets one clear line and an exit status; the rest is still checked."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import Copydesk

LIMIT = 20 * 1024 * 1024


def complaint(err: str) -> str:
    """The one line of standard error that is no summary."""
    lines = [line for line in err.splitlines() if not re.search(r" in [\d,]+ articles? \(", line)]
    assert len(lines) == 1, err
    return lines[0]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.en.txt", b" \n", "empty.en.txt: is empty"),
        ("huge.en.txt", b"word " * (LIMIT // 5 + 1), "huge.en.txt: is larger than 20 MB"),
        ("binary.en.txt", b"%PDF\x00\x01", "binary.en.txt: is binary"),
        ("broken.en.txt", b"\xff\xfeA", "broken.en.txt: begins as UTF-16"),
        ("story.docx", b"PK", "story.docx: is no Word document"),
        ("story.odt", b"PK", "story.odt: is no article"),
        ("story.xlf", b"<xliff>", "story.xlf:1: is not well-formed XML"),
        ("story.po", b"msgid", "story.po:1: is no line of a PO file"),
        ("story.csv", b"a,b", "story.csv:1: has no column for each language"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_the_others_are_checked(
    copydesk: Copydesk, desk: Path, name: str, content: bytes, message: str
) -> None:
    (desk / name).write_bytes(content)
    done = copydesk("check", name, "story.en.txt")
    assert done.status == 2
    assert complaint(done.err).startswith(f"copydesk: {message}")
    assert "story.en.txt:1:27: " in done.out


def test_a_missing_file_is_told(copydesk: Copydesk) -> None:
    done = copydesk("check", "nothing.en.txt", "story.en.txt")
    assert (done.status, complaint(done.err)) == (2, "copydesk: nothing.en.txt: does not exist; check the name")
    assert done.out


def test_an_unreadable_source_is_told(copydesk: Copydesk, desk: Path) -> None:
    (desk / "story.zh.txt").write_bytes(b"\x00")
    done = copydesk("check")
    assert done.status == 2
    assert complaint(done.err).startswith("copydesk: story.zh.txt: is binary")
    assert "in 1 article" in done.err


def test_a_loop_of_folders_ends(copydesk: Copydesk, desk: Path) -> None:
    (desk / "news" / "loop").symlink_to(desk, target_is_directory=True)
    (desk / "self.en.txt").symlink_to(desk / "self.en.txt")
    assert "in 2 articles" in copydesk("check", "news", "story.en.txt").err


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_closed_file_is_told(copydesk: Copydesk, desk: Path) -> None:
    (desk / "story.en.txt").chmod(0)
    assert complaint(copydesk("check").err).startswith("copydesk: story.en.txt: is closed to this user")


def test_standard_input_that_is_empty_or_binary_is_told(copydesk: Copydesk) -> None:
    assert complaint(copydesk("check", "-").err) == "copydesk: <stdin>: is empty; there is nothing to check"
    assert complaint(copydesk("check", "-", piped=b"\x00").err).startswith("copydesk: <stdin>: is binary")
    assert copydesk("check", "-", "story.en.txt").status == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "spacng"], "--select: unknown rule 'spacng'; did you mean 'spacing'?"),
        (["--ignore", "spacing/space-before-sotp"], "did you mean 'spacing/space-before-stop'?"),
        (["--format", "xml"], '--format: format must be one of "text", '),
        (["--date", "June 5"], "--date must be a day such as 2024-06-19, not 'June 5'"),
        (["--fail-on", "errors"], '--fail-on: fail_on must be one of "error", '),
        (["--preset", "newz"], "--preset: unknown preset 'newz'; did you mean 'news'?"),
        (["--jobs", "0"], "--jobs"),
        (["--selct", "spacing"], "No such option: --selct"),
        (["--baseline", "none.json"], "none.json: does not exist"),
        (["--output", "none/findings.txt"], "findings.txt: "),
    ],
)
def test_a_wrong_option_is_one_line_and_exit_2(copydesk: Copydesk, arguments: list[str], message: str) -> None:
    done = copydesk("check", "story.en.txt", *arguments)
    assert done.status == 2
    assert message in complaint(done.err)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("\nselect = = []", "copydesk.toml:2: is not TOML"),
        ("\nselct = []", "copydesk.toml:2: unknown key 'selct'; did you mean 'select'?"),
        ('select = ["nmaes"]', "copydesk.toml:1: unknown rule 'nmaes'; did you mean 'names'?"),
        ("jobs = -1", "copydesk.toml:1: jobs must be a whole number from 1"),
        ('options."spacing/doubled-space".no = 1', "copydesk.toml:1: "),
    ],
)
def test_broken_settings_are_told_by_file_and_line(copydesk: Copydesk, desk: Path, settings: str, message: str) -> None:
    (desk / "copydesk.toml").write_text(settings, "utf-8")
    done = copydesk("check")
    assert (done.status, done.out) == (2, "")
    assert complaint(done.err).startswith(f"copydesk: {message}")


def test_a_broken_glossary_row_is_told_by_file_row_and_column_and_the_rest_still_serves(
    copydesk: Copydesk, desk: Path
) -> None:
    rows = "id,type,zh,en,en_forbidden\na,persn,某人,Somebody,\nboard,term,董事会,board,board\n"
    (desk / "own.csv").write_text(rows, "utf-8")
    done = copydesk("check", "news", "--glossary", "own.csv")
    assert done.status == 2
    assert complaint(done.err).startswith("copydesk: own.csv:2: column type: ")
    assert "person" in complaint(done.err)
    assert "[terms/forbidden-rendering]" in done.out


def test_a_broken_baseline_is_told(copydesk: Copydesk, desk: Path) -> None:
    (desk / "known.json").write_text("{", "utf-8")
    assert complaint(copydesk("check", "--baseline", "known.json").err).startswith(
        "copydesk: known.json:1: is not JSON"
    )


def test_a_failure_writes_no_half_file(copydesk: Copydesk, desk: Path) -> None:
    (desk / "report").mkdir()
    done = copydesk("check", "--output", "report")
    assert done.status == 2
    assert not list((desk / "report").iterdir())
    assert not list(desk.glob(".report*"))


def _hears():
    """A shell's background job is started deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_an_interrupt_is_one_line_and_leaves_no_file(desk: Path) -> None:
    command = [sys.executable, "-m", "toolkit.cli", "check", "-", "--output", "report.txt"]
    pipes = {"stdin": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=desk, text=True, preexec_fn=_hears, **pipes) as running:  # noqa: PLW1509 - no threads here
        time.sleep(4)  # it has started by then, and waits for its standard input for ever
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (130, "copydesk: interrupted; nothing was written\n")
    assert not (desk / "report.txt").exists()
