"""Find concepts in the glossaries in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.api.glossary.places import in_force, known
from toolkit.files.errors import Unreadable
from toolkit.files.glossaries import tables
from toolkit.glossary import Term, Words
from toolkit.glossary.lookup import Answer, lookup
from toolkit.language.script import folded, is_han


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; an empty filter lets all through. `grep` is a stretch of any form, note or id."""

    type: str = ""
    domain: str = ""
    status: str = ""
    country: str = ""
    grep: str = ""

    def __contains__(self, term: object) -> bool:
        """Whether a concept passes every filter."""
        if not isinstance(term, Term):
            return False
        asked = ((self.type, term.type), (self.domain, term.domain), (self.status, term.status))
        if any(want not in ("", value) for want, value in asked):
            return False
        if self.country and self.country.upper() not in term.country.split("|"):
            return False
        return not self.grep or self._stands_in(term)

    def _stands_in(self, term: Term) -> bool:
        if is_han(self.grep):
            wanted = folded(self.grep)
            return any(wanted in folded(text) for text in (*term.sources, *term.when, *term.not_when, term.note))
        small = self.grep.lower()
        texts = (term.id, *term.targets, *term.en_forbidden, term.note)
        return any(small in text.lower() for text in texts) or Words(" ; ".join(term.targets)).has(self.grep)


def find(text: str, extra: Iterable[Path] = (), limit: int = 10) -> tuple[list[Answer], list[Unreadable]]:
    """The concepts in force, and in `extra` glossaries, that `text` of either language may mean."""
    terms, problems = known(in_force(extra))
    return lookup(text, terms.values(), limit), problems


def listed(wanted: Wanted, paths: Sequence[Path] = ()) -> tuple[list[Term], list[Unreadable]]:
    """The concepts that pass the filter, by id: those in force, or those of `paths` alone."""
    terms, problems = known(in_force() if not paths else [path for where in paths for path in tables(where)])
    return sorted((term for term in terms.values() if term in wanted), key=lambda term: term.id), problems
