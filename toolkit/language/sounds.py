"""The characters that Chinese writes foreign names with, and the letters that each stands for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from toolkit.core.pattern import pattern

_DATA = Path(__file__).parent / "data" / "sounds.txt"


@cache
def table() -> dict[str, frozenset[str]]:
    """Each transcription character (Simplified) and the spellings it may stand for, one to five plain letters.

    Facts, from the Xinhua transcription practice and from the names in CedPane (public domain), where each is attested.

    >>> sorted(sound for sound in table()["斯"] if len(sound) == 1)
    ['c', 's', 'x', 'z']
    """
    lines = _DATA.read_text("utf-8").splitlines()
    return {char: frozenset(sounds.split(" ")) for char, sounds in (line.split("\t") for line in lines)}


@cache
def stretch() -> re.Pattern[str]:
    """Two transcription characters or more, with the dots between the parts of a name."""
    return pattern(f"[{''.join(table())}][{''.join(table())}·]+")
