"""Lists of likely spellings: a Chinese name, a tab, an English one."""

from __future__ import annotations

from pathlib import Path

from toolkit.files.errors import Unreadable
from toolkit.files.text import read_text

_LIMIT = 200 << 20
_SPELLINGS = 100


def load_hints(path: Path) -> tuple[dict[str, tuple[str, ...]], list[Unreadable]]:
    """English spellings by Chinese name, in the file's order, and one problem for each line that is none.

    UTF-8, a pair a line; further columns, blank lines and lines that begin with `#` are passed over (as CedPane has
    them). A name keeps its first hundred spellings. Raises Unreadable.
    """
    hints: dict[str, list[str]] = {}
    problems: list[Unreadable] = []
    for number, line in enumerate(read_text(path, _LIMIT).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        chinese, *english = (cell.strip() for cell in line.split("\t"))
        if chinese and english and english[0]:
            hints.setdefault(chinese, []).append(english[0])
        elif len(problems) < 10:
            problems.append(Unreadable(str(path), number, "is no pair; expected Chinese, a tab, English"))
    return {chinese: tuple(english[:_SPELLINGS]) for chinese, english in hints.items()}, problems
