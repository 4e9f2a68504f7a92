"""Edits made in a file as it lies on the disk, with nothing else changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from toolkit.core import Edit, Fix, apply
from toolkit.files.decode import detect
from toolkit.files.errors import Unreadable, Unwritable
from toolkit.files.text import read_bytes, write_atomic


def edited(data: bytes, path: str, edits: Iterable[Edit]) -> bytes:
    """The bytes of the file `path` with `edits` made, whose offsets count in the article's `raw`.

    Without edits they are the same bytes. Encoding, byte order mark and line ends stay. Edits that overlap one before them
    are skipped. Raises Unreadable, and Unwritable where a character has no place in the file's encoding.
    """
    made = sorted(edits)
    if not made:
        return data
    if path.lower().endswith(".docx"):
        from toolkit.files.docx_edits import edited_docx  # noqa: PLC0415 (only Word documents need it)

        return edited_docx(data, path, made)
    found = detect(data, path)
    codec, mark = _codec(data, found.encoding)
    raw = found.text.removeprefix("\ufeff")
    mark += "\ufeff".encode(codec) if raw != found.text else b""
    if mark + raw.encode(codec, "surrogatepass") != data:
        raise Unwritable(
            path, None, f"cannot be written back in its encoding, {codec}, unchanged; save it as UTF-8 first"
        )
    text = apply(raw, [Fix((edit,)) for edit in made])
    try:
        written = mark + text.encode(codec)
    except UnicodeEncodeError as error:
        lost = text[error.start]
        raise Unwritable(path, None, f"has no {lost!r} in its encoding, {codec}; save it as UTF-8 first") from error
    if not mark and codec != "utf-8" and not _known(written, path, codec):
        raise Unwritable(path, None, f"would no longer be known for {codec}; save it as UTF-8 first")
    return written


def _known(data: bytes, path: str, codec: str) -> bool:
    """Whether a file without a mark of its encoding will be read in that encoding again."""
    try:
        return detect(data, path).encoding == codec
    except Unreadable:
        return False


def write_edits(path: Path, edits: Iterable[Edit]) -> None:
    """Make `edits` in the file `path`, whole or not at all; without edits it is not touched. Raises as `edited` does."""
    made = tuple(edits)
    if made:
        write_atomic(path, edited(read_bytes(path), str(path), made))


def _codec(data: bytes, encoding: str) -> tuple[str, bytes]:
    """The codec that writes no byte order mark, and the mark that the file begins with."""
    if encoding == "utf-8-sig":
        return "utf-8", data[:3]
    if encoding in {"utf-16", "utf-32"}:
        order = "le" if data[:1] == b"\xff" else "be"
        return f"{encoding}-{order}", data[: 2 if encoding == "utf-16" else 4]
    return encoding, b""
