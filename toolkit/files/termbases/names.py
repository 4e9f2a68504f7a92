"""Ids as XML names: what XML cannot have as an id is spelt out, and read back (`_x0033_` for a leading 3)."""

from __future__ import annotations

from toolkit.core.pattern import pattern

_NAME = pattern(r"[^\W\d][\w.-]*")
_BAD = pattern(r"(?<!^)[^\w.-]|^[\W\d]|_(?=x[0-9A-F]{4}_)")
_ESCAPED = pattern(r"_x([0-9A-F]{4})_")


def encoded(name: str) -> str:
    """The id as an XML name.

    >>> encoded("3d-nand"), encoded("smic"), decoded(encoded("a b"))
    ('_x0033_d-nand', 'smic', 'a b')
    """
    if _NAME.fullmatch(name) and not _ESCAPED.search(name):
        return name
    return _BAD.sub(lambda match: f"_x{ord(match[0]):04X}_", name)


def decoded(name: str) -> str:
    """The id that an XML name spells out."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), name)
