"""Spaces beside a hyphen."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.machine import inside
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend, words_around

_TORN = pattern(r"(?<=[A-Za-z0-9])(?: -[A-Za-z][A-Za-z0-9]+)+|(?:(?<=\b[A-Z])|(?<=\bCOVID)|(?<=\bCovid)) -\d{1,3}\b")
_TRAILING = pattern(
    r"(?<=[a-z])- (?=[A-Za-z][a-z])(?!(?:and|or|to|nor|but|through|versus|vs|as|in|from|on|for|than)\b)"
)
_CLAUSE = frozenset(
    (
        "a an the and or but which who that this these it he she they we i in on at by for to from with as is are was"
        " not so if when while"
    ).split()
)
_JOINING = frozenset("and or to but nor".split())
_SUFFIXES = frozenset("ing ed er est ness ish ism ist ly ies es".split())


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def space_before_hyphen(segment: Segment, context: Context) -> Iterator[Flag]:
    """A space before the hyphen of a compound.

    Web translation tears "high-end" into "high -end": the reader takes the hyphen for a dash or a minus sign.

    Before a clause or a name it may be a dash that lacks its other space: both ways are then offered, and neither is safe.

    Known problems: none known.

    Source: Chicago Manual of Style 6.80: a hyphen takes no space on either side.

    Bad:
        en: They sell «high -speed» printers.
    Good:
        en: They sell high-speed printers - and ink at -5 degrees.
    Bad:
        en: A «state -of -the -art» press runs all night.
    Good:
        en: The suffix -ing ends the word; inter-regional and -industry trade grew.
    """
    prose = segment.target.prose
    if " -" not in prose:
        return
    for match in _TORN.finditer(prose):
        start, end = match.span()
        parts = match[0].split(" -")[1:]
        at = words_around(prose, start, end)
        hanging = parts[0] in _SUFFIXES or prose[at[0] : start] in _JOINING
        if (hanging and len(parts) == 1) or inside(prose, start, end):
            continue
        joined = prose[at[0] : start] + match[0].replace(" -", "-")
        dash = len(parts) == 1 and (parts[0].lower() in _CLAUSE or (parts[0][0].isupper() and prose[at[0]].islower()))
        edits = {(start + n, start + n + 1): "" for n, char in enumerate(match[0]) if char == " "}
        expected = (prose[at[0] : start] + match[0].replace(" -", " - "), joined) if dash else (joined,)
        message = "a space before a hyphen: write " + " or ".join(f"“{form}”" for form in expected)
        other = parts[0][0].isupper() and " - " in prose
        sure = Applicability.UNSAFE if dash or other else Applicability.SAFE
        yield mend(
            segment,
            {(start + 1, start + 2): "- "} if dash else edits,
            message,
            at=at,
            expected=expected,
            applicability=sure,
        )


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def space_after_hyphen(segment: Segment, context: Context) -> Iterator[Flag]:
    """A space after the hyphen of a compound.

    "well- known" reads as a broken line or an unfinished word.

    Known problems: a hanging hyphen before a word other than and, or, to ("pre- rather than post-war") is found too.

    Source: Chicago Manual of Style 6.80 (hyphens), 7.88 (hanging hyphens keep their space).

    Bad:
        en: She is a «well- known» painter.
    Good:
        en: Both short- and long-term loans fell.
    """
    prose = segment.target.prose
    if "- " not in prose:
        return
    for match in _TRAILING.finditer(prose):
        start, end = match.span()
        at = words_around(prose, start, end)
        joined = prose[at[0] : at[1]].replace("- ", "-")
        dash = prose[end : at[1]] in _CLAUSE or prose[end].isupper()
        sure = Applicability.UNSAFE if dash else Applicability.SAFE
        yield mend(
            segment,
            {(start + 1, end): ""},
            f"a space after a hyphen: write “{joined}”",
            at=at,
            expected=(joined,),
            applicability=sure,
        )
