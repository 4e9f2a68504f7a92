"""Hanyu Pinyin: how Chinese characters are read, and which English words have its shape."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from toolkit.core.pattern import pattern

_DATA = Path(__file__).parent / "data" / "pinyin.txt"
_PLAIN = pattern("[^a-z]")
ONLY_CHINESE = pattern("zh|x|q|j")
"""Letters that tell pinyin from most other spellings, in lower case."""


@cache
def _tables() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Character to usual reading, and to all of its readings."""
    usual: dict[str, str] = {}
    every: dict[str, tuple[str, ...]] = {}
    for line in _DATA.read_text("utf-8").splitlines():
        syllable, main, rest = line.split("\t")
        usual |= dict.fromkeys(main, syllable)
        for char in main + rest:
            every[char] = (*every.get(char, ()), *_written(syllable))
    return usual, every


def _written(syllable: str) -> tuple[str, ...]:
    """How a syllable is written where keyboards lack ü: lü as lu, lv or lyu."""
    return (syllable, syllable.replace("v", "u"), syllable.replace("v", "yu")) if "v" in syllable else (syllable,)


def readings(char: str) -> tuple[str, ...]:
    """Every toneless reading of a Simplified character, in no order; empty where the table lacks it."""
    return _tables()[1].get(char, ())


def spell(zh: str) -> tuple[str, ...]:
    """The usual reading of each character that has one.

    >>> spell("夏立言")
    ('xia', 'li', 'yan')
    """
    usual = _tables()[0]
    return tuple(usual[char] for char in zh if char in usual)


def spellings(zh: str, limit: int = 64) -> frozenset[str]:
    """Every way to read `zh`, run together, up to `limit` of them (polyphones multiply)."""
    options = [readings(char) or ("",) for char in zh]
    return frozenset("".join(choice) for choice, _ in zip(product(*options), range(limit), strict=False))


def letters(word: str) -> str:
    """The plain letters of a word, lower case, as spellings are compared.

    >>> letters("Xia Li-yan")
    'xialiyan'
    """
    return _PLAIN.sub("", word.lower().replace("ü", "v"))


@lru_cache(maxsize=8192)
def syllables(word: str) -> tuple[tuple[str, ...], ...]:
    """Every way to cut a word wholly into pinyin syllables; empty where it has not that shape.

    >>> syllables("xian")
    (('xian',), ('xi', 'an'))
    """
    known = _known()
    text = letters(word)
    if not text or len(text) > 24:
        return ()
    ways: list[list[tuple[str, ...]]] = [[] for _ in range(len(text) + 1)]
    ways[0] = [()]
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - 6), end):
            if ways[start] and text[start:end] in known:
                ways[end] += [(*way, text[start:end]) for way in ways[start]][:8]
    return tuple(ways[-1])


@cache
def _known() -> frozenset[str]:
    sounds = {syllable for spelt in _tables()[1].values() for syllable in spelt}
    return frozenset(sounds - {"m", "n", "ng", "hm", "hng"})
