"""The compiled termbase: kept in the user's cache, read again while its files are the same, never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.files import cache
from toolkit.files import glossaries as room
from toolkit.files.glossaries import open_glossary

TABLE = "id,zh,en\nasml,阿斯麦,ASML\nsmic,中芯国际,SMIC\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "copydesk"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(TABLE, "utf-8")
    return path


def _names(path: Path) -> list[str]:
    glossary, problems = open_glossary([path])
    assert not problems
    return [match.term.en for match in glossary.find("阿斯麦与中芯国际")]


def test_the_second_time_no_row_is_judged(home: Path, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _names(table) == ["ASML", "SMIC"]
    monkeypatch.setattr(room, "sound", None)
    assert _names(table) == ["ASML", "SMIC"]
    assert len(list(home.iterdir())) == 1


def test_another_content_is_another_termbase(home: Path, table: Path) -> None:
    _names(table)
    table.write_text(TABLE.replace("ASML", "XXXX"), "utf-8")
    assert _names(table) == ["XXXX", "SMIC"]


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-9], lambda data: b"", lambda data: data.replace(b"ASML", b"XXXX")]
)
def test_a_spoilt_entry_is_made_anew(home: Path, table: Path, spoil) -> None:
    _names(table)
    (entry,) = home.iterdir()
    entry.write_bytes(spoil(entry.read_bytes()))
    assert _names(table) == ["ASML", "SMIC"]


def test_a_termbase_with_problems_is_not_kept(home: Path, table: Path) -> None:
    table.write_text(TABLE + "bad,,nothing\n", "utf-8")
    for _ in range(2):
        assert [problem.line for problem in open_glossary([table])[1]] == [4]
    assert not home.exists()


def test_without_a_place_to_write_it_works_all_the_same(
    tmp_path: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert _names(table) == ["ASML", "SMIC"]
    monkeypatch.setattr(cache, "user_folder", lambda _kind: None)
    assert _names(table) == ["ASML", "SMIC"]


def test_only_the_newest_entries_stay(home: Path, table: Path) -> None:
    for n in range(12):
        table.write_text(TABLE.replace("ASML", f"ASML{n}"), "utf-8")
        _names(table)
    assert len(list(home.iterdir())) == 8
