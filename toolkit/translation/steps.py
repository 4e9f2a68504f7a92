"""The steps by which a term gets into a sentence: what each asks of the model, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.translation.translator import Request
from toolkit.translation.wants import Want

_ARTICLE = pattern(r"\b([Aa])(n?) \Z")
_WEIGHTY = pattern(r"\w{3,}")
_DOZEN = 12
_VOWEL = "aeiouAEIOU"


class Step(StrEnum):
    """How a term came into the English, the least intrusive way first."""

    MEMORY = "memory"
    PLAIN = "plain"
    BEST = "n-best"
    PREFIX = "prefix"
    BANNED = "banned"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Tuning:
    """How far the cascade may go.

    `margin`: how much less likely (log-probability per token) a translation may be than the plain one; where that has fewer
    than a dozen words, more. `own`: what a word that was forced may cost by itself (log-probability): a name is no likelier
    for being right. `count`: hypotheses
    asked for. `rounds`: terms that one step tries in a sentence. `sure`: the least sureness of where a wrong rendering stands
    (0 to 1) for words to be put in its place.
    """

    margin: float = 0.7
    own: float = 8.0
    count: int = 6
    rounds: int = 3
    sure: float = 0.2

    def leeway(self, plain: str, forced: int = 0) -> float:
        """The margin for a sentence of which `plain` is the plain translation, once `forced` words were put into it."""
        size = max(len(plain.split()), 1)
        return self.margin * max(1.0, _DOZEN / size) + self.own * forced / size


class Candidate(NamedTuple):
    """A translation: its score (log-probability per token), the wants that it lacks, its errors by our own rules."""

    text: str
    score: float
    lacks: frozenset[Want] = frozenset()
    errors: int = 0
    cut: bool = False

    @property
    def faults(self) -> int:
        """Wants that it lacks, and errors: one counts as much as the other, and more than any rank."""
        return len(self.lacks) + self.errors


def best(candidates: Sequence[Candidate], margin: float) -> Candidate:
    """The candidate with the fewest faults among those within the margin of the first; of equals the likelier.

    >>> plain, other = Candidate("a", -0.5, errors=1), Candidate("b", -0.9)
    >>> best([plain, other], 0.7).text, best([plain, other], 0.1).text
    ('b', 'a')
    """
    allowed = [one for one in candidates if one.score >= candidates[0].score - margin]
    return min(allowed, key=lambda one: one.faults)


def accepted(candidates: Iterable[Candidate], current: Candidate, want: Want, floor: float) -> Candidate | None:
    """The best candidate that renders `want`, loses no other, brings no error and scores at least `floor`; or None."""
    allowed = [
        one
        for one in candidates
        if one.lacks <= current.lacks - {want} and one.errors <= current.errors and one.score >= floor and not one.cut
    ]
    return min(allowed, key=lambda one: (one.faults, -one.score), default=None)


def prefixed(source: str, english: str, wrong: Span, want: Want, count: int) -> Request:
    """Keep the translation up to where the term should stand, write the wanted form, let the model go on."""
    head = _with_article(english[: wrong.start], want.form)
    return Request(source, prefix=head + _cased(want.form, english[wrong.start :], head), count=count)


def banned(source: str, english: str, wrong: Span, count: int) -> Request | None:
    """Translate anew without the wrong rendering; None where that is too common a word to forbid."""
    said = english[slice(*wrong)]
    return Request(source, banned=(said,), count=count) if _WEIGHTY.search(said) else None


def replaced(english: str, wrong: Span, want: Want) -> str:
    """The wanted form in place of the wrong rendering, with its capital, its plural and the article before it."""
    said, head = english[slice(*wrong)], _with_article(english[: wrong.start], want.form)
    form = _cased(want.form, said, head)
    plural = want.term.type == "term" and said[-1:] == "s" and said[-2:] != "ss" and form[-1:].islower()
    return head + form + ("s" if plural and form[-1] != "s" else "") + english[wrong.end :]


def _cased(form: str, said: str, head: str) -> str:
    """A form of common words with a capital where a sentence begins."""
    return form[0].upper() + form[1:] if not head.strip() and said[:1].isupper() and form[:2].islower() else form


def _with_article(head: str, form: str) -> str:
    """The English before a form of common words, its indefinite article made to fit: `a` chip, `an` embargo."""
    found = _ARTICLE.search(head)
    if not found or form[:1].isupper():
        return head
    return f"{head[: found.start()]}{found[1]}{'n' if form[0] in _VOWEL else ''} "
