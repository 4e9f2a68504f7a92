"""Attributes and pieces of addresses that leaked into the prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.machine import attributes, inside, pieces
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend, words_around
from toolkit.rules.markup.keeping import kept_link
from toolkit.rules.markup.rebuilding import cured

_TOUCHING = pattern(r"[\s\"“”]{0,2}")
_TORN = pattern(r"\bhttps? ?[:：] ?/ ?/ ?(?=\w)")
_GLUED_URL = pattern(r"(?<=[a-z]{2})([.,;!?]?)(?=https?://)")


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def leaked_attribute(segment: Segment, context: Context) -> Iterator[Flag]:
    """An HTML attribute printed as if it were text.

    The translation took the inside of a link's tag for words; the reader meets `REL = NOFOLLOW` in mid-sentence.

    Known problems: an article on web programming may mean it; formulas such as "x = 5" are left alone.

    Source: HTML Living Standard, 13.1.2.3, "Attributes"; MQM, design and markup.

    Bad:
        en: The bank is on the list «"REL = NOFOLLOW TARGET = _self>» as well as the port.
    Good:
        en: The bank, whose target = 5 percent, is on the list.
    Bad:
        en: See «class = "more" href = "/a"» the annex.
    Good:
        en: See the annex, where E = mc².
    """
    prose = segment.target.prose
    for start, end in attributes(prose):
        before = 1 if start and prose[start - 1] == " " and prose[end : end + 1] in ("", " ") else 0
        message = "a tag's attribute stands in the text: remove it"
        flag = mend(segment, {(start - before, end): ""}, message, at=(start, end))
        kept = kept_link(segment, context, (start, end))
        yield cured(replace(flag, fixes=(kept,)) if kept else flag, context)


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def glued_address(segment: Segment, context: Context) -> Iterator[Flag]:
    """A piece of a web address or of a file name in the sentence, or an address glued to a word.

    What is left of a link's target after the translation tore it up tells the reader nothing.

    Known problems: serial numbers that are spelt like files ("t20240619_2211") are found.

    Source: RFC 3986, section 3 (what an address consists of); MQM, design and markup.

    Bad:
        en: The bank is on the list.«Asia/Page20230105-778812» The port is not.
    Good:
        en: The norm GB/T19001-2016, stock 600519.SH and https://example.org/Page20230105-778812 are in order.
    Bad:
        en: Read all of it on «pagehttps»://example.org today.
    Good:
        en: Read all of it on the page https://example.org today.
    """
    prose = segment.target.prose
    leaked = [*attributes(prose)]
    for start, end in pieces(prose):
        if end - start > 0:
            behind = next(
                (span for span in leaked if span.start >= end and _TOUCHING.fullmatch(prose, end, span.start)), None
            )
            message = f"“{prose[start : min(end, start + 40)]}” is a piece of an address: remove it"
            sure = Applicability.SAFE if behind else Applicability.UNSAFE
            cut = _gap(prose, start, behind.end if behind else end)
            yield cured(mend(segment, cut, message, at=(start, end), applicability=sure), context)
    if "://" in prose:
        for match in _GLUED_URL.finditer(prose):
            at = words_around(prose, *match.span())
            yield mend(
                segment,
                {(match.end(), match.end()): " "},
                "an address is glued to a word: put a space before it",
                at=at,
            )


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def torn_address(segment: Segment, context: Context) -> Iterator[Flag]:
    """A web address with a space or a full-width colon behind its scheme.

    "https: //example.org" is no link, and copied into a browser it leads to a search.

    Known problems: spaces further on in the address are not found.

    Source: RFC 3986, section 3: scheme, colon, two slashes, and no space.

    Bad:
        en: Read «https: //»example.org today.
    Good:
        en: Read https://example.org today.
    """
    prose = segment.target.prose
    for match in _TORN.finditer(prose) if "http" in prose else ():
        right = f"{match[0][:5].rstrip(' :：')}://"
        if match[0] != right and not inside(prose, *match.span()):
            message = f"a torn address: write “{right}”"
            yield cured(mend(segment, {match.span(): right}, message, expected=(right,)), context)


def _gap(prose: str, start: int, end: int) -> dict[tuple[int, int], str]:
    """The edit that takes a stretch out and leaves one space between words, none before a stop."""
    spaced = prose[start - 1 : start] == " "
    after = prose[end : end + 1]
    if spaced and after in (" ", ""):
        return {(start - 1, end): ""}
    joined = not spaced and start > 0 and after.isalnum()
    return {(start, end): " " if joined else ""}
