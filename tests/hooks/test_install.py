"""copydesk hook install and uninstall: what was there runs first, and comes back byte for byte."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest
from repository import CLEAN, FAULTY, Git, run, write

from toolkit.files.hooks import KEPT, is_ours, script

OLD = b'#!/bin/sh\necho before "$@" > "$PWD/ran"; exit 0\r\n# \xff no UTF-8'


def hook(room: Path, name: str = "pre-commit") -> Path:
    return room / ".git" / "hooks" / name


def put(path: Path, data: bytes, mode: int = 0o755) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(mode)


def everything(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        entry.name: (entry.lstat().st_mode, os.fsencode(entry.readlink()) if entry.is_symlink() else entry.read_bytes())
        for entry in folder.iterdir()
    }


def test_git_stops_a_faulty_commit_and_lets_a_clean_one_through(room: Path, git: Git, copydesk: Git) -> None:
    assert copydesk("hook", "install").returncode == 0
    write(room, "story.en.txt", FAULTY)
    stopped = git("commit", "-am", "Faulty")
    assert stopped.returncode != 0
    assert "story.en.txt:3:15" in stopped.stdout + stopped.stderr
    write(room, "story.en.txt", CLEAN + "\n")
    assert git("commit", "-am", "Clean").returncode == 0


def test_a_commit_of_one_file_judges_that_file_as_it_will_be_committed(room: Path, git: Git, copydesk: Git) -> None:
    copydesk("hook", "install")
    write(room, "other.en.txt", FAULTY)
    git("add", "other.en.txt")
    write(room, "story.en.txt", CLEAN + "\n")
    assert git("commit", "-m", "This one alone", "story.en.txt").returncode == 0
    write(room, "story.en.txt", FAULTY)
    assert git("commit", "-m", "This one alone", "story.en.txt").returncode != 0


@pytest.mark.parametrize("mode", [0o755, 0o700, 0o644])
def test_uninstall_puts_back_what_was_there_byte_for_byte(room: Path, copydesk: Git, mode: int) -> None:
    put(hook(room), OLD, mode)
    put(hook(room, "pre-push"), b"\x7fELF", 0o555)
    before = everything(hook(room).parent)
    assert copydesk("hook", "install").returncode == 0
    assert hook(room).read_bytes() != OLD
    assert copydesk("hook", "uninstall").returncode == 0
    assert everything(hook(room).parent) == before


def test_a_hook_that_is_a_link_comes_back_as_a_link(room: Path, copydesk: Git) -> None:
    put(room / "tools" / "mine", OLD)
    hook(room).symlink_to("../../tools/mine")
    before = everything(hook(room).parent)
    copydesk("hook", "install")
    copydesk("hook", "uninstall")
    assert everything(hook(room).parent) == before
    assert (room / "tools" / "mine").read_bytes() == OLD


def test_the_hook_that_was_there_runs_first_and_can_stop_git(room: Path, git: Git, copydesk: Git) -> None:
    put(hook(room), OLD)
    copydesk("hook", "install")
    write(room, "story.en.txt", FAULTY)
    assert git("commit", "-am", "Faulty").returncode != 0
    assert (room / "ran").read_text() == "before\n"
    put(hook(room, "pre-commit" + KEPT), b"#!/bin/sh\necho no; exit 7\n")
    stopped = git("commit", "-am", "Faulty")
    assert stopped.returncode != 0
    assert "story.en.txt:3" not in stopped.stdout + stopped.stderr


def test_a_push_hook_that_was_there_hears_the_refs_and_so_do_we(room: Path, copydesk: Git, git: Git) -> None:
    put(hook(room, "pre-push"), b'#!/bin/sh\ncat > "$1"\n')
    copydesk("hook", "install")
    write(room, "story.en.txt", FAULTY)
    git("commit", "-qam", "Faulty", "--no-verify")
    line = f"refs/heads/main {git('rev-parse', 'HEAD').stdout.strip()} refs/heads/main {'0' * 40}\n"
    done = run([str(hook(room, "pre-push")), "heard", "url"], room, line)
    assert (room / "heard").read_text() == line
    assert (done.returncode, "story.en.txt:3:15" in done.stdout) == (1, True)


def test_a_hook_that_git_would_not_run_is_not_run(room: Path, git: Git, copydesk: Git) -> None:
    put(hook(room), OLD, 0o644)
    copydesk("hook", "install")
    write(room, "story.en.txt", CLEAN + "\n")
    assert git("commit", "-am", "Clean").returncode == 0
    assert not (room / "ran").exists()


def test_installing_twice_changes_nothing(room: Path, copydesk: Git) -> None:
    put(hook(room), OLD)
    copydesk("hook", "install")
    before = everything(hook(room).parent)
    again = copydesk("hook", "install")
    assert (again.returncode, "was installed already" in again.stderr) == (0, True)
    assert everything(hook(room).parent) == before


def test_one_hook_can_be_had_alone(room: Path, copydesk: Git) -> None:
    copydesk("hook", "install", "pre-push")
    assert not hook(room).exists()
    assert is_ours(hook(room, "pre-push"))


def test_uninstall_leaves_alone_what_is_not_ours(room: Path, copydesk: Git) -> None:
    put(hook(room), OLD)
    before = everything(hook(room).parent)
    done = copydesk("hook", "uninstall")
    assert (done.returncode, everything(hook(room).parent)) == (0, before)


def test_a_hook_that_somebody_changed_is_not_taken_away(room: Path, copydesk: Git) -> None:
    copydesk("hook", "install")
    put(hook(room), hook(room).read_bytes() + b"echo mine\n")
    before = everything(hook(room).parent)
    done = copydesk("hook", "uninstall", "pre-commit")
    assert (done.returncode, "was changed since" in done.stderr) == (2, True)
    assert everything(hook(room).parent) == before


def test_where_one_hook_cannot_be_installed_none_is(room: Path, copydesk: Git) -> None:
    put(hook(room, "pre-push"), OLD)
    put(hook(room, "pre-push" + KEPT), b"from before")
    before = everything(hook(room).parent)
    done = copydesk("hook", "install")
    assert (done.returncode, "is there already" in done.stderr) == (2, True)
    assert everything(hook(room).parent) == before


def test_all_work_trees_share_the_hooks_and_each_is_judged_by_its_own_index(
    room: Path, git: Git, copydesk: Git, tmp_path: Path
) -> None:
    tree = tmp_path / "second tree"
    git("worktree", "add", "-q", str(tree), "-b", "second")
    assert copydesk("hook", "install", cwd=tree).returncode == 0
    assert is_ours(hook(room))
    write(tree, "story.en.txt", FAULTY)
    assert git("commit", "-am", "Faulty", cwd=tree).returncode != 0
    write(room, "story.en.txt", CLEAN + "\n")
    assert git("commit", "-am", "Clean").returncode == 0


@pytest.mark.parametrize("place", [".hooks", "deep/er hooks"])
def test_hooks_go_where_the_repository_says(room: Path, git: Git, copydesk: Git, place: str) -> None:
    git("config", "core.hooksPath", place)
    assert copydesk("hook", "install").returncode == 0
    assert is_ours(room / place / "pre-commit")
    assert not hook(room).exists()
    write(room, "story.en.txt", FAULTY)
    assert git("commit", "-am", "Faulty").returncode != 0
    assert copydesk("hook", "uninstall").returncode == 0
    assert list((room / place).iterdir()) == []


def test_the_hooks_of_all_repositories_and_those_of_husky_are_left_alone(
    room: Path, git: Git, copydesk: Git, tmp_path: Path
) -> None:
    git("config", "--global", "core.hooksPath", str(tmp_path / "all"))
    done = copydesk("hook", "install")
    assert (done.returncode, "holds the hooks of all your repositories" in done.stderr) == (2, True)
    assert not (tmp_path / "all").exists()
    git("config", "core.hooksPath", ".husky/_")
    assert "is husky's own" in copydesk("hook", "install").stderr


def test_a_folder_called_toolkit_in_the_repository_is_not_run(room: Path, git: Git, copydesk: Git) -> None:
    copydesk("hook", "install")
    write(room, "toolkit/__init__.py", "raise SystemExit(9)")
    write(room, "story.en.txt", FAULTY)
    stopped = git("commit", "-am", "Faulty")
    assert "story.en.txt:3:15" in stopped.stdout + stopped.stderr


@pytest.mark.parametrize("program", ["/nowhere/python", "/no where/it's $HOME `x`"])
def test_a_program_that_is_gone_stops_git_and_says_so(tmp_path: Path, program: str) -> None:
    put(tmp_path / "pre-commit", script("pre-commit", (program, "-P")))
    done = subprocess.run(
        [tmp_path / "pre-commit"], env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.startswith("copydesk is gone from this machine")) == (1, True)
    assert stat.S_IMODE((tmp_path / "pre-commit").stat().st_mode) == 0o755
