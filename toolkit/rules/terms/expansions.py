"""Abbreviations and the words they are said to stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from toolkit.alignment.sound import likeness
from toolkit.core import Applicability, Flag, Segment, Severity, Span
from toolkit.core.pattern import pattern
from toolkit.glossary import Term, Words
from toolkit.glossary.words import key
from toolkit.language.pinyin import letters
from toolkit.lint import Context, segment_rule
from toolkit.lint.termbase import claim

_BRACKETED = pattern(r"\(([A-Z][A-Za-z]*[A-Z0-9]|[A-Z]{2,8})\)")
_ACRONYM = pattern(r"[A-Z][A-Za-z]?[A-Z0-9]{1,6}")
_BREAK = pattern(r"[.,;:!?()\[\]“”\"]")
_REACH = 100
_ALIKE = 0.5
_FUNCTION = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


class _Guess(NamedTuple):
    score: float
    term: Term
    form: str
    span: Span


@segment_rule(severity=Severity.ERROR, category="terminology/wrong term")
def wrong_expansion(segment: Segment, context: Context) -> Iterator[Flag]:
    """An abbreviation of the glossary in brackets behind words that it does not stand for.

    The abbreviation tells what was meant; the words before it were guessed one by one. A reader takes them for the name.

    Known problems: an abbreviation with two meanings, of which the glossary knows one: words nothing like its own, and
    capitalised words whose initials it is and that the Chinese does not gainsay, are therefore left alone.
    Source: the desk's glossary; The Associated Press Stylebook, abbreviations and acronyms (full name before the short).

    Bad:
        glossary: zh=动态随机存取存储器; en=dynamic random-access memory; en_alt=DRAM
        en: Prices of «dynamic random store memory» (DRAM) rose.
    Good:
        glossary: zh=动态随机存取存储器; en=dynamic random-access memory; en_alt=DRAM
        en: Prices of dynamic random access memory (DRAM) rose; the dance studio (DRAM) closed.
    """
    prose = segment.target.prose
    if "(" not in prose:
        return
    for match in _BRACKETED.finditer(prose):
        hits = context.glossary.accepted.find(context.words(segment))
        terms = [hit.term for hit in hits if hit.span == match.span(1) and _short(hit.term, match[1])]
        meant = segment.source is not None and any(context.speaks_of(term, segment) for term in terms)
        found = _expansion(prose, match, terms, meant=meant) if terms else None
        if found:
            sure = Applicability.SAFE if meant else Applicability.UNSAFE
            yield claim(segment, found.span, (replace(found.term, en=found.form),), None, applicability=sure)


def _short(term: Term, form: str) -> bool:
    """Whether a form is an abbreviation of a concept that the glossary also spells out."""
    if term.status in ("draft", "deprecated") or form not in term.targets or not _ACRONYM.fullmatch(form):
        return False
    return bool(_spelt(term, form))


def _initials(form: str) -> str:
    """The first letters of the words of a form, function words left out."""
    return "".join(word[0] for word in Words(form).lower.split() if word not in _FUNCTION)


def _named(words: str, short: str) -> bool:
    """Whether capitalised words are a name of their own that the abbreviation shortens."""
    return (
        all(word[0].isupper() for word in words.split() if word not in _FUNCTION) and _initials(words) == short.lower()
    )


def _spelt(term: Term, short: str) -> list[str]:
    """The forms that spell an abbreviation out: their words begin with its first two letters."""
    forms = (form for form in term.targets if (" " in form or "-" in form) and not _ACRONYM.search(form))
    return [form for form in forms if _initials(form)[:2] == short[:2].lower()]


def _expansion(prose: str, bracket: re.Match[str], terms: Iterable[Term], *, meant: bool) -> _Guess | None:
    """The words before a bracket that were meant as an expansion and are none; None where they are right, or, unless the
    Chinese says that one of `terms` is `meant`, a name of something else.
    """
    end = bracket.start()
    start = max(
        [match.end() for match in _BREAK.finditer(prose, max(0, end - _REACH), end)], default=max(0, end - _REACH)
    )
    whole, before = Words(prose[max(0, end - _REACH) : end]), Words(prose[start:end])
    if any(whole.lower.endswith(key(form, exact=False)) for term in terms for form in term.targets):
        return None
    best: _Guess | None = None
    for term in terms:
        for form in _spelt(term, bracket[1]):
            size = len(Words(form).spans)
            for count in range(max(2, size - 1), min(size + 2, len(before.spans)) + 1):
                span = Span(start + before.spans[-count].start, start + before.spans[-1].end)
                words = prose[span.start : span.end]
                if not meant and _named(words, bracket[1]):
                    return None
                score = _score(words, form)
                if score >= _ALIKE and (best is None or score > best.score):
                    best = _Guess(score, term, form, span)
    return best


def _score(words: str, form: str) -> float:
    """How alike two expansions are; 0 unless they share a whole word and begin with the same letter."""
    ours, theirs = Words(words).lower.split(), Words(form).lower.split()
    if not set(ours) & set(theirs) or ours[0][0] != theirs[0][0] or ours[0] in _FUNCTION:
        return 0.0
    return likeness(letters(words), letters(form))
