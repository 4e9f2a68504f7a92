"""Patterns of paths, as in .gitignore."""

from __future__ import annotations

import re
from functools import cache

_PARTS = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_MEANING = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(glob: str, path: str) -> bool:
    """Whether `path` (relative, with `/`) fits; `*` stays in a folder, `**` does not.

    A glob that ends in `/` means all below that folder; one without `/` is held against the name of the file alone.

    >>> matches("*.html", "news/a.html"), matches("news/*", "news/2024/a.txt"), matches("news/**", "news/2024/a.txt")
    (True, False, True)
    """
    subject = path if "/" in glob else path.rpartition("/")[2]
    return _compiled(f"{glob}**" if glob.endswith("/") else glob).fullmatch(subject) is not None


@cache
def _compiled(glob: str) -> re.Pattern[str]:
    return re.compile("".join(_MEANING.get(part) or re.escape(part) for part in _PARTS.findall(glob)), re.DOTALL)
