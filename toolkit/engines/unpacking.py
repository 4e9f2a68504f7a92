"""An archive taken apart so that nothing lands outside its folder, and nothing is larger than was said."""

from __future__ import annotations

import shutil
import stat
import zlib
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from toolkit.engines.problem import ModelProblem

LIMIT = 20_000_000_000
MOST = 10_000
_ENCRYPTED = 0x1


def unpack(archive: Path, folder: Path, limit: int = LIMIT) -> None:
    """Write the files of a zip into `folder`, of `limit` bytes in all. Raises ModelProblem before anything odd is written."""
    try:
        with ZipFile(archive) as opened:
            members = [info for info in opened.infolist() if not info.is_dir()]
            _agreeable(archive.name, members, limit)
            for info in members:
                _write(archive.name, opened, info, folder)
    except (BadZipFile, NotImplementedError, EOFError, zlib.error) as error:
        raise ModelProblem(archive.name, f"is no zip archive that can be read ({error})") from error


def _agreeable(name: str, members: list[ZipInfo], limit: int) -> None:
    if len(members) > MOST or sum(info.file_size for info in members) > limit:
        raise ModelProblem(name, f"unpacks to over {limit:,} bytes or {MOST:,} files, which no model does")
    for info in members:
        path = PurePosixPath(info.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in info.filename:
            raise ModelProblem(name, f"holds {info.filename!r}, which leads out of its folder; do not trust it")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise ModelProblem(name, f"holds a link, {info.filename!r}; do not trust it")
        if info.flag_bits & _ENCRYPTED:
            raise ModelProblem(name, "is locked with a password")


def _write(name: str, opened: ZipFile, info: ZipInfo, folder: Path) -> None:
    """One file; more bytes than its entry promised are a bomb."""
    target = folder / info.filename.replace("\\", "/")
    target.parent.mkdir(parents=True, exist_ok=True)
    with opened.open(info) as source, target.open("wb") as file:
        shutil.copyfileobj(source, file, 1 << 20)
    if target.stat().st_size != info.file_size:
        raise ModelProblem(name, f"{info.filename!r} is not as large as the archive says; do not trust it")
