"""Values as they were written, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from typing import Generic, NamedTuple, TypeVar

from toolkit.settings.errors import SettingsError, shown, unknown
from toolkit.settings.globs import matches
from toolkit.settings.keys import KEYS, TABLES, Key
from toolkit.settings.kinds import FILE, FILES, STRINGS, Kind

T = TypeVar("T")
KeyPath = tuple[str, ...]


class Setting(NamedTuple, Generic[T]):
    """A value and where it came from: `default`, `preset news`, `copydesk.toml:12`, `--select`."""

    value: T
    origin: str


class Layer(NamedTuple):
    """Settings of one place, unchecked: a tree of keys, and what tells the origin of one.

    Its files, and the globs of its `[[paths]]`, are relative to `folder`.
    """

    data: Mapping[str, object]
    origin: Callable[[KeyPath], str]
    folder: str = ""


def project(name: str, data: Mapping[str, object], lines: Mapping[KeyPath, int], folder: str) -> Layer:
    """The settings file called `name` in `folder`, with the line of each key; a key without one has its parent's."""

    def origin(path: KeyPath) -> str:
        line = next((lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in lines), None)
        return f"{name}:{line}" if line else name

    return Layer(data, origin, folder)


def command_line(**options: object) -> Layer:
    """What was asked for on the command line, by key; None and empty lists were not asked for. Files may be paths."""
    asked = {name: _plain(value) for name, value in options.items() if value is not None and value != []}
    return Layer(asked, lambda path: KEYS[path[0]].option or path[0])


def checked(layer: Layer, path: str = "") -> Iterator[dict[KeyPath, Setting[object]]]:
    """The layer's own values, then those of each of its `[[paths]]` whose globs match the article `path`.

    Raises SettingsError for an unknown key or a value of the wrong kind, in `[[paths]]` that do not match too.
    """
    here = {name: value for name, value in layer.data.items() if name != "paths"}
    yield dict(_values(layer, here, (), KEYS))
    for n, table in enumerate(_tables(layer)):
        at = ("paths", str(n))
        rest = {name: value for name, value in table.items() if name != "match"}
        globs = _read(layer, (*at, "match"), STRINGS, table.get("match"))
        values = dict(_values(layer, rest, at, {name: key for name, key in KEYS.items() if key.by_path}))
        if isinstance(globs, tuple) and any(matches(glob, _relative(path, layer.folder)) for glob in globs):
            yield values


def _tables(layer: Layer) -> list[Mapping[str, object]]:
    tables = layer.data.get("paths", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise SettingsError(layer.origin(("paths",)), "paths must be tables, each under [[paths]]")
    return tables


def _values(
    layer: Layer, data: Mapping[str, object], at: KeyPath, keys: Mapping[str, Key]
) -> Iterator[tuple[KeyPath, Setting[object]]]:
    for name, value in data.items():
        if name in keys:
            read = _read(layer, (*at, name), keys[name].kind, value)
            yield (name,), Setting(read, layer.origin((*at, name)))
        elif name in TABLES:
            for path, leaf in _leaves(layer, (*at, name), value, TABLES[name].depth):
                read = _read(layer, path, TABLES[name].kind, leaf)
                yield path[len(at) :], Setting(read, layer.origin(path))
        else:
            raise unknown(layer.origin((*at, name)), f"key in [[{at[0]}]]" if at else "key", name, [*keys, *TABLES])


def _leaves(layer: Layer, path: KeyPath, value: object, depth: int) -> Iterator[tuple[KeyPath, object]]:
    if depth == 0:
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(layer, (*path, str(name)), inner, depth - 1)
    else:
        raise SettingsError(layer.origin(path), f"{_name(path)} must be a table, not {shown(value)}")


def _read(layer: Layer, path: KeyPath, kind: Kind, value: object) -> object:
    read = kind.read(value)
    if read is None:
        told = "missing" if value is None else f"not {shown(value)}"
        raise SettingsError(layer.origin(path), f"{_name(path)} must be {kind.expected}, {told}")
    if kind is FILE:
        return str(PurePath(layer.folder, str(read))) if read else ""
    if kind is FILES and isinstance(read, tuple):
        return tuple(str(PurePath(layer.folder, file)) for file in read)
    return read


def _plain(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, PurePath) else value


def _name(path: KeyPath) -> str:
    """The key as a reader wrote it: `severity."names"`; a table of [[paths]] has no number there."""
    shown = (path[0], *path[2:]) if path[0] == "paths" else path
    return ".".join(part if part.isidentifier() else f'"{repr(part)[1:-1]}"' for part in shown)


def _relative(path: str, folder: str) -> str:
    pure = PurePath(path)
    return (pure.relative_to(folder) if folder and pure.is_relative_to(folder) else pure).as_posix()
