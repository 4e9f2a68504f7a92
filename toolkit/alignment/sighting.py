"""A paragraph in both languages, and what in it may be a term with its rendering."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from toolkit.alignment.english import stem, stems
from toolkit.alignment.lexicon import Lexicon
from toolkit.core import Span
from toolkit.glossary import Glossary, Words
from toolkit.language.pinyin import readings


class Sighting(NamedTuple):
    """Chinese and English (code points of a paragraph's prose) that may render each other.

    `score` says how sure, 0 to 1; `how` what speaks for it: spelt (pinyin), heard (transcription), worded (word by word),
    bracketed, repeated; `kind` is the type of the concept in the termbase.
    """

    zh: Span
    en: Span
    score: float
    how: str
    kind: str


class View:
    """One paragraph as the miners see it; `chinese` is Simplified."""

    def __init__(self, chinese: str, english: str, lexicon: Lexicon, glossary: Glossary) -> None:
        """Read nothing yet but the concepts of the glossary."""
        self.zh, self.en, self.lexicon = chinese, english, lexicon
        matches = glossary.find(chinese)
        self.known = [match.span for match in matches]
        self.people = [match.span for match in matches if match.term.type == "person"]
        ids = {term.id for match in matches for term in match.terms}
        hits = [hit for hit in glossary.accepted.find(Words(english)) if hit.term.id in ids]
        self.rendered = [hit.span for hit in hits]
        self.accounted = [
            (
                match.span,
                frozenset(stem(word) for term in match.terms for form in term.targets for word in form.split()),
            )
            for match in matches
        ]

    @cached_property
    def words(self) -> list[Span]:
        """The Chinese words in order; a concept of the glossary is one word."""
        apart = [word for word in self.lexicon.words(self.zh) if not any(word.overlaps(span) for span in self.known)]
        return sorted([*apart, *self.known])

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems of the English, in order."""
        return tuple(stems(self.en))

    @cached_property
    def read(self) -> Mapping[str, list[int]]:
        """Where each pinyin syllable may be read in the Chinese."""
        places: dict[str, list[int]] = {}
        for at, char in enumerate(self.zh):
            for syllable in readings(char):
                places.setdefault(syllable, []).append(at)
        return places

    def inside(self, span: Span) -> list[Span]:
        """The Chinese words that lie wholly in a stretch."""
        return [word for word in self.words if span.start <= word.start and word.end <= span.end]

    def crosses(self, span: Span) -> bool:
        """Whether an edge of the Chinese cuts a word of the lexicon."""
        return any(word.overlaps(span) and (word.start < span.start or word.end > span.end) for word in self.words)

    def is_known(self, span: Span) -> bool:
        """Whether the Chinese touches a concept of the glossary."""
        return any(span.overlaps(other) for other in self.known)

    def is_rendering(self, span: Span) -> bool:
        """Whether the English touches the rendering of a known concept."""
        return any(span.overlaps(other) for other in self.rendered)

    def composed(self, span: Span) -> bool:
        """Whether known concepts make up the whole Chinese, or one of them reaches over its edge."""
        inside = [other for other in self.known if span.overlaps(other)]
        if any(other.start < span.start or other.end > span.end for other in inside):
            return True
        return sum(other.end - other.start for other in inside) >= span.end - span.start
