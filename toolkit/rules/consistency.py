"""One name, one spelling: what an article calls a person or firm it calls so throughout."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import nlargest
from itertools import combinations, islice
from typing import NamedTuple

from toolkit.alignment.names import phrases
from toolkit.alignment.readings import readable
from toolkit.alignment.sound import common, likeness, resemblance
from toolkit.core import Cover, Document, Fix, Flag, Segment, Severity, Span
from toolkit.core.pattern import pattern
from toolkit.language.pinyin import letters, spell, syllables
from toolkit.lint import Context, document_rule

_SHORTEST = 5
_ALIKE = 0.8
_BESIDE = 40
_LONGER = 4
_SAID = 0.55
_NAMES = 1000
_PAIRS = 100
_PARAGRAPHS = 20
_READ = 10_000
_HAN_RUN = pattern("[\u4e00-\u9fff]{2,}")
_ENDINGS = frozenset(
    "|al|ate|ial|ian|an|ic|ism|ist|ish|ese|i|er|ers|or|ed|ing|ies|y|es|s|ally|ation|ive|ity".split("|")
)


class _Use(NamedTuple):
    segment: Segment
    span: Span


@document_rule(severity=Severity.WARNING, category="terminology/inconsistent use")
def two_spellings(document: Document, context: Context) -> Iterator[Flag]:
    """One name under two spellings in an article, the rarer of which is flagged.

    A machine spells a name anew in every sentence, and the reader counts two people. Words that no dictionary knows and
    that are nearly the same count as one name if, where the Chinese is at hand, its paragraphs have a name in common; in
    a copy that stands alone, if the article never puts the two side by side.

    Known problems: brothers, and towns of one valley; hence a warning only. Only the 1,000 strange words used most and
    the first 100 pairs of them are compared: what has more is a list of names and no article.
    Source: The Associated Press Stylebook, names (one spelling throughout).

    Bad:
        en: Miners in Karagaz struck on Monday. Police closed the road to Karagaz.
        en: The owners in «Karaghas» refused to talk.
    Good:
        en: Miners in Karagaz struck on Monday. Police closed the road to Karagaz and to Karaghas.
    """
    uses = _strange(document, context)
    alike = list(islice(_pairs(uses), _PAIRS))
    named = {name: _unclaimed(uses[name], context) for pair in alike for name in pair}
    for one, other in alike:
        if not (named[one] and named[other]) or _beside(uses[one], uses[other]):
            continue
        if not _same(one, uses[one], other, uses[other]):
            continue
        odd, usual = sorted((other, one), key=lambda name: len(uses[name]))
        for segment, span in uses[odd]:
            edit = segment.edit(span, usual)
            message = f"“{odd}” is “{usual}” elsewhere in the article: one name, one spelling"
            yield Flag(segment.target_at(span), message, expected=(usual,), fixes=(Fix((edit,)),) if edit else ())


def _strange(document: Document, context: Context) -> dict[str, list[_Use]]:
    """Capitalised words that the lexicon does not know, in the order of the article."""
    found: dict[str, list[_Use]] = defaultdict(list)
    for segment in document.segments:
        prose = segment.target.prose
        for span in phrases(prose, longest=1):
            word = prose[span.start : span.end]
            if len(word) >= _SHORTEST and word.isalpha() and word[1:].islower() and not context.lexicon.knows(word):
                found[word].append(_Use(segment, span))
    if len(found) <= _NAMES:
        return found
    kept = set(nlargest(_NAMES, found, key=lambda name: len(found[name])))
    return {name: uses for name, uses in found.items() if name in kept}


def _unclaimed(uses: list[_Use], context: Context) -> bool:
    """Whether no concept of the glossary accounts for a word, under a right form or a forbidden one."""
    return not any(_claimed(use.segment, context).overlaps(use.span) for use in uses)


def _claimed(segment: Segment, context: Context) -> Cover:
    """Where the concepts of the glossary stand in the English of a paragraph."""
    indexes, words = (context.glossary.accepted, context.glossary.forbidden), context.words(segment)
    return context.kept(
        f"consistency/claimed/{segment.id}", lambda: Cover(hit.span for index in indexes for hit in index.find(words))
    )


def _beside(ones: list[_Use], others: list[_Use]) -> bool:
    """Whether two names stand close together in one paragraph: they are two then."""
    places = sorted((use.segment.id, use.span.start) for use in others)
    for use in ones:
        n = bisect_left(places, (use.segment.id, use.span.start))
        for name, start in places[max(n - 1, 0) : n + 1]:
            if name == use.segment.id and abs(start - use.span.start) < _BESIDE:
                return True
    return False


def _alike(one: str, other: str) -> bool:
    """Whether two words are nearly the same and not two forms of one English word (Procuratorate, Procuratorial)."""
    if abs(len(one) - len(other)) > _LONGER or resemblance(one, other) < _ALIKE:
        return False
    shared = common(one, other)
    return shared < 4 or not {one[shared:], other[shared:]} <= _ENDINGS


def _same(one: str, ones: list[_Use], other: str, others: list[_Use]) -> bool:
    """Whether the Chinese, or without it the shape of the words, lets two spellings be one name.

    Pinyin is exact: without the Chinese two of its words are two names, and with it only one of them can be read off.
    """
    pinyin = bool(syllables(one)) and bool(syllables(other))
    sources = [_sources(uses) for uses in (ones, others)]
    if not all(sources):
        return not pinyin
    if pinyin:
        read = [any(readable(word, text) for text in sources[n]) for n, word in enumerate((one, other))]
        return read[0] != read[1]
    from rapidfuzz import process  # noqa: PLC0415 - only a suspicion needs it
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    near = process.extract(
        letters(one), _shared(*sources), scorer=ratio, limit=None, score_cutoff=100 * _SAID, processor=None
    )
    return any(likeness(letters(other), said) >= _SAID for said, _, _ in near)


@lru_cache(maxsize=64)
def _shared(ones: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """How what two groups of paragraphs have in common is read."""
    return list({"".join(spell(chinese)) for chinese in _stretches(ones) & _stretches(others)})


def _pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of nearly the same words; they begin with the same letter."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[name[0]].append(name)
    return (pair for group in groups.values() for pair in combinations(group, 2) if _alike(*pair))


def _sources(uses: list[_Use]) -> tuple[str, ...]:
    """The Chinese of the paragraphs that use a name, of which twenty will do."""
    sources = (use.segment.source.prose for use in uses if use.segment.source)
    return tuple(islice(dict.fromkeys(sources), _PARAGRAPHS))


@lru_cache(maxsize=64)
def _stretches(sources: tuple[str, ...]) -> set[str]:
    """Runs of two to six neighbouring Han characters."""
    runs = _HAN_RUN.findall(" ".join(sources)[:_READ])
    return {run[at : at + size] for run in runs for size in range(2, 7) for at in range(len(run) - size + 1)}
