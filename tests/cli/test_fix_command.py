"""copydesk fix: what it writes, what it leaves, and what it says of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from running import CLEAN, FAULTY, Copydesk

FIXED = "The plan was approved (at last).\n\nShares of the bank rose on Tuesday.\n"


def test_fixes_are_written_in_place_and_counted_on_standard_error(copydesk: Copydesk, desk: Path) -> None:
    done = copydesk("fix", "story.en.txt")
    assert (done.status, done.out) == (0, "")
    assert (desk / "story.en.txt").read_text("utf-8") == FIXED
    assert "copydesk: Fixed 2 in 1 file. Left: no findings in 1 article" in done.err


def test_a_second_fix_writes_nothing(copydesk: Copydesk, desk: Path) -> None:
    copydesk("fix", "story.en.txt")
    before = (desk / "story.en.txt").stat().st_mtime_ns
    done = copydesk("fix", "story.en.txt", "--backup")
    assert "Fixed nothing." in done.err
    assert (desk / "story.en.txt").stat().st_mtime_ns == before
    assert not (desk / "story.en.txt.bak").exists()


def test_a_folder_is_searched_as_check_does_it_and_the_chinese_is_never_written(copydesk: Copydesk, desk: Path) -> None:
    chinese = (desk / "story.zh.txt").read_bytes()
    assert "in 2 articles" in copydesk("fix", ".").err
    assert (desk / "story.zh.txt").read_bytes() == chinese
    assert (desk / "news" / "clean.en.txt").read_text("utf-8") == CLEAN


def test_a_diff_is_shown_and_nothing_is_written(copydesk: Copydesk, desk: Path) -> None:
    done = copydesk("fix", "story.en.txt", "--diff")
    assert done.status == 0
    assert done.out.startswith("--- story.en.txt\n+++ story.en.txt\n@@ ")
    assert "-The plan was approved (at last) .\n+The plan was approved (at last).\n" in done.out
    assert "To fix: 2 in 1 file." in done.err
    assert (desk / "story.en.txt").read_text("utf-8") == FAULTY


@pytest.mark.skipif(shutil.which("patch") is None, reason="no patch on this machine")
@pytest.mark.parametrize("end", ["\n", ""], ids=["ended", "not ended"])
def test_patch_applies_the_diff(copydesk: Copydesk, desk: Path, end: str) -> None:
    (desk / "story.en.txt").write_text(FAULTY.rstrip("\n") + end, "utf-8")
    diff = copydesk("fix", "story.en.txt", "--diff").out
    subprocess.run(["patch", "-p0", "--quiet"], cwd=desk, input=diff.encode(), check=True)
    assert (desk / "story.en.txt").read_text("utf-8") == FIXED.rstrip("\n") + end


def test_a_backup_keeps_the_old_bytes(copydesk: Copydesk, desk: Path) -> None:
    copydesk("fix", "story.en.txt", "--backup")
    assert (desk / "story.en.txt.bak").read_text("utf-8") == FAULTY


def test_what_is_left_at_error_level_makes_exit_status_1(copydesk: Copydesk, desk: Path) -> None:
    (desk / "left.en.txt").write_text("The the minister met 芯片厂 managers.\n", "utf-8")
    assert copydesk("fix", "left.en.txt").status == 1
    assert copydesk("fix", "left.en.txt", "--diff").status == 1
    assert (desk / "left.en.txt").read_text("utf-8") == "The minister met 芯片厂 managers.\n"


def test_unsafe_fixes_wait_until_they_are_asked_for(copydesk: Copydesk, desk: Path) -> None:
    text = "Read it: news/t20210304-88121 tells all.\n"
    (desk / "piece.en.txt").write_text(text, "utf-8")
    copydesk("fix", "piece.en.txt")
    assert (desk / "piece.en.txt").read_text("utf-8") == text
    copydesk("fix", "piece.en.txt", "--unsafe")
    assert (desk / "piece.en.txt").read_text("utf-8") == "Read it: tells all.\n"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe", "utf-16-le"),
        (b"", "utf-8"),
        (b"", "cp1252"),
    ],
)
def test_bytes_outside_the_fixes_stay_as_they_are(copydesk: Copydesk, desk: Path, mark: bytes, codec: str) -> None:
    before = "Café life was approved (at last) .\r\n\r\nShares of the bank rose.\n\rIt said so—twice. \x0b\r\n"
    (desk / "story.en.txt").write_bytes(mark + before.encode(codec))
    copydesk("fix", "story.en.txt")
    after = before.replace("approved (at last) .", "approved (at last).")
    assert (desk / "story.en.txt").read_bytes() == mark + after.encode(codec)


def test_standard_input_goes_to_standard_output_in_its_own_encoding(copydesk: Copydesk) -> None:
    done = copydesk("fix", "-", piped=FAULTY.encode("utf-8"))
    assert (done.status, done.out) == (0, FIXED)


def test_standard_input_that_cannot_be_read_leaves_standard_output_as_it_came(copydesk: Copydesk) -> None:
    done = copydesk("fix", "-", piped=b"")
    assert (done.status, done.out) == (2, "")
    assert "<stdin>: is empty" in done.err


def test_a_file_that_may_not_be_read_is_told_and_the_others_are_fixed(copydesk: Copydesk, desk: Path) -> None:
    (desk / "empty.en.txt").write_bytes(b"")
    done = copydesk("fix", "story.en.txt", "empty.en.txt")
    assert done.status == 2
    assert "copydesk: empty.en.txt: is empty; there is nothing to check\n" in done.err
    assert (desk / "story.en.txt").read_text("utf-8") == FIXED


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_costs_no_byte(copydesk: Copydesk, desk: Path) -> None:
    desk.chmod(0o500)
    try:
        done = copydesk("fix", "story.en.txt")
    finally:
        desk.chmod(0o700)
    assert done.status == 2
    assert (desk / "story.en.txt").read_text("utf-8") == FAULTY


def test_a_path_is_needed_and_source_needs_one_article(copydesk: Copydesk) -> None:
    assert copydesk("fix").status == 2
    done = copydesk("fix", "story.en.txt", "news/clean.en.txt", "--source", "story.zh.txt")
    assert done.status == 2
    assert "--source is the Chinese of one article" in done.err


def test_an_inline_ignore_and_a_baseline_hold_for_fixes_too(copydesk: Copydesk, desk: Path) -> None:
    ignored = "<!-- copydesk: ignore residue: her words -->\n\nShares of the the bank rose.\n"
    (desk / "kept.en.txt").write_text(ignored, "utf-8")
    copydesk("fix", "kept.en.txt")
    assert (desk / "kept.en.txt").read_text("utf-8") == ignored
    copydesk("check", "story.en.txt", "--write-baseline", "known.json")
    (desk / "copydesk.toml").write_text('baseline = "known.json"\n', "utf-8")
    copydesk("fix", "story.en.txt")
    assert (desk / "story.en.txt").read_text("utf-8") == FAULTY
