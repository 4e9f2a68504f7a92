"""Settings files: found from an article's folder upwards, and read."""

from __future__ import annotations

from pathlib import Path

from toolkit.core.pattern import pattern
from toolkit.files.errors import Unreadable
from toolkit.files.text import read_text
from toolkit.settings.layers import Layer, project

OWN = "copydesk.toml"
SHARED = "pyproject.toml"
_LIMIT = 1 << 20
_TABLE = ("tool", "copydesk")
_AT = pattern(r" \(at line (\d+), column \d+\)")


def find_settings(folder: Path) -> Path | None:
    """The nearest copydesk.toml, or pyproject.toml with a `[tool.copydesk]`, in `folder` or above it.

    The search ends at a repository's root, at the user's home and at the root of the disk. Raises Unreadable.
    """
    here = folder.resolve()
    for place in (here, *here.parents):
        if (place / OWN).is_file():
            return place / OWN
        if (place / SHARED).is_file() and "[tool.copydesk" in read_text(place / SHARED, _LIMIT):
            return place / SHARED
        if (place / ".git").exists() or place == Path.home():
            return None
    return None


def load_settings(path: Path) -> Layer:
    """A settings file, not yet checked; its values know their lines. Raises Unreadable."""
    import tomllib  # noqa: PLC0415 - most runs have no settings file

    from toolkit.settings.lines import key_lines  # noqa: PLC0415 - as above

    text = read_text(path, _LIMIT)
    try:
        data: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        message = f"is not TOML: {_AT.sub('', str(error))}"
        raise Unreadable(_shown(path), int(at[1]) if at else None, message) from error
    lines = key_lines(text)
    if path.name == SHARED:
        lines = {key[2:]: line for key, line in lines.items() if key[:2] == _TABLE}
        data = _inside(_inside(data, "tool"), "copydesk")
    if not isinstance(data, dict):
        raise Unreadable(_shown(path), None, "tool.copydesk must be a table: write [tool.copydesk]")
    return project(_shown(path), data, lines, str(path.resolve().parent))


def _inside(table: object, name: str) -> object:
    return table.get(name) if isinstance(table, dict) else None


def _shown(path: Path) -> str:
    """The path from the current folder where it lies below, else whole."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
