"""Words, phrases, abbreviations and marks said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.language.machine import inside
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend

_WORD_TWICE = re.compile(r"\b([A-Za-z][a-z]*)[ \n]\1\b(?![-'’])", re.IGNORECASE)
_PAIR_TWICE = re.compile(r"\b([a-z]+ [a-z]+) \1\b")
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
_TURNING = frozenset("and by or after to upon in on".split())
_ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z0-9&-]{1,9})\)")
_ANOTHER = re.compile(
    r"\b(?:(another) (?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|several|few|many|dozen) (?:more )?(other)|(other) (other))\b(?!-)",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:(about|around|nearly|almost|approximately|roughly) (?:about|around|nearly|almost|approximately|roughly|more than|over|less than)"
    r"|over more than|up to more than)(?= \$?\d)",
    re.IGNORECASE,
)
_MARKS_TWICE = re.compile(r"(?<![.,;:!?])(?:,[ ]?[,.;]|;[ ]?[;,.]|:[;,.]|[!?][,;.]|\.\.|\.[;:])(?![.,;:!?\w])")
_SHORTENED = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Ltd|Co|Corp|etc|al|Jr|Sr|St|No|[ap]\.m))\.?$")


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
    for match in _WORD_TWICE.finditer(prose):
        first, second = match[1], match[0][len(match[1]) + 1 :]
        known = first.lower() in _NEVER_TWICE and (
            second.islower() or first.isupper() == second.isupper() == (len(first) > 1)
        )
        if known or (match[0].islower() and len(first) > 2 and first not in _SOMETIMES_TWICE):
            edit = {(match.end(1), match.end()): ""}
            sure = Applicability.SAFE if known else Applicability.UNSAFE
            weak = None if known else Severity.WARNING
            message = f'"{first}" twice: write it once'
            yield mend(segment, edit, message, at=match.span(), expected=(first,), applicability=sure, severity=weak)
    for match in _PAIR_TWICE.finditer(prose):
        one, two = match[1].split(" ")
        if (
            one != two
            and not {one, two} & _TURNING | ({one, two} & {"again", "over"})
            or (one in _TURNING and two in _NEVER_TWICE)
        ):
            edit = {(match.end(1), match.end()): ""}
            yield mend(segment, edit, f'"{match[1]}" twice: write it once', at=match.span(), expected=(match[1],))


@segment_rule(severity=Severity.ERROR, category="accuracy/addition")
def loop(segment: Segment, context: Context) -> Iterator[Flag]:
    """A phrase that the translation repeats over and over.

    Neural translation can fall into a loop: the same three words thrice, or four and more twice, without a pause.

    Known problems: refrains, chants and slogans that are meant to repeat are found.

    Source: Holtzman et al. 2020, "The Curious Case of Neural Text Degeneration".

    Bad:
        en: The bank said the rate of interest «the rate of interest» rose.
    Good:
        en: One by one, day by day, the rate of interest rose and rose and rose.
    """
    prose = segment.target.prose
    words = prose.split()
    if len(words) - len(set(words)) < 4:
        return
    for first, period, repeats in _loops(words):
        kept = _extent(prose, first, first + period)[1]
        again, end = _extent(prose, first + period, first + period * repeats)
        message = f'"{" ".join(words[first : first + period])}" is said {repeats} times in a row: say it once'
        yield mend(segment, {(kept, end): ""}, message, at=(again, end), applicability=Applicability.UNSAFE)


@segment_rule(severity=Severity.WARNING, category="accuracy/addition")
def repeated_abbreviation(segment: Segment, context: Context) -> Iterator[Flag]:
    """An abbreviation that is given in brackets again in the same paragraph.

    It seems to stand for the words before it this time too: "memory (ROM) in Europe (ROM)".

    Known problems: an abbreviation whose letters are not those of the words before it (a party, a ticker) is not judged.

    Source: Associated Press Stylebook, "abbreviations and acronyms"; Chicago Manual of Style 10.3: introduce it once.

    Bad:
        en: Makers of read only memory (ROM) in Europe «(ROM)» suffer.
    Good:
        en: Ms. Lin (DPP) beat Mr. Ho (DPP); read only memory (ROM) is cheap, and ROM makers suffer.
    """
    prose = segment.target.prose
    if prose.count("(") < 2:
        return
    seen: dict[str, bool] = {}
    for match in _ABBREVIATION.finditer(prose):
        letters = match[1]
        if not letters[:2].isupper():
            continue
        spelt = _spells(prose, match.start(), letters)
        if seen.get(letters) or (letters in seen and spelt):
            gap = match.start() - (prose[match.start() - 1 : match.start()] == " ")
            message = f"{match[0]} is given twice in one paragraph: drop this one"
            yield mend(segment, {(gap, match.end()): ""}, message, at=match.span(), applicability=Applicability.UNSAFE)
        seen[letters] = seen.get(letters, False) or spelt


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/grammar")
def said_twice(segment: Segment, context: Context) -> Iterator[Flag]:
    """Two words that say the same of a figure: "another 11 other", "about nearly 30".

    Chinese puts one before and one after the figure; a translation that keeps both sounds unsure of its count.

    Two hedges before one figure are a note.

    Known problems: "another five other-worldly tales" is let pass only for its hyphen.

    Source: Associated Press Stylebook, "another" (it is not additional) and "redundancies".

    Bad:
        en: The list names «another 12 other» towns.
    Good:
        en: The list names another 12 towns, the other day, on the other hand.
    Bad:
        en: It cost «about more than» 30 yuan.
    Good:
        en: It cost about 30 yuan, more than planned.
    """
    prose = segment.target.prose
    if "other" in prose:
        for match in _ANOTHER.finditer(prose):
            cut = (match.start(2) - 1, match.end(2)) if match[2] else (match.start(4) - 1, match.end(4))
            yield from _once(segment, match, cut)
    for match in _HEDGED.finditer(prose):
        first = prose.index(" ", match.start()) if not match[0].lower().startswith("up to") else match.start() + 5
        yield from _once(segment, match, (match.start(), first + 1), Severity.NOTE)


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def doubled_punctuation(segment: Segment, context: Context) -> Iterator[Flag]:
    """Two marks of punctuation where one should stand.

    The Chinese mark and the English one were both kept.

    Known problems: two full stops may be a broken ellipsis; only at the end of a paragraph is their fix safe.

    Source: Chicago Manual of Style 6.122–6.124 on adjacent marks.

    Bad:
        en: Prices fell«,,» but wages rose.
    Good:
        en: Prices fell ..., but Acme Inc., etc., rose!!
    Bad:
        en: Prices fell«..»
    Good:
        en: What?! Prices fell....
    """
    prose = segment.target.prose
    for match in _MARKS_TWICE.finditer(prose):
        start, end = match.span()
        marks = match[0].replace(" ", "")
        if (
            inside(prose, start, end)
            or (marks == ".;" or marks == ".:")
            and _SHORTENED.search(prose, max(0, start - 8), start)
        ):
            continue
        one = next((mark for mark in "?!" if mark in marks), "." if "." in marks else marks[0])
        sure = Applicability.SAFE if marks in {",,", ";;"} or end == len(prose) else Applicability.UNSAFE
        yield mend(
            segment, {(start, end): one}, f'two marks "{match[0]}": write "{one}"', expected=(one,), applicability=sure
        )


def _once(
    segment: Segment, match: re.Match[str], cut: tuple[int, int], severity: Severity | None = None
) -> Iterator[Flag]:
    text = segment.target.prose
    kept = (text[match.start() : cut[0]] + text[cut[1] : match.end()]).strip()
    message = f'"{match[0]}" says it twice: write "{kept}"'
    yield mend(segment, {cut: ""}, message, at=match.span(), expected=(kept,), severity=severity)


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


def _extent(prose: str, first: int, last: int) -> tuple[int, int]:
    """The range of prose from word `first` to before word `last`."""
    spans = [match.span() for match in re.finditer(r"\S+", prose)][first:last]
    return spans[0][0], spans[-1][1]


def _spells(prose: str, at: int, letters: str) -> bool:
    """Whether the words before `at` begin with most of `letters`, in order."""
    words = re.findall(r"[A-Za-z]+", prose[max(0, at - 12 * len(letters)) : at])[-len(letters) - 2 :]
    initials = iter("".join(word[0] for word in words).upper())
    return sum(letter in initials for letter in letters.upper()) >= max(2, len(letters) - 1)
