"""What stands on both sides beyond doubt: glossary terms, figures of one value, Latin text and addresses."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from toolkit.alignment.hearing import heard
from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.glossary import Glossary, Term, Words
from toolkit.glossary.words import key
from toolkit.language.quantities import Quantity, chinese_quantities, english_quantities
from toolkit.language.quantities.comparing import agree
from toolkit.language.quantities.quantity import PLAIN
from toolkit.translation.days import Day, chinese_days, english_days

_LATIN = pattern(r"(?:https?://|www\.)[!-~]+[\w/]|[A-Za-z](?:[\w.&+/-]*\w)?|\d(?:[\d.,]*\d)?")
_BRACKET = pattern(r"([\u4e00-\u9fff·]{2,16})[（(]([A-Z][\w .&'’-]{1,40})[）)]")
_CURRENCY = pattern("(?<=元)人民币")
_NUMERAL = pattern(r"[约近逾超]?[第]?[\d.,零〇一二两三四五六七八九十百千万亿多余几数]+")
_HEARD = 0.6
_TERM, _FIGURE, _LETTERS = 1.0, 0.95, 0.95


class Anchor(NamedTuple):
    """English (code points) that renders Chinese (code points), how surely (0 to 1), and by what it is known."""

    source: Span
    target: Span
    weight: float
    how: str


def anchors(source: str, target: str, glossary: Glossary, date: datetime.date | None = None) -> tuple[Anchor, ...]:
    """The anchors between Chinese and its English, terms first; no English word is claimed twice.

    Of several places in the English the one that stands where the Chinese stands in its text, by proportion, is taken.
    """
    found: list[Anchor] = []
    for one in (
        *terms(source, target, glossary, date),
        *_explained(source, target),
        *_days(source, target),
        *_figures(source, target),
        *_letters(source, target),
    ):
        if not any(one.target.overlaps(other.target) or one.source.overlaps(other.source) for other in found):
            found.append(one)
    return tuple(found)


def terms(source: str, target: str, glossary: Glossary, date: datetime.date | None = None) -> list[Anchor]:
    """Glossary terms of the Chinese with the accepted form that renders each; longer forms claim their words first."""
    spans: dict[tuple[Term, ...], list[Span]] = {}
    for match in glossary.find(source, date):
        spans.setdefault(match.terms, []).append(match.span)
    hits = claims(Words(target), spans)
    return sorted(
        Anchor(span, place, _TERM, "term")
        for concept, places in hits.items()
        for span, place in _paired(spans[concept], sorted(places), _ranks(concept, target), source, target)
    )


def claims(words: Words, concepts: Iterable[tuple[Term, ...]]) -> dict[tuple[Term, ...], list[Span]]:
    """Where the accepted forms of each concept stand in the English: the longest form first, no word claimed twice.

    Of concepts that share a form the one that it names first comes first (The Hague, of the city and of the government).
    A concept is the tuple of glossary concepts that a Chinese form may stand for.
    """
    forms = [
        (-len(form), form != term.en, form, term.case == "exact", concept)
        for concept in concepts
        for term in concept
        for form in term.targets
    ]
    found: dict[tuple[Term, ...], list[Span]] = {}
    taken: list[Span] = []
    for *_, form, exact, concept in sorted(forms, key=lambda one: one[:3]):
        for place in words.find(form, exact=exact):
            if not any(place.overlaps(other) for other in taken):
                taken.append(place)
                found.setdefault(concept, []).append(place)
    return found


def _ranks(concept: tuple[Term, ...], target: str) -> Callable[[Span], int]:
    """Tells how far down the list of accepted forms the one at a place stands."""
    order = [key(form, exact=False) for term in concept for form in term.targets]
    known = {form: n for n, form in reversed(list(enumerate(order)))}
    return lambda place: known.get(key(target[slice(*place)], exact=False), len(order))


def _paired(
    spans: Sequence[Span], places: Sequence[Span], rank: Callable[[Span], int], source: str, target: str
) -> Iterator[tuple[Span, Span]]:
    """Occurrences in reading order where there are as many on both sides.

    Else each with a free form that the termbase names early, a name before its abbreviation; of equals the nearest.
    """
    if len(spans) == len(places):
        yield from zip(spans, places, strict=True)
        return
    free = [place for place in places if not _is_gloss(place, places, target)]
    for span in spans:
        if free:
            first = min(map(rank, free))
            place = _nearest(span, [place for place in free if rank(place) == first], source, target)
            free.remove(place)
            yield span, place


def _is_gloss(place: Span, places: Sequence[Span], target: str) -> bool:
    """Whether a form stands in brackets behind another form of its concept."""
    return any(target[other.end : place.start] == " (" for other in places)


def _figures(source: str, target: str) -> Iterator[Anchor]:
    taken: set[Span] = set()
    english = english_quantities(target)
    for one in chinese_quantities(source):
        same = [Span(two.start, two.end) for two in english if agree(one, two)]
        free = [place for place in same if place not in taken]
        if free:
            span = _figure(source, one)
            place = _nearest(span, free, source, target)
            taken.add(place)
            yield Anchor(span, place, _FIGURE, "figure")


def _figure(source: str, one: Quantity) -> Span:
    """Where a Chinese figure stands: with the whole of its currency, without a measure word, which English renders apart."""
    if one.unit == PLAIN:
        bare = _NUMERAL.match(source, one.start, one.end)
        return Span(one.start, bare.end() if bare else one.end)
    tail = _CURRENCY.match(source, one.end)
    return Span(one.start, tail.end() if tail else one.end)


def _days(source: str, target: str) -> Iterator[Anchor]:
    there: dict[Day, list[Span]] = {}
    for day, place in english_days(target):
        there.setdefault(day, []).append(place)
    for day, span in chinese_days(source):
        if places := there.get(day):
            place = _nearest(span, places, source, target)
            places.remove(place)
            yield Anchor(span, place, _FIGURE, "day")


def _explained(source: str, target: str) -> Iterator[Anchor]:
    """Names with their Latin form in brackets, which English writes once: 博鲁阿尔特（Dina Boluarte）."""
    for found in _BRACKET.finditer(source):
        run, latin = found[1], found[2].strip()
        at = target.find(latin)
        names = (heard(run, name) for name in (latin, *latin.split()[::-1]))
        name = next((one for one in names if one and one.span.end == len(run) and one.score >= _HEARD), None)
        if at >= 0 and name:
            yield Anchor(
                Span(found.start() + name.span.start, found.end(1)), Span(at, at + len(latin)), _LETTERS, "ear"
            )


def _letters(source: str, target: str) -> Iterator[Anchor]:
    there: dict[str, list[Span]] = {}
    for found in _LATIN.finditer(target):
        there.setdefault(found[0], []).append(Span(*found.span()))
    for found in _LATIN.finditer(source):
        if places := there.get(found[0]):
            span = Span(*found.span())
            place = _nearest(span, places, source, target)
            places.remove(place)
            yield Anchor(span, place, _LETTERS, "letters")


def _nearest(span: Span, places: Sequence[Span], source: str, target: str) -> Span:
    """The place that stands where `span` does, both as parts of their text."""
    at = (span.start + span.end) / 2 / max(len(source), 1)
    return min(places, key=lambda place: abs((place.start + place.end) / 2 / max(len(target), 1) - at))
