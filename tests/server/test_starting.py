"""copydesk serve: what keeps it from starting is told in one line."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def serve(room: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    command = [sys.executable, "-P", "-m", "toolkit.cli", "serve", *arguments]
    plain = {name: value for name, value in os.environ.items() if name != "COPYDESK_TOKEN"}
    done = subprocess.run(
        command, cwd=room, env=plain | environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_an_address_in_use_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        status, told = serve(tmp_path, "--port", str(taken.getsockname()[1]), COPYDESK_TOKEN="t")
    assert status == 2
    assert "cannot be listened on" in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "desk.example.org"])
def test_other_machines_are_let_in_only_with_a_token_that_was_named(tmp_path: Path, host: str) -> None:
    status, told = serve(tmp_path, "--host", host)
    assert (status, "name a token" in told) == (2, True)


@pytest.mark.parametrize("token", ["", "\n", "two\nlines", "é"])
def test_a_file_without_a_token_is_told(tmp_path: Path, token: str) -> None:
    (tmp_path / "token").write_text(token, "utf-8")
    status, told = serve(tmp_path, "--token-file", "token")
    assert (status, "token: must hold one token" in told) == (2, True)


def test_a_glossary_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    status, told = serve(tmp_path, "--glossary", "none.csv", "--port", "0", "--jobs", "1", COPYDESK_TOKEN="t")
    assert (status, "none.csv: does not exist" in told) == (2, True)


def test_a_mistake_in_the_settings_is_told(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text('fail_on = "seldom"\n', "utf-8")
    status, told = serve(tmp_path, "--port", "0", "--jobs", "1", COPYDESK_TOKEN="t")
    assert (status, "copydesk.toml:1: fail_on must be" in told) == (2, True)
