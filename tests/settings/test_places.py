"""The user's own folders, by each system's custom."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from toolkit.settings.places import user_folder


@pytest.fixture
def home(monkeypatch, tmp_path):
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("system", "data", "cache"),
    [
        ("linux", ".local/share/copydesk", ".cache/copydesk"),
        ("darwin", "Library/Application Support/copydesk", "Library/Caches/copydesk"),
        ("win32", "AppData/Local/copydesk", "AppData/Local/copydesk"),
    ],
)
def test_each_system_has_its_own_place(monkeypatch, home, system, data, cache):
    monkeypatch.setattr(sys, "platform", system)
    assert user_folder("data") == home / data
    assert user_folder("cache") == home / cache


def test_a_named_place_comes_first_and_a_relative_one_is_none(monkeypatch, home):
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "named"))
    monkeypatch.setenv("XDG_CACHE_HOME", "named")
    assert user_folder("data") == home / "named" / "copydesk"
    assert user_folder("cache") == home / ".cache" / "copydesk"


def test_without_a_home_only_a_named_place_will_do(monkeypatch, tmp_path):
    def homeless():
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_folder("data") is None
    assert user_folder("cache") == tmp_path / "copydesk"
