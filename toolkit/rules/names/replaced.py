"""Names of the glossary that became other names."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment.bearers import Board, Lost
from toolkit.alignment.names import again, goes_on, phrases, preceded
from toolkit.core import Cover, Flag, Segment, Severity, Span
from toolkit.glossary import Match
from toolkit.lint import Context, segment_rule
from toolkit.lint.termbase import claim
from toolkit.rules.names.known import lost_names, misspelt

_SURE = 0.9
_LIKELY = {"person": 0.6, "organisation": 0.85, "outlet": 0.85, "place": 0.9}
"""From what confidence on a replacement is told: firms and places have many names that are also words."""
_CROWDED = 300


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def replaced_name(segment: Segment, context: Context) -> Iterator[Flag]:
    """A name of the glossary that became another name altogether.

    The words look like a name and are somebody else's, or nobody's: a machine that does not know 岸田文雄 writes a prime
    minister whom it knows. What stands in the Chinese and is rendered nowhere, and what stands in the English without an
    origin, are brought together by their sound, by the words around them, by their place in the paragraph and by their
    kind; `--explain` shows the weights.

    Known problems: a name that the English leaves out while another has an origin that the lexicon does not know. In a
    paragraph with more than 300 capitalised words nothing is looked for.
    Source: the desk's glossary; Multidimensional Quality Metrics, accuracy/mistranslation.

    Bad:
        glossary: type=person; zh=岸田文雄; en=Fumio Kishida; en_alt=Kishida
        zh: 岸田文雄表示反对。
        en: «Shinzo Abe» said he was opposed.
    Bad:
        glossary: type=outlet; id=cns; zh=中新网; en=China News Service
        glossary: type=outlet; id=xinhua; zh=新华社; en=Xinhua; en_alt=Xinhua News
        zh: 他接受中新网记者采访。
        en: He spoke to a reporter from «Xinhua News».
    Good:
        glossary: type=person; zh=岸田文雄; en=Fumio Kishida; en_alt=Kishida
        zh: 岸田文雄表示反对。
        en: Kishida said he was opposed, as Shinzo Abe had been.
    """
    done = {match.term.id for match, _ in misspelt(segment, context)}
    matches = {_lost(match): match for match in lost_names(segment, context) if match.term.id not in done}
    prose = segment.target.prose
    if not matches or not segment.source or len(phrases(prose, 1)) > _CROWDED:
        return
    for lost, bearer in _board(segment, context).bearers(matches).items():
        if bearer.confidence >= _LIKELY[lost.kind]:
            severity = Severity.ERROR if bearer.confidence >= _SURE else Severity.WARNING
            for span in again(prose, bearer.span):
                match = matches[lost]
                yield claim(segment, span, match.terms, match, severity=severity, grounds=bearer.grounds)


def _lost(match: Match) -> Lost:
    return Lost(match.span, match.term.targets, match.term.type)


def _board(segment: Segment, context: Context) -> Board:
    """The paragraph with what is known of its English: renderings, words that are no names, and names of nobody there."""
    hits = context.glossary.accepted.find(context.words(segment))
    present = {term.id for match in context.matches(segment) for term in match.terms}
    named = {span for _, found in misspelt(segment, context) for span in again(segment.target.prose, found.span)}
    taken = named.union(hit.span for hit in hits if hit.term.id in present or not hit.term.is_name)
    others = {hit.span: hit.term.type for hit in hits if hit.term.is_name and _whole(segment.target.prose, hit.span)}
    cover = Cover(taken)
    strange = {span: kind for span, kind in others.items() if not cover.overlaps(span)}
    source = segment.source.prose if segment.source else ""
    return Board(source, segment.target.prose, context.lexicon, taken, strange)


def _whole(prose: str, span: Span) -> bool:
    """Whether capitalised words are no part of a longer name, one of several words or standing by itself."""
    if not prose[span.start].isupper() or goes_on(prose, span):
        return False
    return " " in prose[span.start : span.end] or not preceded(prose, span)
