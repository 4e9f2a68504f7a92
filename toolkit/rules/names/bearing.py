"""What the names of a paragraph became, those of the glossary and those that no glossary holds: made once for all rules."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from toolkit.alignment.bearers import Bearer, Board, Lost
from toolkit.alignment.names import again, goes_on, phrases, preceded
from toolkit.alignment.persons import Person, appearances, person, written
from toolkit.core import Cover, Segment, Span
from toolkit.glossary import Match
from toolkit.language.names import Name
from toolkit.lint import Context
from toolkit.rules.names.known import lost_names, misspelt

_CROWDED = 300
_NEAR = 25
_STOPS = frozenset("。！？；\n")


class Borne(NamedTuple):
    """Lost names of a paragraph with the English that they most likely became: of the glossary, and of persons without a row."""

    terms: tuple[tuple[Match, Bearer], ...] = ()
    persons: tuple[tuple[Person, Bearer], ...] = ()


def borne(segment: Segment, context: Context) -> Borne:
    """The lost names of a paragraph and what became of them; nothing where it has more than 300 capitalised words."""
    return context.kept(f"names/borne/{segment.id}", lambda: _borne(segment, context))


def _borne(segment: Segment, context: Context) -> Borne:
    done = {match.term.id for match, _ in misspelt(segment, context)}
    matches = {_lost(match): match for match in lost_names(segment, context) if match.term.id not in done}
    english = segment.target.prose
    seen = {one: appearances(one, english) for one in persons(segment, context)}
    people = {Lost(one.span, written(one), "person"): one for one, places in seen.items() if not places}
    if not (matches or people) or len(phrases(english, 1)) > _CROWDED:
        return Borne()
    found = _board(segment, context, [*matches, *people], chain(*seen.values())).bearers()
    terms = tuple((matches[lost], bearer) for lost, bearer in found.items() if lost in matches)
    return Borne(terms, tuple((people[lost], bearer) for lost, bearer in found.items() if lost in people))


def _lost(match: Match) -> Lost:
    return Lost(match.span, match.term.targets, match.term.type)


def persons(segment: Segment, context: Context) -> tuple[Person, ...]:
    """The persons in the Chinese of a paragraph whom the glossary does not hold, each once."""
    return context.kept(f"names/persons/{segment.id}", lambda: tuple(_persons(segment, context).values()))


def _persons(segment: Segment, context: Context) -> dict[str, Person]:
    """Persons by name; whose customs hold is told where a name first stands beside a country."""
    countries = context.kept("names/countries", lambda: _countries(context))
    prose = segment.source.prose if segment.source else ""
    found: dict[str, Person] = {}
    for name in _unknown(segment, context):
        text = prose[name.span.start : name.span.end]
        found.setdefault(text, person(name, prose, countries.get(text, "")))
    return found


def chinese(context: Context) -> str:
    """The Chinese of the whole article."""
    sources = (segment.source.prose for segment in context.document.segments if segment.source)
    return context.kept("names/chinese", lambda: "\n".join(sources))


def _unknown(segment: Segment, context: Context) -> list[Name]:
    known = Cover(match.span for match in context.matches(segment))
    return [name for name in context.names(segment) if name.kind == "person" and not known.overlaps(name.span)]


def _countries(context: Context) -> dict[str, str]:
    """Persons of the article with the country that is told of first."""
    found: dict[str, str] = {}
    for segment in context.document.segments:
        prose = segment.source.prose if segment.source else ""
        for name in _unknown(segment, context):
            if country := _country(context.matches(segment), name.span, prose):
                found.setdefault(prose[name.span.start : name.span.end], country)
    return found


def _country(matches: Iterable[Match], span: Span, prose: str) -> str:
    """The country of the last place, body or outlet right before a name in its sentence, within 25 characters.

    A place without a code is a country of its own: elsewhere than where Chinese names are borne.
    """
    before = [match for match in matches if match.span.end <= span.start <= match.span.end + _NEAR]
    telling = [match for match in before if match.term.is_name and (match.term.country or match.term.type == "place")]
    if not telling or not _STOPS.isdisjoint(prose[telling[-1].span.end : span.start]):
        return ""
    return telling[-1].term.country or telling[-1].term.id


def _board(segment: Segment, context: Context, names: Iterable[Lost], taken: Iterable[Span] = ()) -> Board:
    """The paragraph with what is known of its English: renderings, and concepts that the Chinese does not hold."""
    hits = context.glossary.accepted.find(context.words(segment))
    present = {term.id for match in context.matches(segment) for term in match.terms}
    named = {span for _, found in misspelt(segment, context) for span in again(segment.target.prose, found.span)}
    taken = named.union(taken, (hit.span for hit in hits if hit.term.id in present))
    cover = Cover(taken)
    whole = (hit for hit in hits if not hit.term.is_name or _whole(segment.target.prose, hit.span))
    others = {hit.span: hit.term.type for hit in whole if not cover.overlaps(hit.span)}
    source = segment.source.prose if segment.source else ""
    return Board(source, segment.target.prose, context.lexicon, names, taken, others)


def _whole(prose: str, span: Span) -> bool:
    """Whether capitalised words are no part of a longer name: one of several words, or one that stands by itself."""
    if not prose[span.start].isupper() or goes_on(prose, span):
        return False
    return " " in prose[span.start : span.end] or not preceded(prose, span)
