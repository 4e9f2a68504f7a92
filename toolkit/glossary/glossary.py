"""The termbase: concepts found in Chinese by their longest form, in English by their accepted ones."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, compress, repeat
from typing import Any, NamedTuple, TypeVar

from toolkit.core import Side, Span
from toolkit.core.pattern import pattern
from toolkit.glossary.english import EnglishIndex
from toolkit.glossary.index import Index, pairs
from toolkit.glossary.rows import ById, Rows, called, ids
from toolkit.glossary.term import ALWAYS, Term
from toolkit.glossary.words import Words

T = TypeVar("T")
_ENOUGH = 50_000
_STOPS = "。！？；\n"
_STOP = pattern(f"[{_STOPS}]")
_REACH = 400


class Match(NamedTuple):
    """A form of the termbase in Chinese prose: the concepts it may stand for there, and where (code points)."""

    terms: tuple[Term, ...]
    span: Span

    @property
    def term(self) -> Term:
        """The likeliest concept."""
        return self.terms[0]


class Glossary:
    """Concepts in file order; a later concept of the same id replaces the earlier one. Deprecated ones match nothing."""

    def __init__(self, terms: Iterable[Term] = (), index: Index | None = None) -> None:
        """Take the concepts; nothing is compiled before the first search, or ever where their `index` is at hand."""
        if isinstance(terms, Rows):
            self.terms: Sequence[Term] = terms
            self.by_id: Mapping[str, Term] = ById(terms, ids(terms.rows))
        else:
            named = {term.id: term for term in terms}
            self.terms, self.by_id = tuple(named.values()), named
        self._given = index
        self._concepts: dict[str, tuple[tuple[Term, ...], bool]] = {}
        self._kept: dict[str, Any] = {}
        self._read = 0

    def find(self, prose: str, date: datetime.date | None = None) -> tuple[Match, ...]:
        """The concepts in Chinese `prose` (Simplified): leftmost, longest, in context, and valid on `date` if known."""
        found: list[Match] = []
        for span in self._spans(prose):
            form = prose[span.start : span.end]
            terms, anywhere = self._concepts.get(form) or self._called(form)
            if not anywhere:
                terms = self._candidates(terms, prose, span, date)
            if terms:
                found.append(Match(terms, span))
        return tuple(found)

    def _spans(self, prose: str) -> Iterable[Span]:
        """Where the leftmost longest forms stand: by an automaton, once enough was read to be worth its making."""
        self._read += len(prose)
        if self._read <= max(_ENOUGH, 2 * len(self._index.forms)):
            return self._walk(prose)
        try:
            return [Span(start, end) for _, start, end in self._automaton.find_matches_as_indexes(prose)]
        except UnicodeError:
            return self._walk(prose)

    def _walk(self, prose: str) -> Iterator[Span]:
        openings, forms, done = self._openings(prose), self._index.forms, 0
        for at in compress(range(len(openings)), openings):
            if at < done:
                continue
            for length in openings[at]:
                if prose[at : at + length] in forms and at + length <= len(prose):
                    done = at + length
                    yield Span(at, done)
                    break

    @cached_property
    def _automaton(self) -> Any:
        """Finds the forms (Aho and Corasick 1975); a lone surrogate in the text is a UnicodeError."""
        from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - one article is read without it

        return AhoCorasick([*self._index.forms], matchkind=MatchKind.LeftmostLongest)

    def _openings(self, prose: str) -> list[tuple[int, ...]]:
        """How long forms may be that begin at each character."""
        found = list(map(self._index.openings.get, pairs(prose), repeat(())))
        if self._alone:
            for match in self._alone.finditer(prose):
                found[match.start()] = found[match.start()] or (1,)
        return found

    def _called(self, form: str) -> tuple[tuple[Term, ...], bool]:
        """The concepts that a form may stand for, and whether they hold on any day and in any context."""
        terms = tuple([self.terms[int(n)] for n in self._index.forms[form].split(" ")])
        anywhere = all(term.valid == ALWAYS and not term.when and not term.not_when for term in terms)
        self._concepts[form] = terms, anywhere
        return terms, anywhere

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What `make` returned the first time that `name` was asked for: an index that a rule needs, made once."""
        if name not in self._kept:
            self._kept[name] = make()
        found: T = self._kept[name]
        return found

    def concepts(self, prose: str, side: Side) -> set[str]:
        """The ids of the concepts in prose of either language: anchors for pairing paragraphs."""
        if side is Side.SOURCE:
            return {term.id for match in self.find(prose) for term in match.terms}
        return {hit.term.id for hit in self.accepted.find(Words(prose))}

    def _candidates(
        self, terms: Sequence[Term], prose: str, span: Span, date: datetime.date | None
    ) -> tuple[Term, ...]:
        if date is not None:
            terms = [term for term in terms if date in term.valid]
        if all(not term.when and not term.not_when for term in terms):
            return tuple(terms)
        around = _around(prose, span)
        sentence = prose[around.start : around.end]
        terms = [term for term in terms if not any(context in sentence for context in term.not_when)]
        bound = [term for term in terms if any(context in sentence for context in term.when)]
        return tuple(bound or [term for term in terms if not term.when])

    @cached_property
    def accepted(self) -> EnglishIndex:
        """Every accepted English form."""
        return EnglishIndex(self._index.accepted, self.terms)

    @cached_property
    def forbidden(self) -> EnglishIndex:
        """Every forbidden English form of a concept that is no draft."""
        return EnglishIndex(self._index.forbidden, self.terms)

    @cached_property
    def _index(self) -> Index:
        return self._given or Index.of(map(called, self.terms))

    @cached_property
    def _alone(self) -> re.Pattern[str] | None:
        """The forms of one character."""
        chars = re.escape(self._index.alone)
        return pattern(f"[{chars}]") if chars else None


def rendered(terms: Iterable[Term], words: Words) -> bool:
    """Whether an accepted form of one of `terms` stands in the English."""
    return any(words.has(form, exact=term.case == "exact") for term in terms for form in term.targets)


def straddles(prose: str, span: Span, known: Callable[[str], object] | None = None) -> bool:
    """Whether an edge of `span` falls inside a Chinese word (中芯 in 郑中芯片, 高通 in 提高通用性): the hit is none then.

    With `known`, which tells a common word from none, the sentence is cut only where such a word lies across an edge.
    """
    if known and not any(_crossed(prose, edge, known) for edge in span):
        return False
    import rjieba  # noqa: PLC0415 - its dictionary takes longer to load than all else: only before an accusation

    sentence = _around(prose, span)
    tokens: list[str] = rjieba.cut(prose[sentence.start : sentence.end])
    return not {*span} <= set(accumulate(map(len, tokens), initial=sentence.start))


def _crossed(prose: str, edge: int, known: Callable[[str], object]) -> bool:
    starts, ends = range(max(edge - 3, 0), edge), range(edge + 1, min(edge + 4, len(prose) + 1))
    return any(known(prose[start:end]) for start in starts for end in ends)


def _around(prose: str, span: Span) -> Span:
    """The sentence round `span`, as far as 400 code points either side."""
    low, high = max(0, span.start - _REACH), min(len(prose), span.end + _REACH)
    start = max((prose.rfind(stop, low, span.start) + 1 for stop in _STOPS), default=0)
    after = _STOP.search(prose, span.end, high)
    return Span(max(start, low), after.start() if after else high)
