"""The termbase: concepts found in Chinese by their longest form, in English by their accepted ones."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple, TypeVar

from toolkit.core import Side, Span
from toolkit.glossary.english import EnglishIndex
from toolkit.glossary.term import Term
from toolkit.glossary.words import Words
from toolkit.language.script import simplified

T = TypeVar("T")
_STOPS = "。！？；\n"
_STOP = re.compile(f"[{_STOPS}]")
_REACH = 400
_END = "\0"
"""Parts forms that are folded together; no file that is read holds it."""


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

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        """Take the concepts; nothing is compiled before the first search."""
        self.by_id = {term.id: term for term in terms}
        self.terms = tuple(self.by_id.values())
        self._kept: dict[str, Any] = {}

    def find(self, prose: str, date: datetime.date | None = None) -> tuple[Match, ...]:
        """The concepts in Chinese `prose` (Simplified): leftmost, longest, in context, and valid on `date` if known."""
        found: list[Match] = []
        openings, forms, done = self._openings, self._forms, 0
        for at, first in enumerate(prose):
            seconds = openings.get(first)
            if seconds is None or at < done:
                continue
            for length in seconds.get(prose[at + 1 : at + 2]) or seconds.get("", ()):
                terms = forms.get(prose[at : at + length])
                if terms and at + length <= len(prose):
                    done = at + length
                    if valid := self._candidates(terms, prose, Span(at, done), date):
                        found.append(Match(valid, Span(at, done)))
                    break
        return tuple(found)

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

    def _candidates(self, terms: list[Term], prose: str, span: Span, date: datetime.date | None) -> tuple[Term, ...]:
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
        return EnglishIndex((term, form) for term in self.terms for form in term.targets)

    @cached_property
    def forbidden(self) -> EnglishIndex:
        """Every forbidden English form of a concept that is no draft."""
        return EnglishIndex((term, form) for term in self.terms if term.status != "draft" for form in term.en_forbidden)

    @cached_property
    def _forms(self) -> dict[str, list[Term]]:
        forms: dict[str, list[Term]] = {}
        named = [(form, term) for term in self.terms if term.status != "deprecated" for form in term.sources]
        folded = simplified(_END.join(form for form, _ in named)).split(_END)
        for form, (_, term) in zip(folded, named, strict=bool(named)):
            terms = forms.setdefault(form, [])
            if not terms or terms[-1] is not term:
                terms.append(term)
        forms.pop("", None)
        return forms

    @cached_property
    def _openings(self) -> dict[str, dict[str, tuple[int, ...]]]:
        """How long the forms are that begin with a character and a second one, the longest first; "" for one alone."""
        openings: dict[str, dict[str, set[int]]] = {}
        for form in self._forms:
            openings.setdefault(form[0], {}).setdefault(form[1:2], set()).add(len(form))
        return {
            first: {
                second: tuple(sorted(found | seconds.get("", set()), reverse=True)) for second, found in seconds.items()
            }
            for first, seconds in openings.items()
        }


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
