"""Regular expressions that are compiled when they are first used: most articles need few of them, and start-up counts."""

from __future__ import annotations

import re
from typing import Any, cast


class _Waiting:
    """Stands for a compiled expression; its methods are that one's, from the first use on."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` would return, compiled at the first use.

    >>> pattern("[0-9]+").findall("7 of 12")
    ['7', '12']
    """
    return cast("re.Pattern[str]", _Waiting(text, flags))
