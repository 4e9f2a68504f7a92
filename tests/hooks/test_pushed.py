"""copydesk hook run pre-push: the articles that the commits of a push change, as each ref leaves them."""

from __future__ import annotations

from pathlib import Path

import pytest
from repository import CHINESE, CLEAN, FAULTY, Git, run, write

NONE = "0" * 40


@pytest.fixture
def remote(room: Path, git: Git, tmp_path: Path) -> Path:
    """A remote that has the first commit."""
    far = tmp_path / "far.git"
    run(["git", "init", "-q", "--bare", str(far)], tmp_path)
    git("remote", "add", "origin", str(far))
    git("push", "-q", "-u", "origin", "main")
    return far


def commit(room: Path, git: Git, text: str, name: str = "story.en.txt") -> str:
    write(room, name, text)
    git("add", ".")
    git("commit", "-qm", "Change")
    return git("rev-parse", "HEAD").stdout.strip()


def refs(git: Git, there: str = "origin/main", ref: str = "HEAD") -> str:
    known = git("rev-parse", there).stdout.strip() if there != NONE else NONE
    return f"refs/heads/main {git('rev-parse', ref).stdout.strip()} refs/heads/main {known}\n"


@pytest.mark.usefixtures("remote")
def test_what_is_committed_counts_whatever_lies_in_the_index_or_the_work_tree(
    room: Path, git: Git, copydesk: Git
) -> None:
    commit(room, git, FAULTY)
    write(room, "story.en.txt", CLEAN)
    git("add", ".")
    done = copydesk("hook", "run", "pre-push", "origin", "url", given=refs(git))
    assert done.returncode == 1
    assert "story.en.txt:3:15: error: " in done.stdout


@pytest.mark.usefixtures("remote")
def test_a_fault_mended_in_a_later_commit_of_the_push_is_none(room: Path, git: Git, copydesk: Git) -> None:
    commit(room, git, FAULTY)
    commit(room, git, CLEAN + "\nMore.\n")
    assert "银行" not in copydesk("hook", "run", "pre-push", "origin", "url", given=refs(git)).stdout


@pytest.mark.usefixtures("remote")
def test_articles_that_the_push_does_not_change_are_left_alone(room: Path, git: Git, copydesk: Git) -> None:
    commit(room, git, FAULTY, "old.en.txt")
    git("push", "-q", "origin", "main")
    commit(room, git, CLEAN + "\n")
    done = copydesk("hook", "run", "pre-push", "origin", "url", given=refs(git))
    assert (done.returncode, "in 1 article" in done.stderr) == (0, True)


@pytest.mark.usefixtures("remote")
def test_a_new_branch_is_judged_by_what_the_remote_does_not_have(room: Path, git: Git, copydesk: Git) -> None:
    git("checkout", "-qb", "side")
    commit(room, git, FAULTY, "new.en.txt")
    done = copydesk("hook", "run", "pre-push", "origin", "url", given=refs(git, NONE))
    assert "in 1 article" in done.stderr
    assert "new.en.txt:3:" in done.stdout


@pytest.mark.usefixtures("remote")
def test_a_merge_of_what_the_remote_has_brings_in_nothing_new(room: Path, git: Git, copydesk: Git) -> None:
    git("checkout", "-qb", "side")
    commit(room, git, CLEAN, "side.en.txt")
    git("checkout", "-q", "main")
    commit(room, git, FAULTY, "theirs.en.txt")
    git("push", "-q", "origin", "main")
    git("checkout", "-q", "side")
    assert git("merge", "-q", "--no-edit", "main").returncode == 0
    done = copydesk("hook", "run", "pre-push", "origin", "url", given=refs(git, NONE))
    assert (done.returncode, done.stdout) == (0, "")


def test_a_first_push_judges_every_article(room: Path, git: Git, copydesk: Git, tmp_path: Path) -> None:
    commit(room, git, FAULTY, "new.en.txt")
    done = copydesk("hook", "run", "pre-push", "far", "far", given=refs(git, NONE))
    assert "in 2 articles" in done.stderr


def test_a_tip_of_the_remote_that_is_not_here_is_no_trouble(room: Path, git: Git, copydesk: Git) -> None:
    line = refs(git, NONE).replace(NONE, "1" * 40)
    assert copydesk("hook", "run", "pre-push", "far", "far", given=line).returncode == 0


def test_a_branch_taken_away_and_an_empty_push_have_nothing_to_judge(copydesk: Git) -> None:
    for given in ("", f"(delete) {NONE} refs/heads/main {'1' * 40}\n", "nonsense\n"):
        done = copydesk("hook", "run", "pre-push", "origin", "url", given=given)
        assert (done.returncode, "in 0 articles" in done.stderr) == (0, True)


def test_git_itself_stops_the_push(room: Path, git: Git, copydesk: Git, remote: Path) -> None:
    copydesk("hook", "install", "pre-push")
    write(room, "odd\nname.zh.txt", CHINESE)
    commit(room, git, FAULTY, "odd\nname.en.txt")
    done = git("push", "origin", "main")
    assert done.returncode != 0
    assert "error: " in done.stdout + done.stderr
    commit(room, git, CLEAN, "odd\nname.en.txt")
    assert git("push", "origin", "main").returncode == 0
    assert run(["git", "rev-parse", "main"], remote).stdout == git("rev-parse", "main").stdout
