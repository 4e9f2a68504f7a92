"""Abbreviations given twice, and two words for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend

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
_HEDGES = (
    " about ",
    " around ",
    " nearly ",
    " almost ",
    " approximately ",
    " roughly ",
    "more than ",
    "less than ",
    "over more ",
)


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
    if not any(map(prose.__contains__, _HEDGES)):
        return
    for match in _HEDGED.finditer(prose):
        first = prose.index(" ", match.start()) if not match[0].lower().startswith("up to") else match.start() + 5
        yield from _once(segment, match, (match.start(), first + 1), Severity.NOTE)


def _once(
    segment: Segment, match: re.Match[str], cut: tuple[int, int], severity: Severity | None = None
) -> Iterator[Flag]:
    text = segment.target.prose
    kept = (text[match.start() : cut[0]] + text[cut[1] : match.end()]).strip()
    message = f'"{match[0]}" says it twice: write "{kept}"'
    yield mend(segment, {cut: ""}, message, at=match.span(), expected=(kept,), severity=severity)


def _spells(prose: str, at: int, letters: str) -> bool:
    """Whether the words before `at` begin with most of `letters`, in order."""
    words = re.findall(r"[A-Za-z]+", prose[max(0, at - 12 * len(letters)) : at])[-len(letters) - 2 :]
    initials = iter("".join(word[0] for word in words).upper())
    return sum(letter in initials for letter in letters.upper()) >= max(2, len(letters) - 1)
