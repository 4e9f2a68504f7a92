"""Files that hold both languages of an article."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from toolkit.core import Document
from toolkit.core.pattern import pattern
from toolkit.files.decode import decode
from toolkit.files.errors import Unreadable
from toolkit.files.text import read_bytes

BILINGUAL = {
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".sdlxliff": "xliff",
    ".mqxliff": "xliff",
    ".tmx": "tmx",
    ".po": "po",
    ".csv": "table",
    ".tsv": "table",
    ".tab": "table",
}
_MARK = pattern(r".*\.zh(?:[-_](?:hans|hant|cn|tw|hk|sg))?[-_]en(?:[-_](?:us|gb))?\.\w+", re.IGNORECASE)
_DECLARED = pattern(
    r"""(?:source-language|srcLang)\s*=\s*["']zh[^<>]*(?:target-language|trgLang)\s*=\s*["']en\b"""
    r"""|(?:target-language|trgLang)\s*=\s*["']en\b[^<>]*(?:source-language|srcLang)\s*=\s*["']zh"""
)
_HEAD = 4096


def is_bilingual(path: Path) -> bool:
    """Whether the file's ending is that of a bilingual format."""
    return path.suffix.lower() in BILINGUAL


def beginning(path: Path) -> bytes:
    """The first 4,096 bytes of a file; none of one that cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""


def marked(path: Path, begins: Callable[[Path], bytes] = beginning) -> bool:
    """Whether a file is known to go from Chinese into English: by the mark in its name, as in `story.zh-en.po`, or, if it is
    XLIFF, by what its first 4,096 bytes say. `begins` reads at least these.
    """
    if _MARK.fullmatch(path.name):
        return True
    if BILINGUAL.get(path.suffix.lower()) != "xliff":
        return False
    head = begins(path)[:_HEAD].replace(b"\0", b"").decode("latin-1")
    return _DECLARED.search(head) is not None


def load_bilingual(path: Path) -> Document:
    """The document in the bilingual file `path`. Raises Unreadable."""
    return both_from_bytes(read_bytes(path), str(path))


def both_from_bytes(data: bytes, name: str) -> Document:
    """The document in the bytes of a bilingual file called `name`. Raises Unreadable."""
    raw = decode(data, name)
    if not raw.strip():
        raise Unreadable(name, None, "is empty; there is nothing to check")
    return parse_bilingual(raw, name, BILINGUAL[Path(name).suffix.lower()])


def parse_bilingual(raw: str, path: str, form: str) -> Document:
    """The document in `raw`, of the format xliff, tmx, po or table; both of its articles are this file.

    Offsets do not count a byte order mark. Raises Unreadable, and ValueError for another format.
    """
    from toolkit.files.units import document  # noqa: PLC0415 (only what the file at hand needs)

    raw = raw.removeprefix("\ufeff")
    if form == "xliff":
        from toolkit.files import xliff  # noqa: PLC0415 (as above)

        return document(raw, path, form, xliff.read(raw, path))
    if form == "tmx":
        from toolkit.files import tmx  # noqa: PLC0415 (as above)

        return document(raw, path, form, tmx.read(raw, path))
    if form == "po":
        from toolkit.files import po  # noqa: PLC0415 (as above)

        return document(raw, path, form, po.read(raw, path))
    if form == "table":
        from toolkit.files import table  # noqa: PLC0415 (as above)

        return document(raw, path, form, table.read(raw, path))
    raise ValueError(f"no reader for the format {form!r}: xliff, tmx, po or table")
