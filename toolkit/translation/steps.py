"""The steps by which a term gets into a sentence: what each asks of the model, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.translation.translator import Request
from toolkit.translation.wants import Want

_LETTERS = pattern(r"\w+")
_ARTICLE = pattern(r"\b([Aa])(n?) \Z")
_WEIGHTY = pattern(r"\w{3,}")
_DOZEN = 12
_VOWEL = "aeiouAEIOU"


class Step(StrEnum):
    """How a term came into the English, the least intrusive way first."""

    MEMORY = "memory"
    PLAIN = "plain"
    INLINE = "inline"
    BEST = "n-best"
    PREFIX = "prefix"
    BANNED = "banned"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Tuning:
    """How far the cascade may go.

    `margin`: how much less likely (log-probability per token) a translation may be than the plain one; where that has fewer
    than a dozen words, more. `own`: what a letter that was forced may cost by itself (log-probability): a name is no likelier
    for being right, and a rare one is spelled in pieces of some three letters. `count`: hypotheses asked for, as many as the
    plain search keeps, so that they cost nothing; `again`: when a sentence is repaired. `rounds`: terms that one step tries in
    a sentence. `sure`: the least sureness of where a wrong rendering stands (0 to 1) for words to be put in its place.
    """

    margin: float = 0.7
    own: float = 1.6
    count: int = 4
    again: int = 1
    rounds: int = 3
    sure: float = 0.2

    def leeway(self, plain: str, forced: int = 0) -> float:
        """The margin for a sentence of which `plain` is the plain translation, once `forced` letters were put into it."""
        size = max(len(plain.split()), 1)
        return self.margin * max(1.0, _DOZEN / size) + self.own * forced / size


Errors = Callable[[str], int]
"""How many errors our own rules find in English, given its Chinese."""


class Candidate(NamedTuple):
    """A translation: its score (log-probability per token), the wants that it lacks, whether the model stopped for length."""

    text: str
    score: float
    lacks: frozenset[Want] = frozenset()
    cut: bool = False


def best(candidates: Iterable[Candidate], errors: Errors) -> Candidate | None:
    """The candidate with the fewest faults, of equals the first.

    A want that it lacks and an error by our own rules are a fault each, and count more than any rank. The rules take longer
    than to look for terms, and are not asked about what cannot win.

    >>> best([Candidate("a a", -0.5), Candidate("b", -0.9), Candidate("c", -1.0)], lambda text: text.count(" ")).text
    'b'
    """
    found, least = None, (float("inf"), 0)
    for rank, one in sorted(enumerate(candidates), key=lambda ranked: (len(ranked[1].lacks), ranked[0])):
        if (len(one.lacks), rank) < least:
            faults = len(one.lacks) + errors(one.text), rank
            found, least = (one, faults) if faults < least else (found, least)
    return found


def improved(candidates: Iterable[Candidate], current: Candidate, want: Want, errors: Errors) -> Candidate | None:
    """The best candidate that renders `want`, loses no other and brings no error; or None."""
    allowed = [one for one in candidates if one.lacks <= current.lacks - {want}]
    found = best(allowed, errors)
    if found and errors(found.text) > 0:
        return best([one for one in allowed if errors(one.text) <= errors(current.text)], errors)
    return found


def prefixed(source: str, english: str, wrong: Span, want: Want, count: int) -> Request:
    """Keep the translation up to where the term should stand, write the wanted form, let the model go on."""
    head = _with_article(_spaced(english[: wrong.start]), want.form)
    return Request(source, prefix=head + _cased(want.form, english[wrong.start :], head), count=count)


def unglued(english: str, prefix: str) -> str:
    """What the model made of a prefix, without the letters that it glued to its last word: Angola, not Angolaan."""
    end = len(prefix)
    glued = _LETTERS.match(english, end) if english.startswith(prefix) else None
    return english[:end] + english[glued.end() :] if glued else english


def banned(source: str, english: str, wrong: Span, want: Want, count: int) -> Request | None:
    """Keep the translation up to the wrong rendering, and let the model go on with anything but that.

    So it may come to say another accepted form of its own choice. None where there is no other, for a prefix has tried the
    first, and where the wrong rendering is too common a word to forbid.
    """
    said, head = english[slice(*wrong)], english[: wrong.start].rstrip()
    others = any(form != want.form for term in want.concept for form in term.targets)
    return Request(source, prefix=head, banned=(said,), count=count) if others and _WEIGHTY.search(said) else None


def replaced(english: str, wrong: Span, want: Want) -> str:
    """The wanted form in place of the wrong rendering, with its capital, its plural and the article before it."""
    said, head = english[slice(*wrong)], _with_article(english[: wrong.start], want.form)
    form = _cased(want.form, said, head)
    plural = want.term.type == "term" and said[-1:] == "s" and said[-2:] != "ss" and form[-1:].islower()
    return head + form + ("s" if plural and form[-1] != "s" else "") + english[wrong.end :]


def _spaced(head: str) -> str:
    """The English before a form, with a space where it ends in a word."""
    return f"{head} " if head[-1:].isalnum() else head


def _cased(form: str, said: str, head: str) -> str:
    """A form of common words with a capital where a sentence begins."""
    return form[0].upper() + form[1:] if not head.strip() and said[:1].isupper() and form[:2].islower() else form


def _with_article(head: str, form: str) -> str:
    """The English before a form of common words, its indefinite article made to fit: `a` chip, `an` embargo."""
    found = _ARTICLE.search(head)
    if not found or form[:1].isupper():
        return head
    return f"{head[: found.start()]}{found[1]}{'n' if form[0] in _VOWEL else ''} "
