"""A paragraph as the finders of names read it: what stands to either side of a place in it."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from toolkit.core.pattern import pattern
from toolkit.language.names.words import first_characters, sizes, words

_LATIN = pattern(r"\s?[（(]\s?[A-Z][A-Za-zÀ-ɏ.'’·\- ]+[,，）)]")


class Side(IntEnum):
    """What a name leans on at one of its ends; the more telling, the greater."""

    NOTHING = 0
    WORD = 1
    LINK = 2
    EDGE = 3
    SAYING = 4
    TITLE = 5
    BRACKET = 6


class View:
    """The prose, and which Chinese words are common."""

    __slots__ = ("_places", "known", "prose")

    def __init__(self, prose: str, known: Callable[[str], bool]) -> None:
        """Keep both; `known` is asked about two to four characters."""
        self.prose = prose
        self.known = known
        self._places: dict[int, int] | None = None

    def place(self, at: int) -> int:
        """Where the listed place ends that `at` lies in; 0 where it lies in none."""
        if self._places is None:
            self._places, openings = {}, first_characters("place")
            for start, char in enumerate(self.prose):
                if char in openings and start not in self._places and (size := self.begins(start, "place")):
                    self._places |= dict.fromkeys(range(start, start + size), start + size)
        return self._places.get(at, 0)

    def left(self, at: int) -> Side:
        """What ends at `at`."""
        if self.title(at):
            return Side.TITLE
        if at == 0 or not is_han(self.prose[at - 1]):
            return Side.EDGE
        if self.ends(at, "before", "place"):
            return Side.LINK
        return Side.WORD if self._common(at - 2, at) else Side.NOTHING

    def right(self, at: int) -> Side:
        """What begins at `at`."""
        if at == len(self.prose) or not is_han(self.prose[at]):
            return Side.BRACKET if _LATIN.match(self.prose, at) else Side.EDGE
        if self.begins(at, "saying"):
            return Side.SAYING
        if (title := self.begins(at, "office", "courtesy")) and title > self.begins(at, "body"):
            return Side.TITLE
        if self.begins(at, "then", "link"):
            return Side.LINK
        return Side.WORD if self._common(at, at + 2) else Side.NOTHING

    def title(self, at: int) -> int:
        """Where the title before `at` ends, its colon or space left out; 0 where there is none."""
        end = at
        while end and self.prose[end - 1] in " ：:":
            end -= 1
        return end if self.ends(end, "office", "calling", *(("byline",) if end < at else ())) else 0

    def begins(self, at: int, *lists: str) -> int:
        """The length of the longest word of `lists` that begins at `at`, or 0."""
        found, prose = words(*lists), self.prose
        for size in sizes(*lists):
            if (word := prose[at : at + size]) in found:
                return len(word)
        return 0

    def ends(self, at: int, *lists: str) -> int:
        """The length of the longest word of `lists` that ends at `at`, or 0."""
        found, prose = words(*lists), self.prose
        for size in sizes(*lists):
            if size <= at and prose[at - size : at] in found:
                return size
        return 0

    def cuts(self, at: int) -> bool:
        """Whether a common word lies across `at`."""
        return self._common(at - 1, at + 1)

    def _common(self, start: int, end: int) -> bool:
        return start >= 0 and end <= len(self.prose) and self.known(self.prose[start:end])


def is_han(char: str) -> bool:
    """Whether a character is one of the common Han ones."""
    return "\u4e00" <= char <= "\u9fff"
