"""copydesk hook run: what git keeps is judged, not what lies in the work tree."""

from __future__ import annotations

from pathlib import Path

import pytest
from repository import CHINESE, CLEAN, FAULTY, Git, run, write


def test_what_is_staged_counts_although_the_work_tree_is_mended(room: Path, git: Git, copydesk: Git) -> None:
    write(room, "story.en.txt", FAULTY)
    git("add", ".")
    write(room, "story.en.txt", CLEAN)
    done = copydesk("hook", "run")
    assert done.returncode == 1
    assert "story.en.txt:3:15: error: " in done.stdout


def test_what_is_not_staged_does_not_count(room: Path, copydesk: Git) -> None:
    write(room, "story.en.txt", FAULTY)
    write(room, "other.en.txt", FAULTY)
    done = copydesk("hook", "run")
    assert (done.returncode, done.stdout) == (0, "")


def test_the_chinese_is_read_from_the_index_too(room: Path, git: Git, copydesk: Git) -> None:
    write(room, "story.en.txt", CLEAN.replace("Tuesday", "Monday"))
    git("add", ".")
    (room / "story.zh.txt").unlink()
    done = copydesk("hook", "run")
    assert "zh 3 | 该银行股价周二上涨" in done.stdout
    assert "not run" not in done.stderr


def test_new_chinese_has_its_english_judged_again(room: Path, git: Git, copydesk: Git) -> None:
    write(room, "story.zh.txt", CHINESE.replace("周二", "周五"))
    git("add", ".")
    assert "story.en.txt:3:" in copydesk("hook", "run").stdout


def test_a_chinese_side_that_the_index_lacks_is_that_of_head(room: Path, git: Git, copydesk: Git) -> None:
    write(room, "story.en.txt", CLEAN.replace("Tuesday", "Monday"))
    git("add", ".")
    git("rm", "-q", "--cached", "story.zh.txt")
    assert "zh 3 | 该银行股价周二上涨" in copydesk("hook", "run").stdout


def test_english_without_chinese_is_judged_alone_and_says_so(room: Path, git: Git, copydesk: Git) -> None:
    write(room, "lone.en.txt", CLEAN)
    git("add", "lone.en.txt")
    write(room, "lone.zh.txt", CHINESE)
    done = copydesk("hook", "run")
    assert done.returncode == 0
    assert "not run where the Chinese is missing" in done.stderr


def test_a_first_commit_has_no_head_and_is_judged_all_the_same(tmp_path: Path, copydesk: Git) -> None:
    new = tmp_path / "new"
    new.mkdir()
    run(["git", "init", "-q"], new)
    write(new, "a.en.txt", FAULTY)
    run(["git", "add", "."], new)
    assert copydesk("hook", "run", cwd=new).returncode == 1


@pytest.mark.parametrize(
    "name", ["a desk/two  words.en.txt", "line\nend.en.txt", "“新闻”.en.txt", "-n.en.txt", "*.en.txt", "a\tb.en.txt"]
)
def test_any_name_of_a_file_will_do(room: Path, git: Git, copydesk: Git, name: str) -> None:
    write(room, name, FAULTY)
    write(room, name.replace(".en.", ".zh."), CHINESE)
    git("add", ".")
    done = copydesk("hook", "run")
    assert done.returncode == 1
    assert "not run" not in done.stderr
    assert "1 error" in done.stderr


def test_it_runs_from_a_folder_below_and_names_paths_from_the_top(room: Path, git: Git, copydesk: Git) -> None:
    write(room, "news/a.en.txt", FAULTY)
    git("add", ".")
    assert "news/a.en.txt:3:" in copydesk("hook", "run", cwd=room / "news").stdout


def test_links_deleted_files_and_files_without_a_mark_of_language_are_passed_over(
    room: Path, git: Git, copydesk: Git
) -> None:
    write(room, "README.txt", FAULTY)
    (room / "link.en.txt").symlink_to("README.txt")
    git("add", ".")
    git("rm", "-q", "story.en.txt")
    done = copydesk("hook", "run")
    assert (done.returncode, done.stdout) == (0, "")
    assert "in 0 articles" in done.stderr


def test_a_submodule_is_not_touched(room: Path, git: Git, copydesk: Git, tmp_path: Path) -> None:
    wire = tmp_path / "wire.en.txt"
    wire.mkdir()
    run(["git", "init", "-q"], wire)
    write(wire, "a.en.txt", FAULTY)
    run(["git", "add", "."], wire)
    run(["git", "commit", "-qm", "Faulty"], wire)
    assert git("submodule", "add", "-q", str(wire), "wire.en.txt").returncode == 0
    write(room, "wire.en.txt/a.en.txt", FAULTY + "\nMore 银行.\n")
    done = copydesk("hook", "run")
    assert (done.returncode, done.stdout) == (0, "")


def test_settings_and_the_baseline_of_the_project_hold(room: Path, git: Git, copydesk: Git) -> None:
    write(room, "news/a.en.txt", FAULTY)
    git("add", ".")
    write(room, "copydesk.toml", 'baseline = "known.json"\n')
    copydesk("check", "news/a.en.txt", "--write-baseline", "known.json")
    assert copydesk("hook", "run", cwd=room / "news").returncode == 0
    write(room, "copydesk.toml", '[[paths]]\nmatch = ["news/*"]\nignore = ["residue"]\n')
    assert copydesk("hook", "run").returncode == 0


@pytest.mark.parametrize(
    ("data", "told"), [(b"", "is empty"), (b"a\x00b", "is binary"), (b"x" * (20 << 20) + b"y", "is larger than 20 MB")]
)
def test_a_staged_file_that_cannot_be_read_exits_2(room: Path, git: Git, copydesk: Git, data: bytes, told: str) -> None:
    (room / "bad.en.txt").write_bytes(data)
    git("add", ".")
    done = copydesk("hook", "run")
    assert done.returncode == 2
    assert f"copydesk: bad.en.txt: {told}" in done.stderr


def test_outside_a_repository_one_line_says_so(tmp_path: Path, copydesk: Git) -> None:
    for command in (("run",), ("install",), ("uninstall",)):
        done = copydesk("hook", *command, cwd=tmp_path)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
        assert "lies in no work tree of git" in done.stderr
