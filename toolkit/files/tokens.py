"""The markup between stretches of prose, piece by piece: HTML's tags, and Markdown's marks besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.files.html import SKIPPED
from toolkit.files.inline import FOOTNOTE, LABEL, TARGET
from toolkit.files.tags import PIECE, Tags

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_IMAGE = pattern(r"!\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\]", re.DOTALL)
_DELIMITERS = pattern(r"\*+|_+|~+")
_WHITE = pattern(r"\s+")
_OTHER = pattern(r"[^\s<>\[\]*_~!]+|.", re.DOTALL)


class Role(Enum):
    """What a piece does: begin something, end it, stand alone, break the line, or either begin or end emphasis."""

    OPEN = "open"
    CLOSE = "close"
    POINT = "point"
    BREAK = "break"
    EITHER = "either"


class Token(NamedTuple):
    """One piece as it is in the file; `name` is what an end must share with its beginning."""

    raw: str
    role: Role
    name: str = ""


def tokens(part: str) -> Iterator[Token]:
    """The pieces of a stretch of markup that holds no prose; white space between them is passed over."""
    tags = Tags(part, Span(0, len(part)))
    at = 0
    while at < len(part):
        if white := _WHITE.match(part, at):
            at = white.end()
            continue
        token = _tag(part, at, tags) or _markdown(part, at) or Token(_other(part, at), Role.POINT)
        yield token
        at += len(token.raw)


def _tag(part: str, at: int, tags: Tags) -> Token | None:
    piece = PIECE.match(part, at)
    end = tags.end(piece) if piece else None
    if not piece or end is None:
        return None
    raw, name = part[at:end], (piece[2] or "").lower()
    if not name:
        return Token(raw, Role.POINT)
    if piece[1]:
        return Token(raw, Role.CLOSE, name)
    if name in SKIPPED and (closing := tags.closing(name, end)):
        return Token(part[at : closing.end], Role.POINT)
    if name == "br":
        return Token(raw, Role.BREAK)
    return Token(raw, Role.POINT if name in _VOID or raw.endswith("/>") else Role.OPEN, name)


def _markdown(part: str, at: int) -> Token | None:
    if footnote := FOOTNOTE.match(part, at):
        return Token(footnote[0], Role.POINT)
    if image := _IMAGE.match(part, at):
        return Token(part[at : _target(part, image.end())], Role.POINT)
    if part[at] == "[":
        return Token("[", Role.OPEN, "[")
    if part[at] == "]":
        return Token(part[at : _target(part, at + 1)], Role.CLOSE, "[")
    delimiters = _DELIMITERS.match(part, at)
    return Token(delimiters[0], Role.EITHER, delimiters[0][0]) if delimiters else None


def _target(part: str, at: int) -> int:
    """Where the address or label that stands at `at` ends."""
    found = TARGET.match(part, at) or LABEL.match(part, at)
    return found.end() if found else at


def _other(part: str, at: int) -> str:
    found = _OTHER.match(part, at)
    return found[0] if found else part[at]
