"""How each concept of the termbase fared in an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from toolkit.core import Document, Finding
from toolkit.glossary import Term, rendered, straddles
from toolkit.lint.context import Context
from toolkit.lint.engine import Plan, run
from toolkit.lint.fingerprint import fingerprints
from toolkit.lint.termbase import known_wrong


@dataclass(frozen=True, slots=True)
class Tally:
    """One concept over many articles: in how many paragraphs its Chinese stands (`seen`), and what became of it there.

    Of the alarms that rest on the concept some were `ignored` by an inline comment, some are `baselined`.
    """

    term: Term
    right: int = 0
    missing: int = 0
    forbidden: int = 0
    alarms: int = 0
    ignored: int = 0
    baselined: int = 0

    @property
    def seen(self) -> int:
        """Paragraphs with the concept."""
        return self.right + self.missing + self.forbidden

    @property
    def noise(self) -> int:
        """Alarms that somebody decided to let stand."""
        return self.ignored + self.baselined


class Event(NamedTuple):
    """One thing that happened to a concept: the name of a field of Tally."""

    term: str
    what: str


def tally(terms: Iterable[Term], events: Iterable[Event]) -> tuple[Tally, ...]:
    """A tally for every concept: the noisy first, then those most often wrong, then the commonest."""
    counts: dict[str, dict[str, int]] = {}
    for event in events:
        one = counts.setdefault(event.term, {})
        one[event.what] = one.get(event.what, 0) + 1
    tallies = (Tally(term, **counts.get(term.id, {})) for term in terms)
    return tuple(sorted(tallies, key=_rank))


def _rank(one: Tally) -> tuple[int, int, int, str]:
    return -one.noise, -(one.missing + one.forbidden), -one.seen, one.term.id


def renderings(document: Document, context: Context) -> Iterator[Event]:
    """What became of each concept of each Chinese paragraph: right, missing or forbidden."""
    common = context.lexicon.translations if context.lexicon else None
    for segment in document.segments:
        words, done = context.words(segment), set[str]()
        for match in context.matches(segment):
            term = next((term for term in match.terms if rendered([term], words)), match.term)
            if term.id in done:
                continue
            done.add(term.id)
            if rendered([term], words):
                yield Event(term.id, "right")
            elif known_wrong(match, words):
                yield Event(term.id, "forbidden")
            elif segment.source and not straddles(segment.source.prose, match.span, common):
                yield Event(term.id, "missing")


def alarms(document: Document, context: Context, plan: Plan, decided: frozenset[str]) -> Iterator[Event]:
    """The alarms that rest on a concept, each also as ignored or baselined; `decided` are fingerprints of a baseline."""
    bare = replace(document, target=replace(document.target, ignores=()))
    findings = run(plan, bare, context).findings
    spoken = set(run(plan, document, context).findings) if document.target.ignores else set(findings)
    for finding, name in zip(findings, fingerprints(bare, findings), strict=True):
        yield from _alarm(finding, ignored=finding not in spoken, baselined=name in decided)


def _alarm(finding: Finding, *, ignored: bool, baselined: bool) -> Iterator[Event]:
    term = finding.flag.term
    if term is None:
        return
    yield Event(term, "alarms")
    if ignored or baselined:
        yield Event(term, "ignored" if ignored else "baselined")
