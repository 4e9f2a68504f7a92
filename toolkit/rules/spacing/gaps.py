"""Doubled spaces, spaces inside brackets, and none where a bracket or a quotation begins or ends."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.machine import inside
from toolkit.language.quotation import quotations
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend, run_around, words_around

_DOUBLED = pattern(r"(?<=\S) {2,}(?=\S)")
_PADDED = pattern(r"(?<=[(\[]) +(?=[^\s)\]])|(?<=[^\s(\[]) +(?=[)\]])")
_APOSTROPHE = pattern(r"(?<=[A-Za-z])(?: ['’] ?|['’] )(?:s|t|re|ve|ll)(?![\w'’])")
_OPENING = pattern(r"(?<=[A-Za-z]{2})\((?=[A-Za-z0-9]{2}[^()\n]{0,200}\)(?![a-z]))(?!(?:s|es|ies|rd|th|st|nd)\))")
_CLOSING = pattern(r"(?<=[A-Za-z0-9%.”\"’]{2})\)(?=[A-Za-z]{2})")


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def doubled_space(segment: Segment, context: Context) -> Iterator[Flag]:
    """Two or more spaces in a row inside a line.

    They show as a hole in print. After a full stop, where typists of old put two, it is a note.

    Source: Chicago Manual of Style 6.7, Associated Press Stylebook, "spacing": a single space, after sentences too.

    Bad:
        en: The minister«  »declined.
    Good:
        en: The minister declined.
    """
    prose = segment.target.prose
    if "  " not in prose:
        return
    for match in _DOUBLED.finditer(prose):
        weak = Severity.NOTE if prose[match.start() - 1] in '.!?"”:' else None
        yield mend(segment, {match.span(): " "}, "doubled space: keep one", expected=(" ",), severity=weak)


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def space_inside_bracket(segment: Segment, context: Context) -> Iterator[Flag]:
    """A space just inside a round or square bracket.

    The bracket seems to open nothing: "( Friday)". Before the closing bracket of a whole sentence it is a note, and its
    fix unsafe: typists leave that one in sound copy.

    Source: Chicago Manual of Style 6.7: no space inside a bracket.

    Bad:
        en: It rained on Friday «( June» 21).
    Good:
        en: It rained on Friday (June 21). [ ] is an empty box.
    """
    prose = segment.target.prose
    if not ("( " in prose or " )" in prose or "[ " in prose or " ]" in prose):
        return
    for match in _PADDED.finditer(prose):
        start, end = match.span()
        if inside(prose, start, end):
            continue
        opening = prose[start - 1] in "(["
        left, right = run_around(prose, start, end)
        at = (start - 1, right) if opening else (left, end + 1)
        expected = prose[at[0] : start] + prose[end : at[1]]
        habit = not opening and not prose[start - 1].isalnum()
        weak, sure = (Severity.NOTE, Applicability.UNSAFE) if habit else (None, Applicability.SAFE)
        message = f"a space inside the bracket: write “{expected}”"
        yield mend(segment, {(start, end): ""}, message, at=at, expected=(expected,), severity=weak, applicability=sure)


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def space_at_apostrophe(segment: Segment, context: Context) -> Iterator[Flag]:
    """A space beside the apostrophe of a possessive or a short form.

    Tokens that were never joined again: "the bank ' s" reads like a quotation that begins there.

    Known problems: none known.

    Source: Chicago Manual of Style 7.16 and 7.30: an apostrophe takes no space.

    Bad:
        en: The «bank ' s» plan failed.
    Good:
        en: The bank's plan, the 'super' one, didn't fail; the teachers' strike did.
    """
    prose = segment.target.prose
    if not ("' " in prose or " '" in prose or "’ " in prose or " ’" in prose):
        return
    for match in _APOSTROPHE.finditer(prose):
        if not inside(prose, *match.span()):
            joined = match[0].replace(" ", "")
            at = (words_around(prose, match.start(), match.start())[0], match.end())
            expected = prose[at[0] : match.start()] + joined
            message = f"a space at the apostrophe: write “{expected}”"
            yield mend(segment, {match.span(): joined}, message, at=at, expected=(expected,))


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def missing_space_at_bracket(segment: Segment, context: Context) -> Iterator[Flag]:
    """A bracket glued to the word before or after it.

    Full-width brackets carry their own space; turned into "bank(Asia)said" they glue three words together.

    Known problems: functions and formulas with long arguments are found; only a bracket glued at both ends has a safe fix.

    Source: Chicago Manual of Style 6.7, 6.95: brackets take a space outside.

    Bad:
        en: The «bank(Asia» branch) closed.
    Good:
        en: The bank (Asia branch) closed office(s) under section 401(k), in the wom(a)n's name.
    Bad:
        en: The bank (Asia «branch)closed» on Friday.
    Good:
        en: The bank (Asia branch) closed on Friday; (re)opening is planned.
    """
    prose = segment.target.prose
    if "(" in prose:
        for match in _OPENING.finditer(prose):
            if not inside(prose, *match.span()):
                yield _parted(segment, match.start(), match.span())
    if ")" in prose:
        for match in _CLOSING.finditer(prose):
            opening = prose.rfind("(", max(0, match.start() - 200), match.start())
            short = match.start() - opening <= 6 and prose[opening + 1 : match.start()].islower()
            if opening >= 0 and not short and not inside(prose, *match.span()):
                before = (opening,) if prose[max(0, opening - 1) : opening].isalnum() else ()
                yield _parted(segment, match.end(), match.span(), *before, sure=bool(before))


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def missing_space_at_quotation(segment: Segment, context: Context) -> Iterator[Flag]:
    """A quotation mark glued to the word outside it.

    Chinese marks need no space around them; in English "the«“two»" hides where the quotation begins.

    Known problems: where a paragraph has an odd number of straight marks, in from out cannot be told. Behind a comma the
    fix is unsafe, for a list of values is written so.

    Source: Chicago Manual of Style 6.7: a space outside quotation marks.

    Bad:
        en: He joined the village «team“Red» Leaf” in May.
    Good:
        en: He joined the village team “Red Leaf” in May.
    Bad:
        en: He joined the "Red «Leaf"team» in May.
    Good:
        en: He joined the "Red Leaf"-team, a (so-called) "team", in May.
    """
    prose = segment.target.prose
    if not ('"' in prose or "“" in prose or "”" in prose):
        return
    for mark in quotations(prose):
        if mark.partner < 0 or mark.width > 1:
            continue
        gap = mark.at if mark.opens else mark.at + 1
        outside = prose[gap - 1 : gap] if mark.opens else prose[gap : gap + 1]
        within = prose[gap + 1 : gap + 2] if mark.opens else prose[gap - 2 : gap - 1]
        glued = outside.isalpha() and outside.isascii()
        listed = mark.opens and outside in (",", ";", "”") and outside and within.isalnum()
        if (glued or listed) and not inside(prose, mark.at, mark.at + 1):
            yield _parted(segment, gap, (mark.at, mark.at + 1), sure=glued)


def _parted(segment: Segment, gap: int, mark: tuple[int, int], *others: int, sure: bool = False) -> Flag:
    """The flag that wants a space at `gap`, outside the range `mark`, and at the `others`."""
    prose = segment.target.prose
    at = words_around(prose, *mark)
    expected = f"{prose[at[0] : gap]} {prose[gap : at[1]]}"
    return mend(
        segment,
        {(place, place): " " for place in (gap, *others)},
        f"no space outside “{prose[slice(*mark)]}”: write “{expected}”",
        at=at,
        expected=(expected,),
        applicability=Applicability.SAFE if sure else Applicability.UNSAFE,
    )
