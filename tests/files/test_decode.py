"""Encodings: told apart by mark, declaration or how the text reads."""

from __future__ import annotations

import codecs

import pytest

from toolkit.files import Unreadable, decode
from toolkit.files.decode import LIMIT, detect

SIMPLIFIED = "外交部发言人星期三在例行记者会上说，中方反对有关国家的做法。“这不利于世界。”"
TRADITIONAL = "外交部發言人星期三在例行記者會上說，中方反對有關國家的做法。「這不利於世界。」"
ENGLISH = "The ministry said the country’s plan was “approved” — in full."


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8-sig"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-32", "utf-32"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (ENGLISH, "gb18030", "gb18030"),
        (ENGLISH, "cp1252", "cp1252"),
        ("A café in Zürich was closed.", "cp1252", "cp1252"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_text_in_each_encoding_is_read_and_could_be_written_back(text: str, encoding: str, found: str) -> None:
    data = text.encode(encoding)
    assert detect(data, "a.txt") == (text, found)
    assert detect(data, "a.txt").text.encode(found) == data


def test_big_endian_utf_16_is_read_by_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be"), "a.txt") == SIMPLIFIED


def test_a_declared_charset_is_believed() -> None:
    page = '<meta charset="gb2312"><p>龘'
    assert decode(page.encode("gb18030"), "a.html") == page


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.txt: is binary"),
        (b"x" * (LIMIT + 1), "a.txt: is larger than 20 MB"),
        (codecs.BOM_UTF8 + b"One\xff", "a.txt: begins as UTF-8 but is broken at byte 3"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "a.txt: begins as UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
