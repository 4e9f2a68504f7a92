"""Words of the Chinese that no link accounts for, and the English words beside a stretch that may be theirs."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.core import Span
from toolkit.translation.anchors import Anchor
from toolkit.translation.ground import SPEAKS, WORD, Ground, loose, within

_SILENT = "年月日号元额的了之地得个"


def stretched(ground: Ground, span: Span, words: Sequence[Span], first: int, last: int) -> tuple[int, int]:
    """The stretch with neighbours that nothing accounts for, as many as the Chinese has words that nothing accounts for.

    Those behind go first, for the head of an English noun group stands last.
    """
    spare = _unaccounted(ground, span)
    while spare > 0 and last + 1 < len(words) and loose(ground, words[last], words[last + 1]):
        last, spare = last + 1, spare - 1
    opening = [link for link in ground.links if link.source.start <= _first(ground, span) < link.source.end]
    ahead = all(_half_said(ground, link) for link in opening)
    while ahead and spare > 0 and first > 0 and loose(ground, words[first - 1], words[first], before=True):
        first, spare = first - 1, spare - 1
    return first, last


def _unaccounted(ground: Ground, span: Span) -> int:
    """About how many words of the Chinese no link speaks for: two characters make one."""
    inside = [link for link in ground.links if link.source.overlaps(span)]
    spoken = {at for link in inside for at in range(*link.source)}
    silent = sum(at not in spoken and _says(ground.source[at]) for at in range(*span))
    return (silent + 1) // 2 + sum(_half_said(ground, link) for link in inside if within(link.source, span))


def _half_said(ground: Ground, link: Anchor) -> int:
    """How many words a long Chinese word lacks in the English that the lexicon has for it: 安全形势 is no mere situation."""
    size = link.source.end - link.source.start
    return max(0, size // 2 - len(WORD.findall(ground.target[slice(*link.target)]))) if link.how == "lexicon" else 0


def _says(char: str) -> bool:
    """Whether a character has an English word of its own to expect."""
    return bool(SPEAKS.match(char)) and char not in _SILENT


def _first(ground: Ground, span: Span) -> int:
    """Where the first such character of the Chinese stands."""
    return next((at for at in range(*span) if _says(ground.source[at])), span.start)
