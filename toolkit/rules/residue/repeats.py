"""Words and phrases said twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from operator import eq
from typing import NamedTuple

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend

_WORD_TWICE = pattern(r"\b([A-Za-z][a-z]*)[ \n]\1\b(?![-']|’)", re.IGNORECASE)
_WORD = pattern(r"\S+")
_PAIR_TWICE = pattern(r"\b([a-z]+ [a-z]+) \1\b")
_NEVER_TWICE = frozenset(
    (
        "a an the of and or to with for from by at as into its their this these those our my your was were are be"
        " been has have but than which while because although whose between during against through about"
    ).split()
)
_SOMETIMES_TWICE = frozenset(
    (
        "that had very many much really no yes so ha haha bye far long more now there hear knock blah tut pom do who"
        " is it her him his in on up out over again never ever well one two three you we he she what dear never hush"
        " choo ding dong boom bang tick tock wow oh ah uh walla bora pago couscous beri aye hip chop chin chow tuk"
    ).split()
)
_PLAIN = (_NEVER_TWICE | {"in", "on"}) - {"and", "or", "by"}
_STUCK = pattern(r"\b(?=[A-Z][a-z]{7})[A-Z][a-z]*?(?P<letter>[a-z])(?P<run>(?P=letter){3,})[a-z]*\b")
_PAUSES = tuple(",;:.!?…")
_TURNING = frozenset("and by or after to upon in on again over".split())


@segment_rule(severity=Severity.ERROR, category="linguistic conventions/grammar")
def repeated_word(segment: Segment, context: Context) -> Iterator[Flag]:
    """The same word twice in a row.

    A slip that survives because the eye reads over it at a line's end.

    Known problems: a word that the sentence needs twice ("had had", "that that") is let pass always; so are names.

    Source: LanguageTool ENGLISH_WORD_REPEAT_RULE and its exceptions; names such as Fang Fang (languagetool issue 3312).

    Bad:
        en: He closed «the the» door.
    Good:
        en: Fang Fang said that that had had a very very good end in Walla Walla on the 5 5 line.
    Bad:
        en: He spoke «in the in the» hall.
    Good:
        en: It grew day by day by day, more and more and more.
    """
    prose = segment.target.prose
    stutter = _stutter(prose)
    if stutter.word:
        yield from _words_twice(segment)
    if stutter.pair:
        yield from _pairs_twice(segment)


@segment_rule(severity=Severity.ERROR, category="accuracy/addition")
def loop(segment: Segment, context: Context) -> Iterator[Flag]:
    """A phrase that the translation repeats over and over.

    Neural translation can fall into a loop: the same three words thrice, or four and more twice, without a pause.

    Known problems: refrains, chants and slogans that are meant to repeat are found; a phrase said twice with a comma
    between is a note, for speakers do that.

    Source: Holtzman et al. 2020, "The Curious Case of Neural Text Degeneration".

    Bad:
        en: The bank said the rate of interest «the rate of interest» rose.
    Good:
        en: One by one, day by day, the rate of interest rose and rose and rose.
    """
    prose = segment.target.prose
    if _stutter(prose).pairs < 3:
        return
    words = prose.split()
    spans: list[tuple[int, int]] = []
    for first, period, repeats in _loops(words):
        spans = spans or [match.span() for match in _WORD.finditer(prose)]
        second, last = first + period, first + period * repeats - 1
        cut = (spans[second - 1][1], spans[last][1])
        message = f"“{' '.join(words[first:second])}” is said {repeats} times in a row: say it once"
        at = (spans[second][0], cut[1])
        weak = Severity.NOTE if repeats == 2 and words[second - 1].endswith(_PAUSES) else None
        yield mend(segment, {cut: ""}, message, at=at, applicability=Applicability.UNSAFE, severity=weak)


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/spelling")
def stuck_letter(segment: Segment, context: Context) -> Iterator[Flag]:
    """A letter that a name of eight letters or more has four times in a row.

    A model that cannot end a name goes on spelling: Schooooof.

    Known problems: a long cry that is drawn out on purpose and begins with a capital.
    Source: Holtzman et al. 2020, "The Curious Case of Neural Text Degeneration".

    Bad:
        en: Prime Minister «Schooooof» spoke on Friday.
    Good:
        en: Prime Minister Schoof said it was a loooong day. Yesss!
    """
    del context
    for match in _STUCK.finditer(segment.target.prose):
        message = f"“{match[0]}” has one letter {len(match['run']) + 1} times in a row: spell it"
        yield Flag(segment.target_at(match.span()), message)


class _Stutter(NamedTuple):
    """Whether a word, or a pair of words, follows upon itself, and how many pairs of words come again anywhere."""

    word: bool
    pair: bool
    pairs: int


@lru_cache(maxsize=2048)
def _stutter(prose: str) -> _Stutter:
    words = prose.lower().replace(",", " ").replace(".", " ").replace('"', " ").split()
    pairs = len(words) - 1 - len(set(pairwise(words)))
    word = True in map(eq, words, words[1:])
    return _Stutter(word, pairs > 0 and b"\1\1" in bytes(map(eq, words, words[2:])), pairs)


def _words_twice(segment: Segment) -> Iterator[Flag]:
    for match in _WORD_TWICE.finditer(segment.target.prose):
        first, second = match[1], match[0][len(match[1]) + 1 :]
        known = first.lower() in _NEVER_TWICE and (
            second.islower() or first.isupper() == second.isupper() == (len(first) > 1)
        )
        if known or (match[0].islower() and len(first) > 2 and first not in _SOMETIMES_TWICE):
            edit = {(match.end(1), match.end()): ""}
            sure = Applicability.SAFE if known else Applicability.UNSAFE
            weak = None if known else Severity.WARNING
            message = f"“{first}” twice: write it once"
            yield mend(segment, edit, message, at=match.span(), expected=(first,), applicability=sure, severity=weak)


def _pairs_twice(segment: Segment) -> Iterator[Flag]:
    for match in _PAIR_TWICE.finditer(segment.target.prose):
        one, two = match[1].split(" ")
        if one != two and (not {one, two} & _TURNING or {one, two} <= _PLAIN):
            edit = {(match.end(1), match.end()): ""}
            yield mend(segment, edit, f"“{match[1]}” twice: write it once", at=match.span(), expected=(match[1],))


def _loops(words: list[str]) -> Iterator[tuple[int, int, int]]:
    """First word, period and count of each loop, in words."""
    count, at = len(words), 0
    last: dict[str, int] = {}
    for here, word in enumerate(words):
        before, last[word] = last.get(word, -1), here
        period = here - before
        if (
            before < at
            or not 3 <= period <= 24
            or here + period > count
            or words[before:here] != words[here : here + period]
        ):
            continue
        repeats = 2
        while words[before:here] == words[before + repeats * period : here + repeats * period]:
            repeats += 1
        if (period >= 4 or repeats >= 3) and len(set(words[before:here])) > 2:
            yield before, period, repeats
            at = before + repeats * period
