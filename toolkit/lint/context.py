"""What a rule may consult besides the text in front of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from toolkit.core import Document, Segment
from toolkit.glossary import Glossary, Match, Term, Words

if TYPE_CHECKING:
    from toolkit.alignment import Lexicon
    from toolkit.language.names import Name, Tagger

T = TypeVar("T")


@dataclass(slots=True)
class Context:
    """The desk's knowledge for one document: glossary, lexicon, hints, and a tagger of names where there is one.

    What is found in the document is found once for every rule.
    """

    document: Document
    glossary: Glossary
    lexicon: Lexicon
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tagger: Tagger | None = None
    _matches: dict[str, tuple[Match, ...]] = field(default_factory=dict)
    _kept: dict[str, Any] = field(default_factory=dict)
    _words: dict[str, Words] = field(default_factory=dict)

    @property
    def date(self) -> datetime.date | None:
        """The article's date, where it is known."""
        return self.document.date

    def matches(self, segment: Segment) -> tuple[Match, ...]:
        """The glossary's concepts in the Chinese of `segment`, in reading order; spans are code points of its prose."""
        found = self._matches.get(segment.id)
        if found is None:
            prose = segment.source.prose if segment.source else ""
            found = self._matches[segment.id] = self.glossary.find(prose, self.date)
        return found

    def names(self, segment: Segment) -> tuple[Name, ...]:
        """The names in the Chinese of `segment`, found without the glossary; in reading order, and none overlaps another.

        Those that rules find, then the tagger's that they miss; many of them the glossary knows, which a rule must ask itself.
        """
        return self.kept("names", self._named).get(segment.id, ())

    def _named(self) -> dict[str, tuple[Name, ...]]:
        from toolkit.language.names import throughout  # noqa: PLC0415 - most rules ask for no names

        sources = {segment.id: segment.source.prose for segment in self.document.segments if segment.source}
        found = throughout(tuple(sources.values()), lambda word: bool(self.lexicon.translations(word)), self.tagger)
        return dict(zip(sources, found, strict=True))

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What `make` returned the first time that `name` was asked for: an analysis of the document, made once."""
        if name not in self._kept:
            self._kept[name] = make()
        found: T = self._kept[name]
        return found

    def speaks_of(self, term: Term, segment: Segment) -> bool:
        """Whether the Chinese of `segment` may hold the concept; where there is no Chinese, any may be meant."""
        return segment.source is None or any(term in match.terms for match in self.matches(segment))

    def words(self, segment: Segment) -> Words:
        """The words of the English of `segment`, normalised; spans are code points of its prose."""
        found = self._words.get(segment.id)
        if found is None:
            found = self._words[segment.id] = Words(segment.target.prose)
        return found
