"""English words cut down to stems, so that plan, plans, planned and planning meet."""

from __future__ import annotations

from functools import lru_cache

from toolkit.core import Span
from toolkit.core.pattern import pattern

WORD = pattern(r"[A-Za-z\u00c0-\u024f]+")
_VOWEL = pattern("[aeiouy]")
_ENDINGS = ("ing", "ed", "es", "s")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of an English word, in lower case; not always a word itself.

    Inflection goes (after Porter's step 1), derivation stays.

    >>> [stem(word) for word in ("Planning", "plans", "share", "shared", "policies", "was", "press")]
    ['plan', 'plan', 'shar', 'shar', 'policy', 'was', 'press']
    """
    small = word.lower()
    if len(small) < 4:
        return small
    if small.endswith("ies"):
        return small[:-3] + "y"
    if small.endswith(("ss", "us", "is")):
        return small
    return _bare(small)


def words(text: str) -> list[tuple[str, Span]]:
    """The stems of the words in an English text, in order, with their code points."""
    return [(stem(match[0]), Span(*match.span())) for match in WORD.finditer(text)]


def stems(text: str) -> list[str]:
    """The stems of the words in an English text, in order.

    >>> stems("Chips aren't exported.")
    ['chip', 'aren', 't', 'export']
    """
    return [stem(word) for word in WORD.findall(text)]


def _bare(small: str) -> str:
    for ending in _ENDINGS:
        root = small.removesuffix(ending)
        if root != small and len(root) > 2 and _VOWEL.search(root):
            small = root
            if ending in ("ing", "ed") and small[-1] == small[-2] and small[-1] not in "lsz":
                return small[:-1]
            break
    if small.endswith("i"):
        return small[:-1] + "y"
    return small.removesuffix("e") if len(small) > 3 else small
