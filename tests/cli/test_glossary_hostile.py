"""`copydesk glossary` on input that is none: one line with file, line and cure, exit 2, and nothing written."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import Copydesk

HEADER = "id,zh,en,note\n"
ROW = "fab,晶圆厂,wafer fab,\n"
GOOD = HEADER + ROW
UNCLOSED = f'{HEADER}fab,晶圆厂,"wafer fab,\n{ROW}'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "own.csv: does not exist; check the name"),
        (b"", "own.csv:1: column id: the file has no header"),
        (b"\xef\xbb\xbf\r\n", "own.csv:1: column id: the file has no header"),
        (GOOD.replace(",", ";").encode(), "own.csv:1: column id, zh, en: the header lacks these columns"),
        (b"\x00", "own.csv: is binary, not text"),
        (UNCLOSED.encode(), "own.csv:2: column id: a quotation mark is never closed"),
        (
            f"{HEADER}fab,晶圆厂,{'x' * 10_001},\n".encode(),
            "own.csv:2: column id: a cell has more than 10,000 characters",
        ),
        (f"{HEADER}{ROW}{ROW}".encode(), "own.csv:3: column id: fab stands in line 2 too"),
        (f'{HEADER}a,特使,envoy,"one\ntwo"\nfab,晶圆厂,,\n'.encode(), "own.csv:4: column en: is empty"),
    ],
    ids=["none", "empty", "mark", "semicolons", "binary", "unclosed", "huge", "twice", "newline"],
)
def test_a_glossary_that_is_none_is_one_line(
    copydesk: Copydesk, desk: Path, content: bytes | None, message: str
) -> None:
    if content is not None:
        (desk / "own.csv").write_bytes(content)
    before = sorted(desk.rglob("*"))
    done = copydesk("glossary", "export", "own.csv", "--format", "tbx", "--output", "own.tbx")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"copydesk: {message}")
    assert sorted(desk.rglob("*")) == before


@pytest.mark.parametrize("content", ["\n\n", "zh,en\n晶圆厂,fab,\n", UNCLOSED, "id,zh,en,en\n"], ids=repr)
@pytest.mark.parametrize("command", ["diff", "merge", "lint", "add", "edit"])
def test_every_command_says_so(copydesk: Copydesk, desk: Path, command: str, content: str) -> None:
    (desk / "own.csv").write_text(content, "utf-8")
    (desk / "good.csv").write_text(GOOD, "utf-8")
    new = ("--zh", "新词", "--en", "new word", "--type", "term", "--in")
    arguments = {
        "diff": ("good.csv", "own.csv"),
        "merge": ("own.csv", "good.csv", "--output", "merged.csv"),
        "lint": ("own.csv",),
        "add": (*new, "own.csv"),
        "edit": ("fab", "--set", "note=x", "--in", "own.csv"),
    }
    done = copydesk("glossary", command, *arguments[command])
    assert done.status == (1 if command == "lint" and content != UNCLOSED else 2)
    assert "own.csv" in done.out + done.err
    assert (desk / "own.csv").read_text("utf-8") == content
    assert not (desk / "merged.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("import", "good.csv", "--output", "none/g.csv"), "none/g.csv: lies in a folder that does not exist"),
        (("import", "good.csv", "--output", "news"), "news: is a folder; name a file"),
        (("import", "good.csv", "--output", "./good.csv"), "--output is good.csv itself, which would be lost"),
        (("export", "good.csv", "--format", "tbx", "--output", "good.csv"), "--output is good.csv itself"),
        (("export", "good.csv", "--format", "pdf"), "no format 'pdf'; choose one of tbx, tbx2, csv, xlsx"),
        (("list", "good.csv", "--type", "firm"), "--type is one of event, law, organisation"),
        (("list", "good.csv", "--status", "good"), "--status is one of preferred, admitted"),
        (("lookup", " "), "nothing to look up"),
        (("edit", "fab", "--set", "note+=x", "--in", "good.csv"), "'note+=x': note is no list; say note=value"),
        (("edit", "fob", "--set", "note=x", "--in", "good.csv"), "good.csv: has no concept fob; did you mean fab?"),
        (("remove", "fab", "--in", "none.csv"), "none.csv: does not exist; check the name"),
    ],
)
def test_a_slip_is_one_line_and_costs_nothing(
    copydesk: Copydesk, desk: Path, arguments: tuple[str, ...], message: str
) -> None:
    (desk / "good.csv").write_text(GOOD, "utf-8")
    (desk / "copydesk.toml").write_text("shipped = false\n", "utf-8")
    done = copydesk("glossary", *arguments)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"copydesk: {message}")
    assert (desk / "good.csv").read_text("utf-8") == GOOD


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_any_encoding_and_line_end_is_read(copydesk: Copydesk, desk: Path, encoding: str, end: str) -> None:
    text = f"{GOOD}plan,计划,plan,我们在中国的发展计划\n".replace("\n", end)
    (desk / "own.csv").write_bytes(text.encode(encoding))
    done = copydesk("glossary", "list", "own.csv", "--grep", "发展")
    assert (done.status, done.out.split()[:3]) == (0, ["plan", "term", "计划"])


def _hears():
    """A shell's background job is started deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_an_interrupt_leaves_no_file(desk: Path) -> None:
    rows = "".join(f"c{n:05},概念{n},concept {n},\n" for n in range(50_000))
    (desk / "own.csv").write_text(HEADER + rows, "utf-8")
    command = [
        sys.executable,
        "-m",
        "toolkit.cli",
        "glossary",
        "export",
        "own.csv",
        "--format",
        "tbx",
        "--output",
        "o.tbx",
    ]
    with subprocess.Popen(command, cwd=desk, text=True, stderr=subprocess.PIPE, preexec_fn=_hears) as running:  # noqa: PLW1509 - no threads here
        time.sleep(1.5)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (130, "copydesk: interrupted; nothing was written\n")
    assert not list(desk.glob("*.tbx"))
    assert not list(desk.glob(".o.*"))
