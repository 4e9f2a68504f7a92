"""Terms of the Chinese that became other words in the English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.alignment.names import phrases
from toolkit.alignment.rendering import Rendering, locate
from toolkit.core import Flag, Segment, Severity, Span
from toolkit.glossary import Match, Term
from toolkit.language.pinyin import letters, spellings
from toolkit.lint import Context, segment_rule
from toolkit.lint.termbase import absent, claim, known_wrong, lost

_SURE = 0.5
_SPELT = 0.95
_WIDE = 40
_SHARE = 3
_SILENT = frozenset(
    "a after all an and as at by china chinese for from in into it its more new of on one or other over people that the "
    "their this three to two under was were will with".split()
)


@segment_rule(severity=Severity.WARNING, category="terminology/wrong term", needs_source=True)
def wrong_rendering(segment: Segment, context: Context) -> Iterator[Flag]:
    """A term of the glossary that stands in the Chinese and became other words in the English.

    A trade has one word for a thing; a word-by-word rendering names nothing, and the term in pinyin less. The words are
    found by the lexicon: those that translate the parts of the term. Where none is found the term may have been left out,
    which is a note.

    Known problems: an accepted rendering that the glossary does not list; a term that the English rightly paraphrases,
    hence a note where the words found are many, or few beside the term.
    Source: the desk's glossary; Multidimensional Quality Metrics, terminology/wrong term.

    Bad:
        glossary: zh=实体清单; en=Entity List
        zh: 该公司被列入实体清单。
        en: The company was put on the physical «list».
    Bad:
        glossary: zh=武统; en=reunification by force
        zh: 学者没有谈到武统。
        en: The scholars did not speak of «Wutong».
    Good:
        glossary: zh=实体清单; en=Entity List
        zh: 该公司被列入实体清单。
        en: The company was put on the Entity List.
    """
    words = context.words(segment)
    source = segment.source.prose if segment.source else ""
    for match in lost(segment, context, _term):
        if known_wrong(match, words):
            continue
        found = _in_pinyin(match, segment, context) or locate(context.lexicon, source, match.span, segment.target.prose)
        if found is None or not _says(segment.target.prose[found.span.start : found.span.end]):
            yield absent(segment, match)
        else:
            severity = (
                Severity.WARNING if found.confidence >= _SURE and _fills(found.span, match, segment) else Severity.NOTE
            )
            yield claim(segment, found.span, match.terms, match, severity=severity)


def _in_pinyin(match: Match, segment: Segment, context: Context) -> Rendering | None:
    """The capitalised words that spell the term instead of translating it."""
    prose, source = segment.target.prose, segment.source.prose if segment.source else ""
    spelt = context.kept(
        f"terms/spelt/{segment.id}", lambda: {letters(prose[slice(*span)]): span for span in phrases(prose)}
    )
    found = next((spelt[said] for said in spellings(source[slice(*match.span)]) if said in spelt), None)
    return Rendering(found, _SPELT, "pinyin") if found else None


def _fills(span: Span, match: Match, segment: Segment) -> bool:
    """Whether words are about as many as the term has: one word of nine is a part of it, and nine for one a paraphrase."""
    rendering = segment.target.prose[span.start : span.end]
    return len(rendering) <= _WIDE and _SHARE * len(rendering.split()) >= len(match.term.en.split())


def _says(rendering: str) -> bool:
    """Whether words can stand for a term: not function words, figures or the country's name alone."""
    return any(word not in _SILENT and len(word) > 1 for word in re.findall(r"[^\W\d_]+", rendering.lower()))


def _term(term: Term) -> bool:
    return not term.is_name and term.type != "title"
