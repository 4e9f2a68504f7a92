"""The disk: one clear line for what cannot be read, and no file half-written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from toolkit.files import Unreadable, Unwritable, load, read_text, rewrite, write_atomic


def test_an_article_is_loaded_under_the_name_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffOne.\r\n".encode())
    article = load(path, "a.txt")
    assert (article.path, article.raw, article.format) == ("a.txt", "One.\r\n", "text")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.txt", "does not exist; check the name"),
        ("folder.txt", "is a folder; name a file"),
        ("empty.txt", "is empty; there is nothing to check"),
        ("loop.txt", "cannot be used: too many levels of symbolic links"),
        ("a.odt", "is no article; name a file that ends in .txt, .text, .md, .markdown, .html, .htm, .docx"),
        ("a.docx", "is no Word document, or a broken one; save it anew as .docx"),
        ("nul\0.txt", "is no name of a file; check it"),
    ],
)
def test_what_cannot_be_read_gets_one_line(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "a.odt").write_text("One.")
    (tmp_path / "a.docx").write_text("One.")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    with pytest.raises(Unreadable) as caught:
        load(tmp_path / name, name)
    assert str(caught.value) == f"{name}: {message}"


def test_settings_have_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("x" * 11)
    assert read_text(path, 11) == "x" * 11
    with pytest.raises(Unreadable, match="is larger than"):
        read_text(path, 10)


def test_a_file_is_replaced_whole_with_its_permissions_and_link(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    write_atomic(link, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", "link.txt"}


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_atomic(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for path in (folder, tmp_path / "none" / "a.txt"):
        with pytest.raises(Unwritable):
            write_atomic(path, b"new")
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5hkscs"])
def test_a_rewritten_file_keeps_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("他們說，這是中國的。\r\n".encode(encoding))
    rewrite(path, "她們說，這是中國的。\r\n")
    assert path.read_bytes() == "她們說，這是中國的。\r\n".encode(encoding)


def test_a_character_that_the_encoding_lacks_is_not_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    before = "他們說，這是中國的。".encode("big5hkscs")
    path.write_bytes(before)
    with pytest.raises(Unwritable, match="save it as UTF-8 first"):
        rewrite(path, "🙂")
    assert path.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_a_device_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomic(pipe, b"new")
    assert os.read(reader, 9) == b"new"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_file_in_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="lies in a folder that does not exist; make it first"):
        write_atomic(tmp_path / "none" / "a.txt", b"new")
