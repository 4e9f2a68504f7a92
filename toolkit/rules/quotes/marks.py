"""Quotation marks that are doubled, Chinese, turned the wrong way or padded with a space."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.machine import inside
from toolkit.language.quotation import quotations
from toolkit.language.script import HAN
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend, run_around

_LATEX = pattern(r"``|(?<!')''(?!')")
_CHINESE = pattern("[\u3008-\u3011\u3014-\u301f]")
_PLAIN = {"《": '"', "》": '"', "〈": "'", "〉": "'", "「": '"', "」": '"', "『": "'", "』": "'", "【": "[", "】": "]"}
_PAIRS = dict(zip("《〈「『【〔〖", "》〉」』】〕〗", strict=True))
_SPACED = pattern(r"(?<=[.,!?…])[\"”] [\"”](?= [a-z]| ?(?:\n|$))")
_DOUBLED_BRACKET = pattern(r"\(\(([^()\n]{0,200})\)\)")


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def doubled_quotation_mark(segment: Segment, context: Context) -> Iterator[Flag]:
    """Two quotation marks where one should stand.

    Machine translation closes a quotation with the mark of the Chinese and again with one of its own.

    Known problems: a quotation that really ends inside another with the same marks is found.

    Source: Chicago Manual of Style 13.30: a quotation within one takes the other kind of mark.

    Bad:
        en: "We are ready.«"”» The talks go on.
    Good:
        en: "We are ready, as the 'old guard'", he said.
    Bad:
        en: "It is a day of joy,«" "» she said.
    Good:
        en: "It is a day of joy," she said. "A day to remember." "Indeed."
    Bad:
        en: The «((Asian))» branch closed.
    Good:
        en: The (Asian) branch closed ((a), (b) and (c)).
    """
    prose = segment.target.prose
    if '"' in prose or "“" in prose or "”" in prose:
        curly = prose.count("“") + prose.count("”") > prose.count('"')
        for mark in quotations(prose):
            if mark.width > 1:
                one = ("“" if mark.opens else "”") if curly else '"'
                span = (mark.at, mark.at + mark.width)
                yield mend(segment, {span: one}, f"doubled quotation mark: keep one, {one}", expected=(one,))
        for match in _SPACED.finditer(prose):
            one = match[0][0]
            message = f"a second quotation mark behind the first: keep one, {one}"
            yield mend(segment, {match.span(): one}, message, expected=(one,), applicability=Applicability.UNSAFE)
    if "''" in prose or "``" in prose:
        for match in _LATEX.finditer(prose):
            yield mend(segment, {match.span(): '"'}, f'{match[0]} for a quotation mark: write "', expected=('"',))
    if "((" in prose:
        for match in _DOUBLED_BRACKET.finditer(prose):
            yield mend(
                segment, {match.span(): f"({match[1]})"}, "doubled brackets: keep one pair", expected=(f"({match[1]})",)
            )


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def chinese_mark(segment: Segment, context: Context) -> Iterator[Flag]:
    """A Chinese quotation mark, title mark or bracket left in the English.

    English readers do not know 《》 and 「」, and their Latin fonts often lack them.

    Known problems: a work's title belongs in italics or quotation marks by house style, so 《》 has no safe fix.

    Source: GB/T 15834–2011, 4.8 and 4.15 (Chinese use); Chicago Manual of Style 8.163 and 14.86 for titles in English.

    Bad:
        en: He called it a «「»silent spring」.
    Good:
        en: He called it a "silent spring" (《寂静的春天》).
    Bad:
        en: She read «《»Red Leaf》 aloud.
    Good:
        en: She read "Red Leaf" aloud.
    """
    prose = segment.target.prose
    if prose.isascii():
        return
    done = -1
    for match in _CHINESE.finditer(prose):
        start, mark = match.start(), match[0]
        partner = prose.find(_PAIRS[mark], start + 1, start + 200) if mark in _PAIRS else -1
        if start <= done or HAN.search(prose, max(0, start - 1), max(start + 2, partner + 2)):
            done = max(done, partner)
            continue
        done = max(done, partner)
        spans = [at for at in (start, partner) if at >= 0 and prose[at] in _PLAIN]
        edits = {(at, at + 1): _PLAIN[prose[at]] for at in spans} or {(start, start + 1): '"'}
        sure = Applicability.SAFE if mark in "「『【" and partner >= 0 else Applicability.UNSAFE
        wanted = _PLAIN.get(mark, '"')
        yield mend(
            segment,
            edits,
            f"Chinese mark {mark}: write {wanted}",
            at=(start, start + 1),
            expected=(wanted,),
            applicability=sure,
        )


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def reversed_quotation_mark(segment: Segment, context: Context) -> Iterator[Flag]:
    """A curly quotation mark that curls the wrong way.

    ”Open“ tells the reader the reverse of what it marks.

    Known problems: German and Swedish quotations curl otherwise and are found. One mark alone is a slip of the hand, and its
    fix is unsafe; where both curl the wrong way, it is safe.

    Source: Chicago Manual of Style 6.115: directional marks curl towards the words they enclose.

    Bad:
        en: He called it «”»a spring«“» of hope.
    Good:
        en: He called it “a spring” of hope.
    """
    prose = segment.target.prose
    if "“" not in prose and "”" not in prose:
        return
    for mark in quotations(prose):
        right, left = "“”" if mark.opens else "”“"
        if mark.partner >= 0 and mark.width == 1 and prose[mark.at] == left:
            edit = {(mark.at, mark.at + 1): right}
            weak = Severity.NOTE if _at_line_end(prose, mark.at) else None
            sure = Applicability.SAFE if prose[mark.partner] == right else Applicability.UNSAFE
            message = f"{left} curls the wrong way: write {right}"
            yield mend(segment, edit, message, expected=(right,), severity=weak, applicability=sure)


@segment_rule(severity=Severity.NOTE, category="linguistic conventions/punctuation")
def mixed_pair(segment: Segment, context: Context) -> Iterator[Flag]:
    """A quotation with a straight mark at one end and a curly one at the other.

    Pasted pieces betray themselves. The mark is found whose kind is rarer in the paragraph.

    Known problems: which kind the house prefers is for the desk to say, so the fix is unsafe.

    Source: Chicago Manual of Style 6.115: one kind of mark throughout.

    Bad:
        en: The "old" mayor said: «“»Yes."
    Good:
        en: The "old" mayor said: "Yes."
    """
    prose = segment.target.prose
    if '"' not in prose or ("“" not in prose and "”" not in prose):
        return
    straight = 2 * prose.count('"') >= prose.count('"') + prose.count("“") + prose.count("”")
    for mark in quotations(prose):
        odd = (prose[mark.at] == '"') != straight
        if odd and mark.width == 1 and mark.partner >= 0 and (prose[mark.partner] == '"') == straight:
            right = '"' if straight else "“" if mark.opens else "”"
            message = f"{prose[mark.at]} at one end, {prose[mark.partner]} at the other: write {right}"
            edit = {(mark.at, mark.at + 1): right}
            yield mend(segment, edit, message, expected=(right,), applicability=Applicability.UNSAFE)


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def padded_quotation(segment: Segment, context: Context) -> Iterator[Flag]:
    """A space just inside a quotation mark.

    The mark hangs between two words, and the reader guesses which of them it belongs to.

    Known problems: a paragraph with an odd number of straight marks is left to `unbalanced-quotation`. A space at one end
    alone is a habit of typists, also in sound copy, and its fix is unsafe; at both ends it is a machine's, and safe.

    Source: Chicago Manual of Style 6.7: no space inside quotation marks.

    Bad:
        en: The «" silent» spring" has come.
    Good:
        en: The "silent spring" has come.
    Bad:
        en: The “silent «spring ”» has come.
    Good:
        en: The “silent spring” has come: ‘ “yes” ’.
    """
    prose = segment.target.prose
    if '"' not in prose and "“" not in prose and "”" not in prose:
        return
    for mark in quotations(prose):
        if (
            mark.partner < 0
            or mark.width > 1
            or prose[mark.at] == ("”" if mark.opens else "“")
            or inside(prose, mark.at, mark.at + 1)
            or (mark.opens and _SPACED.match(prose, mark.at - 2))
        ):
            continue
        gap = mark.at + 1 if mark.opens else mark.at - 1
        if prose[gap] == " " and abs(mark.partner - mark.at) > 2:
            left, right = run_around(prose, gap, gap + 1)
            at = (mark.at, right) if mark.opens else (left, mark.at + 1)
            expected = prose[at[0] : gap] + prose[gap + 1 : at[1]]
            weak = Severity.NOTE if _at_line_end(prose, mark.at) else None
            both = prose[mark.partner - 1 if mark.opens else mark.partner + 1] == " "
            sure = Applicability.SAFE if both else Applicability.UNSAFE
            message = f"a space inside the quotation: write {expected}"
            yield mend(
                segment,
                {(gap, gap + 1): ""},
                message,
                at=at,
                expected=(expected,),
                severity=weak,
                applicability=sure,
            )


def _at_line_end(prose: str, at: int) -> bool:
    return prose[at + 1 : at + 2] in ("", "\n")
