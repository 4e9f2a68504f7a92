"""The parts of an Office file, which is a ZIP archive: read within bounds, and one replaced while the others stay."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from toolkit.files.decode import LIMIT, too_large
from toolkit.files.errors import Unreadable

if TYPE_CHECKING:
    import zipfile

_MOST = 5_000


class Package:
    """An Office file called `path`. Nothing is unpacked but what is asked for, and no more than 20 MB of that."""

    def __init__(self, data: bytes, path: str) -> None:
        """Open it. Raises Unreadable for what is no archive."""
        import zipfile  # noqa: PLC0415 (only Office files need it)
        import zlib  # noqa: PLC0415 (as above)

        self.path, self._data = path, data
        self._broken = (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,
        )
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except self._broken as error:
            raise self.unreadable("is no Word document, or a broken one; save it anew as .docx") from error
        self._names = {info.filename for info in self._archive.infolist()[:_MOST]}

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def text(self, name: str) -> str:
        """A part that is XML, without its byte order mark. Raises Unreadable."""
        data = self._read(name)
        marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        try:
            return data.decode("utf-16" if marked else "utf-8-sig")
        except UnicodeDecodeError as error:
            raise self.unreadable(f"has no readable text in {name}; save it anew") from error

    def replaced(self, parts: Mapping[str, str]) -> bytes:
        """The file with other text in some parts; the others keep their content, order, dates and attributes."""
        import zipfile  # noqa: PLC0415 (as above)

        if not parts:
            return self._data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as new:
            new.comment = self._archive.comment
            for info in self._archive.infolist():
                data = parts[info.filename].encode("utf-8") if info.filename in parts else self._read(info.filename)
                new.writestr(self._like(info), data, info.compress_type)
        return out.getvalue()

    def unreadable(self, message: str) -> Unreadable:
        """A complaint about this file."""
        return Unreadable(self.path, None, message)

    def _read(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as part:
                data = part.read(LIMIT + 1)
        except self._broken as error:
            raise self.unreadable(f"is broken or encrypted at {name[:80]}; save it anew without a password") from error
        if len(data) > LIMIT:
            raise self.unreadable(too_large(LIMIT))
        return data

    @staticmethod
    def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
        import zipfile  # noqa: PLC0415 (as above)

        new = zipfile.ZipInfo(info.filename, info.date_time)
        new.external_attr, new.create_system, new.comment, new.extra = (
            info.external_attr,
            info.create_system,
            info.comment,
            info.extra,
        )
        return new
