"""Sentences that begin small, words stranded as sentences, and marks of punctuation put twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.machine import inside
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend

_LOWER = pattern(r"[.] ([a-z]{2,20})\b")
_LOWER_ASKED = pattern(r"[!?] ([a-z]{2,20})\b")
_LOWER_AFTER = frozenset("de van von da di al el bin la le der ten dos du".split())
_SHORT = pattern(
    r"\b(?:etc|vs|approx|inc|ltd|corp|dept|est|fig|figs|vol|ave|blvd|max|min|sec|pop|cf|ibid|seq|ext|cap|avg|misc|govt|assn|bros|com)$",
    re.IGNORECASE,
)
_ALONE = pattern(r"[.][ ]?([A-Z][a-z]{3,20})[.](?=\s|$)")
_MARKS_TWICE = pattern(r"[.,;:!?][ ]?[.,;:](?![.,;:!?\w])")
_TWO_MARKS = frozenset(",, ,. ,; ;; ;, ;. :; :, :. !, !; !. ?, ?; ?. .. .; .:".split())
_MARKS = frozenset(".,;:!?")
_SHORTENED = pattern(r"(?:\b[A-Z]|\b(?:Inc|Ltd|Co|Corp|etc|al|Jr|Sr|St|No|[ap]\.m))\.?$")


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/spelling")
def lower_case_sentence(segment: Segment, context: Context) -> Iterator[Flag]:
    """A sentence that begins with a small letter.

    Either the full stop or the small letter is wrong.

    Known problems: an abbreviation that we do not know, and a brand that is spelt small, are found.

    Source: Chicago Manual of Style 8.1: a sentence begins with a capital.

    Bad:
        en: The bridge closed. «the» ferry runs.
    Good:
        en: The bridge closed. The ferry, pumps etc. and iPhones vs. eBay run.
    """
    prose = segment.target.prose
    asked = "? " in prose or "! " in prose
    for match in (*_LOWER.finditer(prose), *(_LOWER_ASKED.finditer(prose) if asked else ())):
        word = match[1]
        if (
            word in _LOWER_AFTER
            or not _ends_word(prose, match.start())
            or _SHORT.search(prose, max(0, match.start() - 8), match.start())
            or inside(prose, *match.span(1))
        ):
            continue
        capital = word.capitalize()
        yield mend(
            segment,
            {match.span(1): capital},
            f"a sentence begins with a small letter: write “{capital}”",
            expected=(capital,),
            applicability=Applicability.UNSAFE,
        )


@segment_rule(severity=Severity.NOTE, category="linguistic conventions/grammar")
def stranded_word(segment: Segment, context: Context) -> Iterator[Flag]:
    """A single word that stands as a sentence after another.

    The tail of a sentence was cut off by a link or a line: "… in Europe.Maker."

    Known problems: exclamations and answers of one word are found; it is a note.

    Source: MQM, linguistic conventions/grammar: fragment.

    Bad:
        en: It limits sales to Europe. «Maker.»
    Good:
        en: It limits sales to makers in Europe. Makers object.
    """
    prose = segment.target.prose
    for match in _ALONE.finditer(prose):
        start = match.start(1)
        if not (prose[match.start() - 1] == ")" or _ends_word(prose, match.start())):
            continue
        yield Flag(
            segment.target_at((start, match.end())), f"“{match[1]}.” is no sentence: join it to the words it belongs to"
        )


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def doubled_punctuation(segment: Segment, context: Context) -> Iterator[Flag]:
    """Two marks of punctuation where one should stand.

    The Chinese mark and the English one were both kept.

    Known problems: two full stops may be a broken ellipsis; only at the end of a paragraph is their fix safe. Between two
    marks that differ a word may have fallen out, so none of their fixes is.

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
        if marks not in _TWO_MARKS or (" " in match[0] and marks[0] not in ",;") or prose[start - 1 : start] in _MARKS:
            continue
        if inside(prose, start, end) or (
            (marks in {".;", ".:"}) and _SHORTENED.search(prose, max(0, start - 8), start)
        ):
            continue
        one = next((mark for mark in "?!" if mark in marks), "." if "." in marks else marks[0])
        safe = marks in {",,", ";;"} or (marks == ".." and end == len(prose))
        sure = Applicability.SAFE if safe else Applicability.UNSAFE
        yield mend(
            segment, {(start, end): one}, f"two marks “{match[0]}”: write “{one}”", expected=(one,), applicability=sure
        )


def _ends_word(prose: str, stop: int) -> bool:
    """Whether a word of three small letters or more ends at `stop`."""
    before = prose[max(0, stop - 3) : stop]
    return len(before) == 3 and before.isalpha() and before.islower()
