"""Edits in a file as it lies on the disk: encoding, mark and line ends stay, and nothing is half-written."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from toolkit.core import Edit, Span
from toolkit.files import Unwritable
from toolkit.files.bilingual import load_bilingual
from toolkit.files.edits import edited, write_edits

TABLE = "zh,en\r\n董事会批准了该计划，银行股价上涨。,The plan was approved.\r\n"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF8 * 2, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "gb18030"),
    ],
)
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, mark: bytes, codec: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(mark + TABLE.encode(codec))
    (segment,) = load_bilingual(path).segments
    edit = segment.target.edit((4, 8), "motion")
    assert edit
    write_edits(path, [edit])
    assert path.read_bytes() == mark + TABLE.replace("plan", "motion").encode(codec)


def test_without_edits_a_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE, "utf-8")
    path.chmod(0o400)
    before = path.stat()
    write_edits(path, [])
    assert path.stat() == before


def test_a_character_without_place_in_the_encoding_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("The café closed, and the naïve left.".encode("cp1252"))
    data = path.read_bytes()
    with pytest.raises(Unwritable, match="has no '中' in its encoding, cp1252"):
        write_edits(path, [Edit(Span(0, 3), "中")])
    assert path.read_bytes() == data


def test_an_encoding_that_was_guessed_must_be_guessed_again() -> None:
    data = "caf\xe9 ".encode("cp1252")
    assert edited(data + b"x" * 20, "a.txt", [Edit(Span(5, 6), "y")]) == data + b"y" + b"x" * 19
    with pytest.raises(Unwritable, match="would no longer be known for cp1252"):
        edited(data + b"x" * 20, "a.txt", [Edit(Span(5, 25), "é" * 9)])


def test_edits_that_overlap_one_before_are_skipped() -> None:
    assert edited(b"one two", "a.txt", [Edit(Span(0, 3), "1"), Edit(Span(2, 5), "x")]) == b"1 two"
