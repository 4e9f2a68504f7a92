"""A real repository of git, made for the test."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from repository import CHINESE, CLEAN, Git, run, write


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of git but those of the test; none of a hook that the tests themselves may run in."""
    if not shutil.which("git"):
        pytest.skip("git is not on this machine")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / ".gitconfig").write_text(
        '[user]\n\tname = Desk\n\temail = desk@example.org\n[init]\n\tdefaultBranch = main\n[protocol "file"]\n\tallow = always\n'
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "home" / ".gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A repository with one clean article, committed."""
    room = tmp_path / "the desk"
    room.mkdir()
    run(["git", "init", "-q"], room)
    write(room, "story.en.txt", CLEAN)
    write(room, "story.zh.txt", CHINESE)
    run(["git", "add", "."], room)
    run(["git", "commit", "-qm", "One story"], room)
    return room


@pytest.fixture
def git(room: Path) -> Git:
    """Run git in the repository."""
    return lambda *arguments, cwd=room: run(["git", *arguments], cwd)


@pytest.fixture
def copydesk(room: Path) -> Git:
    """Run the command in the repository."""
    return lambda *arguments, cwd=room, given="": run(
        [sys.executable, "-P", "-m", "toolkit.cli", *arguments], cwd, given
    )
