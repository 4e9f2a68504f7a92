"""Marks without their partner, judged over the whole article: a quotation may run over several paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from toolkit.core import Applicability, Document, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.quotation import Mark, brackets, quotations
from toolkit.lint import Context, document_rule
from toolkit.lint.mend import mend

_REACH = 6
_SPEAKER = pattern(
    r"[^\"“”\n]{0,2000}?(?P<last>\w[\w’'-]{0,30}[,?!]) (?!(?:wh\w+|that|as|and|but|or|if|to|in|for|with|so|because)\b)"
    r"(?:(?:[\w’'-]{1,30}|(?:[A-Z]|M[rs]|Mrs|Dr)\.) ){1,8}?(?:said|says|added|told|noted|wrote|stressed)\b"
)


class _Loose(NamedTuple):
    """A mark without partner: its segment, the number of its line in the article, the mark."""

    segment: Segment
    line: int
    mark: Mark


@document_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def unbalanced_quotation(document: Document, context: Context) -> Iterator[Flag]:
    """A quotation that is opened and never closed, or closed and never opened.

    The reader cannot tell whose words they are: the minister's or the newspaper's. Where a speaker is named after a comma,
    the finding points at the word that the closing mark belongs to.

    Known problems: single marks are not judged, since they look like apostrophes; a mark for inches is left out where
    it follows a figure. Where quotations are carried on, at the edge of a
    paragraph or after "she said, ", it is a note.

    Source: Chicago Manual of Style 13.32; Associated Press Stylebook, "quotation marks": a quotation of several
    paragraphs opens each of them and closes only the last.

    Bad:
        en: The mayor said: «"»We will rebuild the bridge.
        en: The work begins in May.
    Good:
        en: The mayor said: "We will rebuild the bridge.
        en: "The work begins in May," she said of the 27" pipes.
    Bad:
        en: "We will rebuild the «bridge,» the mayor said on Friday.
    Good:
        en: "We will rebuild the bridge," the mayor said on Friday.
    Bad:
        en: We will rebuild the bridge«”», the mayor said.
    Good:
        en: “We will rebuild the bridge.
        en: The work begins in May,” she said.
    """
    for loose in _unresolved(document, quotations, '"“”'):
        prose, at = loose.segment.target.prose, loose.mark.at
        glyph, end = prose[at], at + loose.mark.width
        if loose.mark.opens and (last := _SPEAKER.match(prose, end)):
            yield _unclosed(loose.segment, last.span("last"), "”" if glyph == "“" else glyph)
            continue
        weak = Severity.NOTE if _may_run_on(prose, at, end, opens=loose.mark.opens) else None
        wrong = (
            "is never closed: close the quotation"
            if loose.mark.opens
            else "closes nothing: open the quotation, or drop it"
        )
        yield Flag(loose.segment.target_at((at, end)), f"the mark {glyph} {wrong}", severity=weak)


@document_rule(severity=Severity.WARNING, category="linguistic conventions/punctuation")
def unbalanced_bracket(document: Document, context: Context) -> Iterator[Flag]:
    """A round or square bracket without its partner.

    The aside never ends, or a sentence ends that never began.

    Known problems: labels of a list, "a)" or "2)", are left out where a space or nothing stands before them.

    Source: Chicago Manual of Style 6.95: brackets come in pairs.

    Bad:
        en: The bank «(»a branch of the Asian group closed on Friday.
    Good:
        en: The bank (a branch of the group) has two tasks: a) lending, b) saving. :)
    """
    for loose in _unresolved(document, brackets, "()[]"):
        glyph = loose.segment.target.prose[loose.mark.at]
        wrong = "is never closed" if loose.mark.opens else "closes nothing"
        yield Flag(
            loose.segment.target_at((loose.mark.at, loose.mark.at + 1)),
            f"the bracket {glyph} {wrong}: add its partner, or drop it",
        )


def _unclosed(segment: Segment, last: tuple[int, int], glyph: str) -> Flag:
    """The quotation that ends at the range `last`, its last word with its comma, and lacks its closing mark there."""
    expected = segment.target.prose[slice(*last)] + glyph
    message = f"the quotation is never closed: write “{expected}”"
    edits = {(last[1], last[1]): glyph}
    return mend(segment, edits, message, at=last, expected=(expected,), applicability=Applicability.UNSAFE)


def _may_run_on(prose: str, at: int, end: int, *, opens: bool) -> bool:
    """Whether the mark stands where quotations are carried over: at the edge of a line, or after "he said, "."""
    edge = prose[max(0, at - 1) : at] in ("", "\n") or prose[end : end + 1] in ("", "\n")
    return edge or (opens and prose[max(0, at - 2) : at] in (", ", ": "))


def _unresolved(document: Document, read: Callable[[str], tuple[Mark, ...]], glyphs: str) -> Iterator[_Loose]:
    lines: list[tuple[Segment, int, str]] = []
    for segment in document.segments:
        prose = segment.target.prose
        if "\n" not in prose:
            lines.append((segment, 0, prose))
            continue
        at = 0
        for line in prose.split("\n"):
            lines.append((segment, at, line))
            at += len(line) + 1
    loose = list(_loose(lines, read, glyphs))
    taken: set[int] = set()
    for n, one in enumerate(loose):
        if one.mark.opens and n not in taken:
            partner = n + 1
            if partner < len(loose) and not loose[partner].mark.opens and loose[partner].line - one.line <= _REACH:
                taken |= {n, partner}
            elif one.line + 1 < len(lines) and lines[one.line + 1][2].lstrip()[:1] in ('"', "“") and glyphs[0] == '"':
                taken.add(n)
    return (one for n, one in enumerate(loose) if n not in taken)


def _loose(
    lines: Iterable[tuple[Segment, int, str]], read: Callable[[str], tuple[Mark, ...]], glyphs: str
) -> Iterator[_Loose]:
    for number, (segment, at, line) in enumerate(lines):
        if any(map(line.__contains__, glyphs)):
            for mark in read(line):
                if mark.partner < 0:
                    yield _Loose(segment, number, mark._replace(at=at + mark.at))
