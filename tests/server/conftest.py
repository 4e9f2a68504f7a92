"""A service in a process of its own, in an empty folder, with small limits."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from client import TOKEN

pytest.importorskip("starlette", reason="the extra serve is not installed")
pytest.importorskip("uvicorn", reason="the extra serve is not installed")


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the service is started in."""
    return tmp_path_factory.mktemp("service")


@pytest.fixture(scope="session")
def port(room: Path) -> Iterator[int]:
    """The port of a service with two processes that takes 20,000 bytes."""
    command = [sys.executable, "-P", "-m", "toolkit.cli", "serve", "--port", "0", "--jobs", "2", "--max-bytes", "20000"]
    environment = os.environ | {"COPYDESK_TOKEN": TOKEN}
    process = subprocess.Popen(command, cwd=room, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr
        told = process.stderr.readline()
        found = re.search(r"listening on http://127\.0\.0\.1:(\d+)", told)
        assert found, told
        yield int(found[1])
        process.terminate()
        assert process.wait(30) <= 0
    finally:
        process.kill()
        process.wait()
