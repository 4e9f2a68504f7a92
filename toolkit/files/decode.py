"""Bytes into text: Unicode where the file is Unicode, else the Chinese encoding whose text reads like Chinese."""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.files.errors import Unreadable

LIMIT = 20 * 1024 * 1024
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ORDERS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\x00\x00\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_FAMILY = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    "這為個國時來們於會對發動過說產種後學經進等電裡現實體機點從業開還關無與總長資統計區報導記者據稱將應該項認為處問題黨選擇歐聯網"
    "，。、：；“”‘’《》（）「」—…？！　"
)


class Decoded(NamedTuple):
    """A file's text, without its byte order mark, and the Python codec that writes it back."""

    text: str
    encoding: str


def decode(data: bytes, path: str) -> str:
    """The text of `data`, without a byte order mark; line ends stay as they are.

    UTF-8, UTF-16 and UTF-32 (these two by their mark), a charset that the file declares, GB18030 and Big5 by how common
    the characters are that come out, windows-1252, and at last a general detector. Raises Unreadable for what is binary,
    larger than 20 MB, or in no encoding known.
    """
    return detect(data, path).text


def detect(data: bytes, path: str, limit: int = LIMIT) -> Decoded:
    """Like `decode`, with the encoding found; `limit` is the most that it takes, in bytes."""
    if len(data) > limit:
        raise Unreadable(path, None, too_large(limit))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding, path)
    if b"\x00" in data:
        raise Unreadable(path, None, "is binary, not text; save it as text in UTF-8")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        found = _declared(data) or _chinese(data) or _western(data) or _guessed(data)
        if found:
            return found
        line = len(re.findall(rb"\r\n|\n|\r", data[: error.start])) + 1
        raise Unreadable(path, line, "is not UTF-8, and no other encoding fits; save it as UTF-8") from error


def byte_order(data: bytes, encoding: str) -> tuple[bytes, str]:
    r"""The byte order mark that `data` begins with, and the codec for what follows it.

    >>> byte_order("\ufeffa".encode("utf-16-be"), "utf-16-be")
    (b'', 'utf-16-be')
    >>> byte_order(b"\xfe\xff\x00a", "utf-16")
    (b'\xfe\xff', 'utf-16-be')
    """
    mark = next((mark for mark, name in _MARKS if name == encoding and data.startswith(mark)), b"")
    return mark, _ORDERS.get(mark, encoding)


def too_large(limit: int) -> str:
    """The complaint about a file of more than `limit` bytes."""
    return f"is larger than {limit // (1024 * 1024) or 1} MB; split it"


def _marked(data: bytes, encoding: str, path: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        message = (
            f"begins as {encoding.removesuffix('-sig').upper()} but is broken at byte {error.start}; save it as UTF-8"
        )
        raise Unreadable(path, None, message) from error


def _try(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes) -> Decoded | None:
    found = _DECLARED.search(data, 0, 1024)
    name = found[1].decode("ascii").lower() if found else ""
    return _try(data, _FAMILY[name]) if name in _FAMILY else None


def _chinese(data: bytes) -> Decoded | None:
    """The one of the two Chinese encodings whose text has more of the commonest characters, if a fair share is common."""
    candidates = [found for found in (_try(data, "gb18030"), _try(data, "big5hkscs")) if found]
    best = max(candidates, key=lambda found: _commonness(found.text), default=None)
    return best if best and _commonness(best.text) >= 0.2 else None


def _commonness(text: str) -> float:
    """The share of the characters beyond ASCII, among the first 20,000, that are common in Chinese print."""
    strange = [character for character in text[:200_000] if character > "\x7f"][:20_000]
    return sum(character in _COMMON for character in strange) / len(strange) if strange else 0.0


def _western(data: bytes) -> Decoded | None:
    """English with a few accents or curly quotation marks from an old word processor."""
    high = sum(map(len, re.findall(rb"[\x80-\xff]+", data)))
    control = re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", data)
    return None if control or high * 10 > len(data) else _try(data, "cp1252")


def _guessed(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 (slow to import, and hardly ever needed)

    best = from_bytes(data[:100_000]).best()
    return _try(data, best.encoding) if best else None
