"""Abbreviations given twice, and two words for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend

_ABBREVIATION = pattern(r"\(([A-Z][A-Za-z0-9&-]{1,9})\)")
_CONSECUTIVE = pattern(r"\b(\w{1,8}) (?:consecutive|straight) \1\b", re.IGNORECASE)
_ANOTHER = pattern(
    r"\banother (?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|several|few|many|dozen) (?:more )?"
    r"other\b(?!-)",
    re.IGNORECASE,
)


@segment_rule(severity=Severity.WARNING, category="accuracy/addition")
def repeated_abbreviation(segment: Segment, context: Context) -> Iterator[Flag]:
    """An abbreviation that is given in brackets again in the same paragraph.

    It seems to stand for the words before it this time too: "memory (ROM) in Europe (ROM)".

    Known problems: an abbreviation whose letters are not those of the words before it (a party, a ticker) is let be. Where
    the second does not stand right behind the first, which of them is too much is for an editor to say.

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
            sure = Applicability.SAFE if prose.endswith(match[0], 0, gap) else Applicability.UNSAFE
            yield mend(segment, {(gap, match.end()): ""}, message, at=match.span(), applicability=sure)
        seen[letters] = seen.get(letters, False) or spelt


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/grammar")
def doubled_other(segment: Segment, context: Context) -> Iterator[Flag]:
    """The same thing said before and after a figure: "another 11 other", "10 consecutive 10 years".

    Chinese says 另外 before the figure and 其他 after it, or 连续 before it; English says it once.

    Known problems: figures in words above ten are not looked for.

    Source: Associated Press Stylebook, "another"; MQM, accuracy/addition.

    Bad:
        en: The list names «another 12 other» towns.
    Good:
        en: The list names another 12 towns, the other day, and another five other-worldly tales.
    Bad:
        en: It fell for «10 consecutive 10» years.
    Good:
        en: It fell for 10 consecutive years.
    """
    prose = segment.target.prose
    for match in _CONSECUTIVE.finditer(prose) if "cutive " in prose or "straight " in prose else ():
        kept = match[0][: -len(match[1]) - 1]
        cut = {(match.start() + len(kept), match.end()): ""}
        yield mend(segment, cut, f"“{match[0]}” says it twice: write “{kept}”", at=match.span(), expected=(kept,))
    if "other " in prose:
        for match in _ANOTHER.finditer(prose):
            kept = match[0][: -len(" other")]
            cut = {(match.end() - len(" other"), match.end()): ""}
            yield mend(segment, cut, f"“{match[0]}” says it twice: write “{kept}”", at=match.span(), expected=(kept,))


def _spells(prose: str, at: int, letters: str) -> bool:
    """Whether the words before `at` begin with most of `letters`, in order."""
    words = re.findall(r"[A-Za-z]+", prose[max(0, at - 12 * len(letters)) : at])[-len(letters) - 2 :]
    initials = iter("".join(word[0] for word in words).upper())
    return sum(letter in initials for letter in letters.upper()) >= max(2, len(letters) - 1)
