"""Where candidates stand in a body of Chinese: how often, and beside what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from toolkit.language.sounds import table

_ALWAYS = 0.8


@dataclass(slots=True)
class Standing:
    """How often a stretch of Chinese occurs, and the characters right before and right after it."""

    count: int = 0
    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)

    @property
    def clipped(self) -> bool:
        """Whether it nearly always stands beside one and the same transcription character: a name cut short."""
        return any(
            char in table() and count >= _ALWAYS * self.count
            for chars in (self.before, self.after)
            for char, count in chars.most_common(1)
        )


def occurrences(texts: Iterable[str], wanted: Collection[str]) -> dict[str, Standing]:
    """The standing of each of `wanted` (two characters or more) in `texts`, in one pass; overlaps count.

    >>> occurrences(["阿巴阿巴阿"], ["阿巴"])["阿巴"].count
    2
    """
    sizes: defaultdict[str, set[int]] = defaultdict(set)
    for one in wanted:
        sizes[one[:2]].add(len(one))
    found = {one: Standing() for one in wanted}
    for text in texts:
        for at in range(len(text) - 1):
            for size in sizes.get(text[at : at + 2], ()):
                standing = found.get(text[at : at + size])
                if standing is not None and at + size <= len(text):
                    standing.count += 1
                    standing.before[text[at - 1 : at]] += 1
                    standing.after[text[at + size : at + size + 1]] += 1
    return found
