"""Terms by repetition: runs of Chinese words that recur, and the English words that recur with them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from toolkit.alignment.capitals import EMPTY, HOLLOW, plain
from toolkit.alignment.sighting import Sighting, View
from toolkit.alignment.worded import agreement, kind_of, window
from toolkit.core import Span
from toolkit.core.pattern import pattern

_LEAST = 3
_MOST_WORDS = 5
_LENGTHS = range(3, 11)
_SAMPLE = 40
_DICE = 0.55
_FEW = 4
_OFTEN = 4
_FAITHFUL = 0.85
_HALF = 0.5
_SAME = 0.8
_ALWAYS = 0.9
_PHRASE = 5
_PLAIN = 0.75
_OPEN = 0.6
_RUNS_ON = 0.7
_SPECIAL = 0.6
_DIGIT = pattern(r"\d")
_INFINITIVE = 0.3
_ALONE = frozenset(
    "一二三四五六七八九十百千万亿两几多第年月日号时分秒天个名位家次种项条件些们省市县区镇村人族的了着过得地所之等者驻中上下里内外前后间"
)
_VERBAL = frozenset("a an the to is are was were be been has have had will would can could which that who not".split())


Place = tuple[int, Span]
Found = tuple[int, Sighting]
"""The number of a paragraph (from 0) and what was seen in it."""


def repeated(views: Sequence[View]) -> Iterator[Found]:
    """Chinese of two to four words that stands in three paragraphs or more, wherever a recurring English phrase renders it.

    Both recur together by Dice's coefficient (1945) over paragraphs, and the words of each explain the other.
    """
    chinese = _recurring(views)
    english = _english(views)
    for places in chinese.values():
        here = sorted({n for n, _ in places})
        best = _best(views, here, places, english)
        if best and not _acts(views, here, best[0]):
            phrase, dice = best
            yield from _sightings(views, places, phrase, dice * (_OPEN if _is_open(views, here, phrase) else 1))


def _recurring(views: Sequence[View]) -> dict[str, list[Place]]:
    """Runs of words that recur, each with its places; those that nearly always stand in a longer one left out."""
    kept: dict[str, list[Place]] = {}
    shorter: dict[str, list[Place]] = {}
    for size in range(2, _MOST_WORDS + 1):
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for n, view in enumerate(views):
            for span, last in _runs(view, size):
                if size == 2 or view.zh[span.start : last] in shorter:
                    found[view.zh[span.start : span.end]].append((n, span))
        shorter = {text: places for text, places in found.items() if len({n for n, _ in places}) >= _LEAST}
        kept |= shorter
    longest: dict[str, int] = {}
    for text in sorted(kept, key=len, reverse=True):
        for start, end in _inner(text):
            longest[text[start:end]] = max(longest.get(text[start:end], 0), len(kept[text]))
    return {
        text: places
        for text, places in kept.items()
        if len(text) in _LENGTHS and longest.get(text, 0) < _SAME * len(places) and _sound(text, views, places[0])
    }


def _inner(text: str) -> Iterator[tuple[int, int]]:
    size = len(text)
    return ((start, end) for start in range(size) for end in range(start + 2, size + 1) if end - start < size)


def _runs(view: View, size: int) -> Iterator[tuple[Span, int]]:
    """Neighbouring Chinese words, and where the last of them begins."""
    words = view.words
    for first in range(len(words) - size + 1):
        run = words[first : first + size]
        if all(one.end == two.start for one, two in pairwise(run)):
            yield Span(run[0].start, run[-1].end), run[-1].start


def _sound(text: str, views: Sequence[View], place: Place) -> bool:
    """Whether a run begins and ends with a word of meaning, and is neither a word nor made of known concepts."""
    n, span = place
    view = views[n]
    inside = [view.zh[word.start : word.end] for word in view.inside(span)]
    if any(_is_empty(view, word) for word in (inside[0], inside[-1])) or any(mark in text for mark in "的和与及"):
        return False
    return not view.composed(span) and not view.lexicon.translations(text)


def _is_empty(view: View, word: str) -> bool:
    if len(word) == 1 and word in _ALONE:
        return True
    translations = view.lexicon.translations(word)
    if len(word) == 1:
        return not translations
    return sum(translations[stem] for stem in translations if stem in HOLLOW) > sum(translations.values()) / 2


def _english(views: Iterable[View]) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for view in views:
        counts.update(_phrases(view))
    return {phrase: count for phrase, count in counts.items() if count >= _LEAST}


def _phrases(view: View) -> set[str]:
    return {view.en[span.start : span.end].lower() for span in plain(view.en, _PHRASE)}


def _best(
    views: Sequence[View], here: Sequence[int], places: Sequence[Place], english: Mapping[str, int]
) -> tuple[str, float] | None:
    """The English phrase that goes with the Chinese most faithfully, as long as it is, and Dice's coefficient."""
    sample = here[:_SAMPLE]
    together: Counter[str] = Counter()
    for n in sample:
        together.update(_phrases(views[n]))
    share = len(here) / len(sample)
    scored = {
        phrase: 2 * count * share / (len(here) + english[phrase])
        for phrase, count in together.items()
        if phrase in english and not _VERBAL & {*phrase.split()} and not _DIGIT.search(phrase)
    }
    for phrase in sorted(scored, key=lambda phrase: (-scored[phrase], phrase))[:_FEW]:
        if scored[phrase] < _DICE:
            break
        whole = max((one for one in scored if phrase in one and together[one] >= _ALWAYS * together[phrase]), key=len)
        if _explains(views, places, whole, len(here), scored[whole]):
            return whole, min(scored[whole], 1.0)
    return None


def _is_open(views: Sequence[View], here: Iterable[int], phrase: str) -> bool:
    """Whether a phrase mostly runs on into another word of meaning: it lacks its noun."""
    after = [match for n in here if (match := re.search(rf"{re.escape(phrase)}(?: ([a-z]+))?", views[n].en.lower()))]
    return sum((match[1] or "a") not in EMPTY for match in after) > _RUNS_ON * len(after)


def _acts(views: Sequence[View], here: Iterable[int], phrase: str) -> bool:
    """Whether a phrase is a verb's: it often follows “to”, ends like a past tense, or begins like an adverb."""
    before = [
        views[n].en[: views[n].en.lower().find(phrase)].rstrip().lower() for n in here if phrase in views[n].en.lower()
    ]
    often = sum(text.endswith((" to", "will", "we", "continue to")) for text in before) > _INFINITIVE * len(before)
    return often or phrase.endswith("ed") or phrase.split(maxsplit=1)[0].endswith("ly")


def _explains(views: Sequence[View], places: Iterable[Place], phrase: str, count: int, dice: float) -> bool:
    """Whether the words of both account for each other: well, or half of them where both recur together faithfully."""
    for n, span in places:
        at = views[n].en.lower().find(phrase)
        if at >= 0:
            en = Span(at, at + len(phrase))
            found = window(views[n], en)
            if found is not None and found[0] == span:
                return True
            wordy = len(views[n].inside(span)) > len(phrase.split()) + 1
            return not wordy and count >= _OFTEN and dice >= _FAITHFUL and agreement(views[n], span, en) >= _HALF
    return False


def _sightings(views: Sequence[View], places: Iterable[Place], phrase: str, dice: float) -> Iterator[Found]:
    for n, span in places:
        at = views[n].en.lower().find(phrase)
        if at >= 0:
            kind = kind_of(views[n].zh[span.start : span.end])
            en = Span(at, at + len(phrase))
            capital = all(word[0].isupper() or len(word) < 4 for word in views[n].en[at : en.end].split())
            score = dice if capital else _PLAIN * dice
            if any(span.overlaps(known) for known in views[n].known):
                score *= _SPECIAL if score < dice else 1
            yield n, Sighting(span, en, score, "repeated", kind)
