"""Characters that look like others or like nothing: full-width, zero-width, non-breaking."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.machine import inside
from toolkit.language.script import HAN
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend

_ANY_WIDE = pattern(r"[\uff01-\uff5e\u3000-\u3002]")
_WIDE = pattern(r"(?:(?<! ) +)?[\uff01-\uff5e\u3000-\u3002]+(?:[ ]*[\uff01-\uff5e\u3000-\u3002]+)*")
_MARKS = {"。": ".", "、": ",", "\u3000": " ", "〜": "~", "～": "-"}
_FORBIDS_SPACE_BEFORE = frozenset(",.;:!?)]}%")
_WANTS_SPACE_AFTER = frozenset(",.;:!?)]")
_UNSEEN = pattern("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]+")
_JOINED_SCRIPT = pattern("[\u0590-\u0dff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
_HARD = pattern(r"(?:(?<! ) +)?[\u00a0\u202f][ \u00a0\u202f]*")


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def full_width_character(segment: Segment, context: Context) -> Iterator[Flag]:
    """A full-width mark, letter or digit of Chinese typesetting in English.

    It is twice as wide as its neighbours, missing from many Latin fonts, and a search for the word does not find it.

    Known problems: marks that touch Chinese characters are left to `residue`.

    Source: Unicode Standard Annex 11, East Asian Width; Chinese GB/T 15834 keeps these marks for Chinese text.

    Bad:
        en: The mayor came to town«，» and left.
    Good:
        en: The mayor came to town, and left.
    Bad:
        en: The «ＡＢＣ» group won.
    Good:
        en: The ABC group won.
    """
    prose = segment.target.prose
    if prose.isascii():
        return
    if not _ANY_WIDE.search(prose):
        return
    for match in _WIDE.finditer(prose):
        start, end = match.span()
        if HAN.search(prose, max(0, start - 1), end + 1) or inside(prose, start, end):
            continue
        text = "".join(
            _MARKS.get(char) or (chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char) for char in match[0]
        )
        text = _spaced(prose, start, end, text)
        at = (end - len(match[0].lstrip()), end)
        if at[0] < end and text != match[0]:
            yield mend(
                segment,
                {(start, end): text},
                f"full-width “{match[0].strip()}”: write “{text.strip()}”",
                at=at,
                expected=(text,),
            )


@segment_rule(severity=Severity.NOTE, category="linguistic conventions/punctuation")
def invisible_character(segment: Segment, context: Context) -> Iterator[Flag]:
    """A zero-width character, soft hyphen or direction mark left in the copy.

    Nobody sees it, but searches, spelling checkers and line breaks stumble over it; direction marks can reverse what
    is shown.

    Known problems: scripts and emoji that need joiners are left alone only where one stands beside the mark.

    Source: Unicode Standard, chapter 23.2, "Layout Controls"; Unicode Technical Report 36, 2.5, bidirectional spoofing.

    Bad:
        en: The mini«\u200b»ster agreed.
    Good:
        en: The minister agreed.
    """
    prose = segment.target.prose
    if prose.isascii():
        return
    for match in _UNSEEN.finditer(prose):
        start, end = match.span()
        if not _JOINED_SCRIPT.search(prose, max(0, start - 1), end + 1):
            yield mend(segment, {(start, end): ""}, f"invisible character U+{ord(match[0][0]):04X}: remove it")


@segment_rule(severity=Severity.NOTE, category="linguistic conventions/punctuation")
def stray_hard_space(segment: Segment, context: Context) -> Iterator[Flag]:
    """A non-breaking space between two ordinary words.

    It is debris of a web page; it holds words together at line ends and hides from a search for the phrase.

    Known problems: set on purpose between a short word and a name, it is found all the same.

    Source: Unicode Line Breaking Algorithm (UAX 14), class GL; Chicago Manual of Style 6.121 on its proper uses.

    Bad:
        en: The«\u00a0 »minister agreed.
    Good:
        en: The minister paid for 5\u00a0km of road with Mr.\u00a0Hu.
    """
    prose = segment.target.prose
    if prose.isascii():
        return
    if not ("\u00a0" in prose or "\u202f" in prose):
        return
    for match in _HARD.finditer(prose):
        start, end = match.span()
        around = prose[max(0, start - 2) : start] + prose[end : end + 1]
        if end - start > 1 or (len(around) == 3 and around.islower() and around.isalpha()):
            yield mend(
                segment,
                {(start, end): " "},
                "non-breaking space between ordinary words: write a plain one",
                expected=(" ",),
            )


def _spaced(prose: str, start: int, end: int, text: str) -> str:
    body = text.strip()
    if not body:
        return " "
    before, after = prose[start - 1 : start], prose[end : end + 1]
    head = (
        " "
        if (text[0] == " " and body[0] not in _FORBIDS_SPACE_BEFORE) or (body[0] in "([" and before.isalnum())
        else ""
    )
    figures = body in {",", ".", ":"} and before.isdigit() and after.isdigit()
    tail = " " if body[-1] in _WANTS_SPACE_AFTER and after.isalnum() and not figures else ""
    return head + body + tail
