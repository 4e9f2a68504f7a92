"""Where settings are looked for, and what is said of a broken file."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.files.errors import Unreadable
from toolkit.files.settings import find_settings, load_settings
from toolkit.settings import settle


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "repo/.git").mkdir(parents=True)
    (tmp_path / "repo/news/2024").mkdir(parents=True)
    (tmp_path / "copydesk.toml").write_text('fail_on = "never"\n')
    return tmp_path / "repo"


def test_the_nearest_settings_above_the_article_count(desk: Path) -> None:
    (desk / "copydesk.toml").write_text("jobs = 1\n")
    (desk / "news/copydesk.toml").write_text("jobs = 2\n")
    assert find_settings(desk / "news/2024") == desk / "news/copydesk.toml"
    assert find_settings(desk) == desk / "copydesk.toml"


def test_the_search_ends_at_the_root_of_the_repository(desk: Path) -> None:
    assert find_settings(desk / "news/2024") is None


def test_the_search_ends_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "copydesk.toml").write_text("jobs = 1\n")
    (tmp_path / "home/news").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert find_settings(tmp_path / "home/news") is None


def test_a_pyproject_counts_only_with_a_table_of_ours(desk: Path) -> None:
    (desk / "news/pyproject.toml").write_text("[tool.ruff]\n")
    (desk / "pyproject.toml").write_text('[project]\nname = "x"\n\n[tool.copydesk]\nfail_on = "note"\n')
    found = find_settings(desk / "news")
    assert found == desk / "pyproject.toml"
    fail_on = settle(load_settings(found)).fail_on
    assert fail_on.value == "note"
    assert fail_on.origin.endswith("pyproject.toml:5")


def test_a_file_in_the_current_folder_is_shown_by_its_name(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "copydesk.toml").write_text("jobs = 3\n")
    monkeypatch.chdir(desk)
    assert settle(load_settings(desk / "copydesk.toml")).jobs.origin == "copydesk.toml:1"


@pytest.mark.parametrize("text", ["jobs =\n", 'x = 1\nselect = ["a"\nb = 2', "\x00", "[tool.copydesk\n"])
def test_broken_toml_is_one_line_with_its_place(desk: Path, text: str) -> None:
    (desk / "copydesk.toml").write_text(text)
    with pytest.raises(Unreadable) as caught:
        load_settings(desk / "copydesk.toml")
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(str(desk / "copydesk.toml"))


@pytest.mark.parametrize("text", ["tool = 3\n", "[tool]\ncopydesk = 3 # [tool.copydesk]\n"])
def test_a_pyproject_whose_table_is_none_is_refused(desk: Path, text: str) -> None:
    (desk / "pyproject.toml").write_text(text)
    with pytest.raises(Unreadable, match=r"tool\.copydesk must be a table"):
        load_settings(desk / "pyproject.toml")
