"""Abbreviations, headlines, quotation marks, courtesy titles and currency as the house writes them."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Applicability, Document, Flag, Kind, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.quotation import quotations
from toolkit.lint import Context, document_rule, segment_rule
from toolkit.lint.lists import STYLE
from toolkit.lint.mend import mend

_DOTTED = pattern(r"\bU\.(?:S|K|N)\.(?![A-Z]\.)")
_UNDOTTED = pattern(r"(?<![\w$&/-])(?:US|UK|UN)(?![\w$&/])")
_SENTENCE_ENDS = pattern(r"\s+[“\"]?[A-Z]|\s*$|[”\"]?\s*$")
_SHORTENED = pattern(r"(?:\b[A-Za-z]\.[A-Za-z]|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|No|St|al)|\.)$")
_COURTESY = pattern(r"\b(?:Mr|Mrs|Ms)\.? (?=[A-Z][a-z])")
_RMB = pattern(r"\b(?:RMB|CNY) ?(\d[\d,]*(?:\.\d+)?(?: (?:million|billion|trillion|mln|bln|bn))?)(?: yuan)?\b")


@segment_rule(severity=Severity.WARNING, category=STYLE, default=False)
def off_style_country(segment: Segment, context: Context, *, dots: bool = False) -> Iterator[Flag]:
    """US, UK or UN with full stops where the house writes none, or without where it writes them.

    Option `dots`: the house writes U.S.; else US.

    Known problems: at the end of a sentence the last full stop may be the sentence's own; the fix is not safe there.

    Source: Reuters Handbook (U.S.), Xinhua style sheet (U.S.), the Economist style guide (US).

    Bad:
        en: The «U.S.» market and the «U.K.» market fell.
    Good:
        en: The US market and the UK market fell, in US$.
    """
    prose = segment.target.prose
    for match in (_UNDOTTED if dots else _DOTTED).finditer(prose):
        start, end = match.span()
        right = "".join(f"{letter}." for letter in match[0]) if dots else match[0].replace(".", "")
        ends = not dots and _SENTENCE_ENDS.match(prose, end) is not None
        sure = Applicability.UNSAFE if ends else Applicability.SAFE
        message = f"“{match[0]}”: write “{right}”"
        yield mend(segment, {(start, end): right}, message, expected=(right,), applicability=sure)


@segment_rule(severity=Severity.WARNING, category=STYLE, default=False)
def headline_full_stop(segment: Segment, context: Context) -> Iterator[Flag]:
    """A full stop at the end of a headline.

    Known problems: a headline of two sentences keeps the first stop, and only the last is found.

    Source: Associated Press Stylebook, "headlines"; Xinhua style sheet: no full stop.

    Bad:
        format: markdown
        en: # Chip exports rise«.»
    Good:
        format: markdown
        en: # Chip exports rise in the U.S.
    """
    prose = segment.target.prose
    stop = len(prose) - 1
    if segment.kind is Kind.HEADLINE and prose.endswith(".") and not _SHORTENED.search(prose, max(0, stop - 8), stop):
        yield mend(segment, {(stop, stop + 1): ""}, "a full stop ends the headline: remove it")


@document_rule(severity=Severity.WARNING, category=STYLE, default=False)
def mixed_quotation_marks(document: Document, context: Context) -> Iterator[Flag]:
    """Straight and curly quotation marks in one article.

    Known problems: only double marks are compared; those of the kind used less are found, one by one.

    Source: Chicago Manual of Style 6.115: directional marks, throughout; wire services send straight ones, throughout.

    Bad:
        en: "Yes," she said, "we will," and he said: «“»No.«”»
    Good:
        en: "Yes," she said, "we will," and he said: "No."
    """
    found = [(segment, mark) for segment in document.segments for mark in quotations(segment.target.prose)]
    straight = sum(segment.target.prose[mark.at] == '"' for segment, mark in found)
    for segment, mark in found:
        glyph = segment.target.prose[mark.at]
        right = '"' if 2 * straight >= len(found) else "“" if mark.opens else "”"
        if mark.width == 1 and (glyph == '"') != (right == '"'):
            sure = Applicability.SAFE if mark.partner >= 0 else Applicability.UNSAFE
            message = f"{glyph}, but elsewhere {right}: write one kind"
            span = (mark.at, mark.at + 1)
            yield mend(segment, {span: right}, message, expected=(right,), applicability=sure)


@segment_rule(severity=Severity.WARNING, category=STYLE, default=False)
def courtesy_title(segment: Segment, context: Context) -> Iterator[Flag]:
    """Mr., Mrs. or Ms. before a name.

    Known problems: quotations keep them; they are found all the same.

    Source: Associated Press Stylebook, "courtesy titles"; Reuters Handbook: none in news copy.

    Bad:
        en: The bank named «Mr.» Hill.
    Good:
        en: The bank named Hill, "Mr. 5 percent".
    """
    for match in _COURTESY.finditer(segment.target.prose):
        at = (match.start(), match.end() - 1)
        sure = Applicability.UNSAFE
        yield mend(segment, {match.span(): ""}, f"“{match[0].strip()}”: leave it out", at=at, applicability=sure)


@segment_rule(severity=Severity.WARNING, category=STYLE, default=False)
def currency_code(segment: Segment, context: Context) -> Iterator[Flag]:
    """RMB or CNY before a figure where the house writes yuan after it.

    Known problems: tables and tickers use the code by right.

    Source: Xinhua style sheet, currencies; Associated Press Stylebook, "yuan".

    Bad:
        en: The plant cost «RMB 5,000».
    Good:
        en: The plant cost 5,000 yuan; the RMB rose.
    """
    for match in _RMB.finditer(segment.target.prose):
        right = f"{match[1]} yuan"
        yield mend(segment, {match.span(): right}, f"“{match[0]}”: write “{right}”", expected=(right,))
