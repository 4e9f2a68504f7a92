"""A model as it lies on disk: a folder, or an Argos zip that is read without being unpacked."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from toolkit.engines.problem import ModelProblem

SMALL = 64_000_000
"""No vocabulary, tokenizer or card is larger, in bytes."""


@dataclass(frozen=True, slots=True)
class Package:
    """The files of a model by name; `folder` where CTranslate2 can read them itself, else None."""

    name: str
    names: frozenset[str]
    folder: Path | None
    _read: Callable[[str], bytes]
    _size: Callable[[str], int]

    def read(self, name: str, limit: int = SMALL) -> bytes:
        """The bytes of a file. Raises ModelProblem where it is missing, broken or over `limit`."""
        if name not in self.names:
            raise ModelProblem(self.name, f"has no {name}; install it anew")
        if self._size(name) > limit:
            raise ModelProblem(self.name, f"{name} is over {limit:,} bytes, which no such file is")
        try:
            return self._read(name)
        except (OSError, BadZipFile, RuntimeError, NotImplementedError, zlib.error) as error:
            raise ModelProblem(self.name, f"{name} cannot be read ({error}); install it anew") from error

    def object(self, name: str) -> Mapping[str, object]:
        """The JSON object in a file; empty where there is no such file. Raises ModelProblem."""
        if name not in self.names:
            return {}
        try:
            data = json.loads(self.read(name))
        except ValueError as error:
            raise ModelProblem(self.name, f"{name} is no JSON; install it anew") from error
        return data if isinstance(data, dict) else {}

    def vocabulary(self, side: str, folder: str = "") -> frozenset[str]:
        """The tokens of `source` or `target`, whichever way the converter wrote them into `folder`. Raises ModelProblem."""
        stems = f"{folder}{side}_vocabulary", f"{folder}shared_vocabulary"
        name = next(
            (f"{stem}.{end}" for stem in stems for end in ("json", "txt") if f"{stem}.{end}" in self.names), None
        )
        if name is None:
            raise ModelProblem(self.name, "has no vocabulary; it is no translation model that CTranslate2 wrote")
        text = self.read(name).decode("utf-8", "replace")
        try:
            return frozenset(map(str, json.loads(text) if name.endswith(".json") else text.split("\n")))
        except (ValueError, TypeError) as error:
            raise ModelProblem(self.name, f"{name} is no list of tokens; install it anew") from error

    def size(self) -> int:
        """The bytes of all its files."""
        return sum(map(self._size, self.names))


def open_package(path: Path) -> Package:
    """The model in a folder or an Argos zip. Raises ModelProblem."""
    if path.is_dir():
        return _folder(path)
    if path.is_file():
        return _zip(path)
    raise ModelProblem(str(path), "does not exist; copydesk model list tells what is installed")


def _folder(path: Path) -> Package:
    found = (file for depth in ("*", "*/*", "*/*/*") for file in path.glob(depth))
    names = {file.relative_to(path).as_posix() for file in found if file.is_file()}
    root = _root(names)
    base = path / root

    def size(name: str) -> int:
        return (base / name).stat().st_size

    return Package(path.name, _under(names, root), base, lambda name: (base / name).read_bytes(), size)


def _zip(path: Path) -> Package:
    """Members are looked up by name and never written, so a name with `..` in it leads nowhere."""
    try:
        archive = ZipFile(path)
    except (OSError, BadZipFile) as error:
        raise ModelProblem(str(path), "is no zip archive, and no folder") from error
    sizes = {info.filename: info.file_size for info in archive.infolist() if not info.is_dir()}
    root = _root(sizes)
    base = PurePosixPath(root)

    def read(name: str) -> bytes:
        return archive.read(str(base / name))

    return Package(path.stem, _under(sizes, root), None, read, lambda name: sizes[str(base / name)])


def _root(names: Mapping[str, int] | set[str]) -> str:
    """The folder inside that holds the model: where config or metadata lies nearest to the top."""
    marks = ("metadata.json", "config.json", "model.bin", "decoder.yml")
    found = sorted((name.count("/"), name) for name in names if PurePosixPath(name).name in marks)
    return str(PurePosixPath(found[0][1]).parent).removeprefix(".") if found else ""


def _under(names: Mapping[str, int] | set[str], root: str) -> frozenset[str]:
    front = f"{root}/" if root else ""
    return frozenset(name.removeprefix(front) for name in names if name.startswith(front))
