"""On which line a key of a TOML file stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_NAME = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_LINE = re.compile(rf"[ \t]*(?:(?P<open>\[\[?)[ \t]*(?P<table>{_NAME})[ \t]*\]|(?P<key>{_NAME})[ \t]*=)")
_PARTS = re.compile(_PART)


def key_lines(text: str) -> Mapping[tuple[str, ...], int]:
    r"""The line (from 1) of each table and key of a valid TOML file.

    The n-th `[[table]]` has its number, from 0, in the path. Keys inside `{…}` are left to the line of their parent.

    >>> key_lines('jobs = 2\n[[paths]]\nselect = []\n[options."a/b"]\nc.d = 1\n')[("options", "a/b", "c", "d")]
    5
    """
    lines: dict[tuple[str, ...], int] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.match(line)
        if match is None:
            continue
        path = tuple(_bare(part) for part in _PARTS.findall(match["table"] or match["key"]))
        if match["open"] == "[[":
            table = (*path, str(seen[path]))
            seen[path] += 1
        elif match["open"]:
            table = (path[0], str(seen[path[:1]] - 1), *path[1:]) if path[:1] in seen else path
        lines.setdefault(table if match["open"] else (*table, *path), number)
    return lines


def _bare(part: str) -> str:
    return part[1:-1] if part[0] in "\"'" else part
