"""An article from a file: decoded, its prose told from its markup, dated."""

from __future__ import annotations

from pathlib import Path

from toolkit.core import Article
from toolkit.files import kinds, plain
from toolkit.files.decode import decode
from toolkit.files.errors import Unreadable
from toolkit.files.ignores import ignores
from toolkit.files.pieces import cut
from toolkit.files.text import read_bytes

FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
}


def load(path: Path, name: str | None = None) -> Article:
    """The article in the file `path`, called `name` (by default: its path) in reports.

    Raises Unreadable when the file is missing, a folder, empty, larger than 20 MB, binary, or in no known encoding.
    """
    shown = name or str(path)
    form = format_of(path, shown)
    return from_bytes(read_bytes(path, name=shown), shown, form)


def from_bytes(data: bytes, name: str, form: str) -> Article:
    """The article in the bytes of a file called `name`, of the format text, markdown, html or docx. Raises as `load` does."""
    if form == "docx":
        from toolkit.files.docx import parse_docx  # noqa: PLC0415 (only what the article at hand needs)

        return parse_docx(data, name)
    raw = decode(data, name)
    if not raw.strip():
        raise Unreadable(name, None, "is empty; there is nothing to check")
    return parse(raw, name, form)


def parse(raw: str, path: str, format: str) -> Article:  # noqa: A002 (the word that Article uses)
    """The article in `raw`, of the format text, markdown or html; offsets do not count a byte order mark.

    An article without prose has no paragraphs; one of more than 30,000 code points (10,000 of Chinese) counts as several.
    Raises ValueError for another format.
    """
    raw = raw.removeprefix("\ufeff")
    found = _reader(raw, format)
    paragraphs = kinds.told(found.paragraphs)
    date = kinds.day(found.published) if found.published else None
    return Article(
        path,
        raw,
        tuple(piece for paragraph in paragraphs for piece in cut(paragraph)),
        format,
        date or kinds.dateline(paragraphs),
        tuple(ignores(raw, found.comments, paragraphs)),
    )


def format_of(path: Path | str, name: str | None = None) -> str:
    """The format that the file's ending names: text, markdown, html or docx.

    Raises Unreadable, which calls the file `name`, for another ending.
    """
    ending = Path(path).suffix.lower()
    if ending not in FORMATS:
        raise Unreadable(name or str(path), None, f"is no article; name a file that ends in {', '.join(FORMATS)}")
    return FORMATS[ending]


def _reader(raw: str, format: str) -> plain.Read:  # noqa: A002 (as above)
    if format == "text":
        return plain.read(raw)
    if format == "markdown":
        from toolkit.files import markdown  # noqa: PLC0415 (only what the article at hand needs)

        return markdown.read(raw)
    if format == "html":
        from toolkit.files import html  # noqa: PLC0415 (only what the article at hand needs)

        return html.read(raw)
    raise ValueError(f"no reader for the format {format!r}: text, markdown or html")
