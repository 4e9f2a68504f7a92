"""How alike two names look and sound, when one may be a machine's guess at the other."""

from __future__ import annotations

from functools import lru_cache

from toolkit.core.pattern import pattern
from toolkit.language.pinyin import letters

_CLASSES = str.maketrans("bpvwfszcxjtdkgqlrmn", "PPFFFSSSSSTTKKKLLNN")
_VOWELS = pattern("[aeiouyh]")
_DOUBLED = pattern(r"(.)\1+")


def likeness(one: str, other: str) -> float:
    """How alike two spellings are, 0 to 1: the shared letters in order against all letters (indel similarity).

    Levenshtein (1966) without substitutions, as rapidfuzz's `ratio`.
    """
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only a suspicion needs it

    return ratio(one, other) / 100


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name by class, doubled ones once: voice and vowels are what transcriptions change.

    After Soundex (Russell 1918), with the classes that Mandarin transcription merges: v, w and f; l and r; s, z, c and x.

    >>> skeleton("Estevez"), skeleton("Estwes"), skeleton("Nvidia")
    ('STFS', 'STFS', 'NFT')
    """
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", letters(name)).translate(_CLASSES))


def resemblance(one: str, other: str) -> float:
    """Likeness of spelling, raised by that of the skeletons: fully where these are long, less where they are short."""
    spelt = likeness(letters(one), letters(other))
    bones, others = skeleton(one), skeleton(other)
    if min(len(bones), len(others)) < 2:
        return spelt
    if min(len(bones), len(others)) == 2:
        return max(spelt, (spelt + 0.9) / 2) if bones == others else spelt
    return max(spelt, (spelt + likeness(bones, others)) / 2)


def common(one: str, other: str) -> int:
    """How many letters two words begin with in common.

    >>> common("Electron", "Electronics")
    8
    """
    return next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
