"""What the tests of the hooks share: one small article, and commands run in a repository."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

CHINESE = "董事会批准了该计划。\n\n该银行股价周二上涨。\n"
CLEAN = "The plan was approved by the board.\n\nShares of the bank rose on Tuesday.\n"
FAULTY = CLEAN.replace("the bank", "the 银行")

Git = Callable[..., subprocess.CompletedProcess[str]]


def run(command: list[str], cwd: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, input=given, capture_output=True, text=True, check=False, timeout=120)


def write(room: Path, name: str, text: str) -> None:
    (room / name).parent.mkdir(parents=True, exist_ok=True)
    (room / name).write_text(text, "utf-8")
