"""The command as its users run it: in a process of its own, in a folder with two small articles."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from running import CHINESE, CLEAN, FAULTY, Copydesk, Done


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a faulty article, and a clean one in another folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "news").mkdir()
    (tmp_path / "story.en.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "story.zh.txt").write_text(CHINESE, "utf-8")
    (tmp_path / "news" / "clean.en.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "news" / "clean.zh.txt").write_text(CHINESE, "utf-8")
    return tmp_path


@pytest.fixture
def copydesk(desk: Path) -> Copydesk:
    """Run the command in `desk` with arguments and, if any, bytes on its standard input."""

    def run(*arguments: object, piped: bytes | None = None) -> Done:
        command = [sys.executable, "-m", "toolkit.cli", *map(str, arguments)]
        done = subprocess.run(command, cwd=desk, input=piped or b"", capture_output=True, check=False, timeout=60)
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run
