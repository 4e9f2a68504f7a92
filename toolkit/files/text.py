"""The disk: files read as text, and written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from toolkit.files.decode import LIMIT, Decoded, byte_order, detect, too_large
from toolkit.files.errors import Unreadable, Unwritable, cause


def read_text(path: Path, limit: int = LIMIT) -> str:
    """The text of a settings file, a glossary or the like of at most `limit` bytes, decoded as an article is.

    A byte order mark is dropped. Raises Unreadable.
    """
    return read(path, limit).text


def read(path: Path, limit: int = LIMIT, name: str | None = None) -> Decoded:
    """A file's text and encoding; Unreadable calls it `name`."""
    shown = name or str(path)
    return detect(read_bytes(path, limit, shown), shown, limit)


def read_bytes(path: Path, limit: int = LIMIT, name: str | None = None) -> bytes:
    """What a file holds, if it is no more than `limit` bytes. Raises Unreadable, which calls it `name`."""
    shown = name or str(path)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise Unreadable(shown, None, _why(error)) from error
    if len(data) > limit:
        raise Unreadable(shown, None, too_large(limit))
    return data


def rewrite(path: Path, text: str, before: str | None = None) -> None:
    """Put `text` in place of the file's own, in the encoding and with the byte order mark that the file has.

    Raises Unreadable, or Unwritable where a character has no place in that encoding, where the encoding would not give back
    the bytes that stay, and where the file no longer holds the text `before`.
    """
    data = read_bytes(path)
    if before is not None and detect(data, str(path)).text.removeprefix("\ufeff") != before:
        raise Unwritable(str(path), None, "was changed by somebody else in the meantime; run this again")
    write_atomic(path, encoded(text, data, str(path)))


def encoded(text: str, like: bytes, name: str) -> bytes:
    """`text` in the encoding of `like`, with the byte order mark that it has; what both have in common keeps its bytes.

    Raises Unreadable, or Unwritable, which calls the file `name`.
    """
    found = detect(like, name)
    mark, codec = byte_order(like, found.encoding)
    try:
        if mark + found.text.encode(codec) != like:
            raise Unwritable(name, None, f"has bytes that {codec} writes in another way; save it as UTF-8 first")
        if found.text.startswith("\ufeff"):
            text = "\ufeff" + text.removeprefix("\ufeff")
        return mark + text.encode(codec)
    except UnicodeEncodeError as error:
        lost = text[error.start]
        raise Unwritable(name, None, f"has no {lost!r} in its encoding, {codec}; save it as UTF-8 first") from error


def keep(path: Path, *, backup: bool = True) -> None:
    """Copy a file to FILE.bak, over an older one, if a `backup` is wanted. Raises Unreadable or Unwritable."""
    if backup:
        write_atomic(path.with_name(f"{path.name}.bak"), read_bytes(path))


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file whole: into a temporary file beside it, which then takes its place; permissions and links stay.

    A device or a pipe (/dev/stdout) is written to, never replaced. Raises Unwritable, with the file as it was.
    """
    import tempfile  # noqa: PLC0415 (its imports take longer than the reading of an article)

    real = Path(os.path.realpath(path))
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
            return
        handle, name = tempfile.mkstemp(prefix=f".{real.name[:40]}.", dir=real.parent)
    except FileNotFoundError as error:
        raise Unwritable(str(path), None, "lies in a folder that does not exist; make it first") from error
    except (OSError, ValueError) as error:
        raise Unwritable(str(path), None, _why(error)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(real))
        Path(name).replace(real)
    except OSError as error:
        raise Unwritable(str(path), None, _why(error)) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()


def _mode(path: Path) -> int:
    """The permissions of the file that stands there, or those of a new one."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _why(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "does not exist; check the name"
        case IsADirectoryError():
            return "is a folder; name a file"
        case PermissionError():
            return "is closed to this user; change its permissions"
        case OSError():
            return f"cannot be used: {cause(error)}"
    return "is no name of a file; check it"
