"""Double quotation marks and brackets of a paragraph, and which belongs to which.

Chicago Manual of Style 6.9–6.11 (marks in pairs), 13.32 (a quotation of several paragraphs opens each of them and
closes the last).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from toolkit.core.pattern import pattern
from toolkit.language.machine import inside

_QUOTES = pattern('["“”]')
_BRACKETS = pattern(r"[()\[\]]")
_LABEL = pattern(r"(?:^|[\s;,.:])(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})$")
_BEFORE_OPENER = frozenset(" \t\n\u00a0([{—–-/‘“")
_AFTER_CLOSER = frozenset(" \t\n\u00a0.,;:!?)]}—–-/’…")
_PARTNER = {")": "(", "]": "["}
_WIDE = str.maketrans("（）［］【】", "()[][]")


class Mark(NamedTuple):
    """A mark at the code point `at`, `width` marks wide where it was typed twice; `partner` is its partner's or -1."""

    at: int
    width: int
    opens: bool
    partner: int


@lru_cache(maxsize=2048)
def quotations(prose: str) -> tuple[Mark, ...]:
    """The double quotation marks of `prose`, paired within each of its lines; inch marks are left out.

    >>> [(mark.at, mark.opens, mark.partner) for mark in quotations('A 5" "toy"')]
    [(5, True, 9), (9, False, 5)]
    """
    marks: list[Mark] = []
    stack: list[int] = []
    last = seen = 0
    for match in _QUOTES.finditer(prose):
        at = match.start()
        if at < last:
            continue
        if prose.find("\n", seen, at) >= 0:
            stack = []
        seen = at
        width = _width(prose, at, is_open=bool(stack))
        last = at + width
        if (not stack and prose[at] == '"' and prose[at - 1 : at].isdigit()) or inside(prose, at, at + width):
            continue
        opens = _opens(prose, at, width, is_open=bool(stack))
        _pair(marks, stack, Mark(at, width, opens, -1))
    return tuple(marks)


def brackets(prose: str) -> tuple[Mark, ...]:
    """The round and square brackets of `prose`, paired within each of its lines; labels such as "a)" are left out.

    A Chinese or full-width bracket pairs with an English one.
    """
    prose = prose if prose.isascii() else prose.translate(_WIDE)
    marks: list[Mark] = []
    stack: list[int] = []
    seen = 0
    for match in _BRACKETS.finditer(prose):
        at, char = match.start(), match[0]
        if prose.find("\n", seen, at) >= 0:
            stack = []
        seen = at
        if char not in _PARTNER:
            _pair(marks, stack, Mark(at, 1, opens=True, partner=-1))
            continue
        fits = bool(stack) and prose[marks[stack[-1]].at] == _PARTNER[char]
        if fits or not (_LABEL.search(prose, max(0, at - 6), at) or prose[at - 1 : at] in (":", ";", "-")):
            _pair(marks, stack if fits else [], Mark(at, 1, opens=False, partner=-1))
    return tuple(marks)


def _pair(marks: list[Mark], stack: list[int], mark: Mark) -> None:
    if mark.opens:
        stack.append(len(marks))
    elif stack:
        first = stack.pop()
        marks[first] = marks[first]._replace(partner=mark.at)
        mark = mark._replace(partner=marks[first].at)
    marks.append(mark)


def _width(prose: str, at: int, *, is_open: bool) -> int:
    two = prose[at : at + 2]
    if len(two) < 2 or two[1] not in '"“”' or two == "”“":
        return 1
    return 1 if two == '""' and is_open and prose[at + 2 : at + 3].isalnum() else 2


def _opens(prose: str, at: int, width: int, *, is_open: bool) -> bool:
    before, after = prose[at - 1 : at] if at else "", prose[at + width : at + width + 1]
    may_open = not before or before in _BEFORE_OPENER
    may_close = not after or after in _AFTER_CLOSER
    if not before.strip("\n") or not after.strip("\n"):
        return not before.strip("\n")
    if may_open != may_close:
        return may_open
    return prose[at] == "“" if prose[at] != '"' and not may_open else not is_open
