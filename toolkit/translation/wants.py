"""Terms that the desk wants in a sentence, and which of them its English has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from toolkit.core import Span
from toolkit.glossary import Match, Term, Words, straddles
from toolkit.translation.anchors import claims
from toolkit.translation.evidence import Knowledge

_SHORT = 2
Concept = tuple[Term, ...]


class Want(NamedTuple):
    """A concept in a Chinese sentence: `span` is where it stands first (code points), `form` the English to write."""

    concept: Concept
    span: Span
    form: str

    @property
    def term(self) -> Term:
        """The likeliest concept."""
        return self.concept[0]


def wants(sentence: str, known: Knowledge, mentioned: Collection[str] = ()) -> tuple[Want, ...]:
    """The concepts of a Chinese sentence, each once, by their longest forms; drafts oblige nobody.

    A person whose id is `mentioned` already goes by the surname, where the termbase accepts it.
    """
    known_word = known.lexicon.translations if known.lexicon else None
    found: dict[Concept, Want] = {}
    for match in known.glossary.find(sentence, known.date):
        term = match.term
        torn = known_word and not _whole(sentence, match) and straddles(sentence, match.span, known_word)
        if term.status != "draft" and match.terms not in found and not torn:
            form = _surname(term) if term.id in mentioned else term.en
            found[match.terms] = Want(match.terms, match.span, form)
    return tuple(found.values())


def met(wanted: Iterable[Want], english: str) -> dict[Want, Span]:
    """The wants that an accepted form renders, in any inflection, and where; no word serves two of them."""
    wanted = tuple(wanted)
    claimed = claims(Words(english), [want.concept for want in wanted]) if wanted else {}
    return {want: min(claimed[want.concept]) for want in wanted if want.concept in claimed}


def wrong_forms(want: Want, english: str) -> Iterator[Span]:
    """Where known wrong renderings of a concept stand."""
    words = Words(english)
    for term in want.concept:
        for form in term.en_forbidden:
            yield from words.find(form)


def _whole(sentence: str, match: Match) -> bool:
    """Whether a form is there beyond doubt: one of three characters is no chance, nor is a person who 说.

    Cutting Chinese into words tells less of them than of two characters: it makes 科隆|纳说 of 科隆纳说.
    """
    size = match.span.end - match.span.start
    return size > _SHORT or (match.term.type == "person" and sentence.startswith("说", match.span.end))


def _surname(term: Term) -> str:
    short = [form for form in term.targets if form != term.en and term.en.endswith(f" {form}")]
    chinese = [form for form in term.targets if form != term.en and term.en.startswith(f"{form} ")]
    return min(short or chinese, key=len) if term.type == "person" and (short or chinese) else term.en
