"""What concepts say about each other: a form that two claim, that one forbids and another accepts, that lies in a longer one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.glossary.term import Term
from toolkit.glossary.words import key
from toolkit.language.script import folded


class Claim(NamedTuple):
    """A fault between two concepts: the id of the one to mend, how bad it is, the column, and what to do."""

    id: str
    level: str
    cell: str
    message: str


def between(terms: Iterable[Term]) -> Iterator[Claim]:
    """Every fault between concepts of one termbase."""
    concepts = [term for term in terms if term.status != "deprecated"]
    yield from _chains(concepts)
    owners: defaultdict[str, list[Term]] = defaultdict(list)
    for term in concepts:
        for form in dict.fromkeys(map(folded, term.sources)):
            owners[form].append(term)
    for form, claiming in owners.items():
        yield from _shared(form, claiming)
    yield from _inside(owners)


def _chains(terms: Iterable[Term]) -> Iterator[Claim]:
    """Forms that one concept forbids and another accepts."""
    accepted: defaultdict[str, list[Term]] = defaultdict(list)
    concepts = list(terms)
    for term in concepts:
        for form in term.targets:
            accepted[key(form, exact=True)].append(term)
    for term in concepts:
        for wrong in term.en_forbidden:
            for other in accepted.get(key(wrong, exact=True), ()):
                if other is not term:
                    level = "error" if wrong in other.targets else "warning"
                    yield Claim(term.id, level, "en_forbidden", f"{wrong} is an accepted form of {other.id}")


def _shared(form: str, terms: list[Term]) -> Iterator[Claim]:
    """A Chinese form of two concepts of a type that nothing tells apart."""
    for n, term in enumerate(terms):
        for other in terms[:n]:
            if other.type == term.type and not all(one.when or one.not_when or one.country for one in (term, other)):
                message = f"{form} is {other.id} too; tell the two apart by when, not_when or country"
                yield Claim(term.id, "error", "zh" if form == folded(term.zh) else "zh_alt", message)


def _inside(owners: dict[str, list[Term]]) -> Iterator[Claim]:
    """Chinese forms that lie inside a longer one of another concept, which wins: a note for each concept."""
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for form in owners:
        for start in range(len(form)):
            for end in range(start + 1, len(form) + (start > 0)):
                if form[start:end] in owners:
                    longer[form[start:end]].append(form)
    for form, wider in longer.items():
        for term in owners[form]:
            others = [one for one in wider if term not in owners[one]]
            if others:
                more = f" and {len(others) - 3} more" if others[3:] else ""
                message = f"{form} lies inside {'、'.join(others[:3])}{more}; there the longer one is found"
                yield Claim(term.id, "note", "zh" if form == folded(term.zh) else "zh_alt", message)
