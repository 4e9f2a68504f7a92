"""How many columns text takes on a terminal."""

from __future__ import annotations

from unicodedata import category, east_asian_width


def width(text: str) -> int:
    r"""Columns of `text`: 2 for wide and full-width characters, 0 for combining and invisible ones, 1 for the rest.

    Source: Unicode Standard Annex #11; ambiguous characters, curly quotes among them, count as narrow.

    >>> width("ASML"), width("阿斯麦"), width("Phạm"), width("e\u0301")
    (4, 6, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if east_asian_width(char) in "WF":
        return 2
    hangul_vowel_or_final = "\u1160" <= char <= "\u11ff"
    return 0 if category(char) in ("Mn", "Me", "Cf") or hangul_vowel_or_final else 1
