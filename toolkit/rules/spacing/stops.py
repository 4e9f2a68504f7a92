"""Spaces before and after full stops, commas and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.machine import inside
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend, run_around, words_around

_BEFORE = pattern(r"(?<=[^\s.,;:!?]) +([.,;:!?])(?![.,;:!?=\d)(/\\-])(?! [.])")
_DOTTED_NAME = pattern(r"\.(?:[a-z]|[A-Z]{2}|Net\b)")
_STOP = pattern(r"[.][\"”’“‘(\[]{0,2}(?=[A-Z])")
_ASKED = pattern(r"[!?][\"”’“‘(\[]{0,2}(?=[A-Z])")
_RIGHT = pattern(r"[A-Z][A-Za-z0-9’']*")
_OPENERS = frozenset("The This That In It He She They We But However According As And On At If".split())
_NOT_A_SENTENCE = frozenset(
    "COM NET ORG EDU GOV CN HK TW UK JS PDF HTML HTM JPG PNG DOC XLS ZIP EXE TXT Com Net Org Js Cn Io".split()
)
_DEGREES = frozenset("Ph M B D Ed Sc".split())
_CLOSING_QUOTES = frozenset('"”’')
_ENDS = tuple('%)]”"’')
_NUMBERED = pattern(r"(?:^|\n)\s*\d{1,3}$")
_ENTITY = pattern(r"[&＆] ?#?\w{2,8}$")
_COMMA = pattern(r",(?=[A-Za-z(]|‘)")
_COLON = pattern(r";(?=[A-Za-z(]|‘)|:(?=[A-Z][a-z]{2}|“)")


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def space_before_stop(segment: Segment, context: Context) -> Iterator[Flag]:
    """A space before a full stop, comma, colon, semicolon, question or exclamation mark.

    The mark seems to belong to what follows; in "the plan .The mayor" it does so in print. After a quotation mark it is
    a note.

    One such space before a plain word's stop is a slip of the hand, and its fix is unsafe. It is a machine's, and safe to
    take out, where the stop is glued to the next word, behind a mark where pieces were joined, and where the paragraph has
    more than one.

    Known problems: French typography keeps a space before : ; ! ?, so a French quotation is found.

    Source: Chicago Manual of Style 6.7: one space after a mark of punctuation, none before.

    Bad:
        en: The vote was «close .»
    Good:
        en: The vote was close. It used .NET and cost .5 cents …
    Bad:
        en: The vote was «close .The» mayor won.
    Good:
        en: The vote was close. The mayor won.
    """
    prose = segment.target.prose
    if not (" ." in prose or " ," in prose or " ;" in prose or " :" in prose or " ?" in prose or " !" in prose):
        return
    found = [match for match in _BEFORE.finditer(prose) if not _is_named(prose, match)]
    for match in found:
        start, end = match.span()
        glued = prose[end : end + 1].isalnum()
        torn = glued or len(found) > 1 or not prose[start - 1].isalnum()
        left, right = run_around(prose, start, end)[0], words_around(prose, start, end)[1]
        weak = Severity.NOTE if prose[start - 1] in _CLOSING_QUOTES else None
        at = (left, right if glued else end)
        fixed = match[1] + " " if glued else match[1]
        expected = prose[at[0] : start] + fixed + (prose[end:right] if glued else "")
        yield mend(
            segment,
            {(start, end): fixed},
            f"a space before “{match[1]}”: write “{expected}”",
            at=at,
            expected=(expected,),
            severity=weak,
            applicability=Applicability.SAFE if torn else Applicability.UNSAFE,
        )


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def missing_space_after_sentence(segment: Segment, context: Context) -> Iterator[Flag]:
    """Two sentences with no space between them.

    Web translation loses the space where a link or a line ended: "disruption.The" reads as one odd name.

    Known problems: a product spelt with a stop and a capital ("Foo.Bar") is found unless it is an address.

    Source: Chicago Manual of Style 6.7: one space between sentences.

    Bad:
        en: The bridge «closed.The» ferry runs.
    Good:
        en: The bridge closed. Read Example.com or Node.js, said J.K. Hill, Ph.D., of the U.S. Senate (600123.SH).
    Bad:
        en: The bridge is «shut."Nobody» may cross," he said.
    Good:
        en: He said: "The bridge is shut." Nobody crossed.
    """
    prose = segment.target.prose
    asked = "?" in prose or "!" in prose
    for match in (*_STOP.finditer(prose), *(_ASKED.finditer(prose) if asked else ())):
        stop, end = match.span()
        right = _RIGHT.match(prose, end)
        left, edge = words_around(prose, stop, end)
        if right is None or not _opens_sentence(prose, left, stop, right) or inside(prose, left, end + 1):
            continue
        gap = _gap(prose, stop, end)
        at = (left if left < stop else max(0, words_around(prose, stop - 1, stop - 1)[0]), edge)
        expected = f"{prose[at[0] : gap]} {prose[gap:edge]}"
        weak = Severity.NOTE if _NUMBERED.search(prose, max(0, stop - 6), stop) else None
        yield mend(
            segment,
            {(gap, gap): " "},
            f"no space between sentences: write “{expected}”",
            at=at,
            expected=(expected,),
            severity=weak,
        )


@segment_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def missing_space_after_comma(segment: Segment, context: Context) -> Iterator[Flag]:
    """A comma, semicolon or colon glued to the next word.

    Chinese marks carry their own space; the halves of "prices fell,but" need one in English.

    Known problems: names written with a colon and no space ("Re:Zero") are found; behind a colon the fix is unsafe.

    Source: Chicago Manual of Style 6.7: one space after a mark of punctuation.

    Bad:
        en: Prices «fell,but» wages rose.
    Good:
        en: Prices fell, but wages rose to 1,200 yuan at 10:30 (f(x,y) is given).
    """
    prose = segment.target.prose
    marked = ";" in prose or ":" in prose
    for match in (*_COMMA.finditer(prose), *(_COLON.finditer(prose) if marked else ())):
        start, end = match.span()
        before = prose[start - 1 : start] if start else ""
        if not (before.isascii() and before.isalpha() if match[0] != ":" else before.islower()) and before not in (
            ")",
            "”",
            "’",
        ):
            continue
        left, right = words_around(prose, start, end)
        short = right - left <= 3 and prose[start] == ","
        entity = prose[start] == ";" and _ENTITY.search(prose, max(0, start - 12), start)
        if short or entity or inside(prose, start, end):
            continue
        expected = f"{prose[left:end]} {prose[end:right]}"
        yield mend(
            segment,
            {(end, end): " "},
            f"no space after “{prose[start]}”: write “{expected}”",
            at=(left, right),
            expected=(expected,),
            applicability=Applicability.UNSAFE if prose[start] == ":" else Applicability.SAFE,
        )


def _is_named(prose: str, match: re.Match[str]) -> bool:
    """Whether the stop begins a name such as ".NET", ends an entity, or lies in an address or a leaked attribute."""
    start, end = match.span()
    named = (match[1] == "." and _DOTTED_NAME.match(prose, end - 1)) or (
        match[1] == ";" and _ENTITY.search(prose, max(0, start - 12), start)
    )
    return bool(named) or inside(prose, start, end)


def _opens_sentence(prose: str, left: int, stop: int, right: re.Match[str]) -> bool:
    word, before = right[0], prose[left:stop]
    if word in _NOT_A_SENTENCE or before in _DEGREES or before in {"Yahoo", "Jeopardy"}:
        return False
    if before.isdigit() and len(word) <= 2:
        return False
    if before.isupper() and before.isalpha():
        return word in _OPENERS if len(before) == 1 else word[1:2].islower()
    if not before and prose[stop - 1 : stop] not in _ENDS:
        return False
    after = prose[right.end() : right.end() + 1]
    return len(word) > 1 or (word in "AI" and after in (" ", "’", "'"))


def _gap(prose: str, stop: int, end: int) -> int:
    """Where the space belongs: after closing marks, before opening ones; a straight mark is read by parity."""
    if prose[stop + 1 : end] == '""':
        return stop + 2
    for at in range(stop + 1, end):
        if prose[at] in "“‘([":
            return at
        if prose[at] == '"':
            line = prose.rfind("\n", max(0, at - 4000), at) + 1 or max(0, at - 4000)
            if prose.count('"', line, at) % 2 == 0:
                return at
    return end
