"""Names that are nearly those of the glossary, in a copy that stands alone."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment.names import phrases
from toolkit.alignment.near import Names, Near
from toolkit.core import Cover, Document, Flag, Segment, Severity, Span
from toolkit.core.pattern import pattern
from toolkit.glossary import Term
from toolkit.lint import Context, document_rule
from toolkit.lint.termbase import claim

_SURE = 0.9
_LIKELY = 0.8
_APART = 0.02
_SHORTEST = 5
_WORDS = 2000
_WIDE = frozenset({"", "politics", "general"})
_TITLED = pattern(
    r"\b(?:[Mm]inister|[Ss]ecretary|[Pp]resident|[Pp]remier|[Cc]hairman|[Gg]overnor|[Ss]enator|[Cc]ommissioner|CEO|"
    r"[Aa]mbassador|[Ss]pokes(?:man|woman|person))(?: (?:of|for)(?: [A-Z]\w+){1,4})? $"
)


@document_rule(severity=Severity.ERROR, category="terminology/wrong term")
def near_miss(document: Document, context: Context) -> Iterator[Flag]:
    """A name that is nearly one of the glossary's, in copy whose Chinese is not at hand.

    A machine spells a transcribed name by ear. A word no dictionary knows, close in spelling or sound to one established
    name, is that name misspelt, if the article moves in its field: it holds other concepts of the domain or country, or
    a title stands before it.

    Known problems: another bearer of a like name; hence a warning where only the field speaks for it. Only the first
    2,000 strange words of an article are looked up.
    Source: the desk's glossary; Soundex (Russell 1918) for the sound.

    Bad:
        glossary: type=organisation; zh=阿斯麦; en=ASML; domain=semiconductors
        glossary: zh=光刻机; en=lithography machine; domain=semiconductors
        en: The lithography machines come from «Asmel» of Veldhoven.
    Bad:
        glossary: type=person; zh=埃斯特韦斯; en=Alan Estevez; en_alt=Estevez; domain=politics
        en: He met Under Secretary of Commerce «Estavez» on Monday.
    Good:
        glossary: type=person; zh=埃斯特韦斯; en=Alan Estevez; en_alt=Estevez; domain=politics
        en: He met Under Secretary of Commerce Estevez, and the actor Emilio Esteban, on Monday.
    """
    for segment, span, near in _found(context):
        severity = Severity.ERROR if near.score >= _SURE else Severity.WARNING
        yield claim(segment, span, (near.term,), None, severity=severity, grounds=near.grounds)


def near_names(segment: Segment, context: Context) -> list[tuple[Term, Span]]:
    """The concepts whose names stand misspelt in a paragraph without Chinese, and where."""
    return context.kept("names/near-names", lambda: _grouped(context)).get(segment.id, [])


def _grouped(context: Context) -> dict[str, list[tuple[Term, Span]]]:
    groups: dict[str, list[tuple[Term, Span]]] = {}
    for segment, span, near in _found(context):
        groups.setdefault(segment.id, []).append((near.term, span))
    return groups


def _found(context: Context) -> list[tuple[Segment, Span, Near]]:
    return context.kept("names/near-miss", lambda: _near(context.document, context))


def _near(document: Document, context: Context) -> list[tuple[Segment, Span, Near]]:
    """Every near miss of a document; a word that is one anywhere is one everywhere."""
    if document.source is not None:
        return []
    spans = [(segment, span) for segment in document.segments for span in _strange(segment, context)]
    if not spans:
        return []
    names = context.glossary.kept("names/near-miss", lambda: Names(context.glossary.terms))
    alike: dict[str, list[Near]] = {}
    known: dict[str, Near] = {}
    for segment, span in spans:
        word = segment.target.prose[span.start : span.end]
        if word not in alike:
            alike[word] = names.nearest(word, least=_LIKELY) if len(alike) < _WORDS else []
        near = _best(segment, span, alike[word], context) if alike[word] and word not in known else None
        if near is not None:
            known[word] = near
    said = ((segment, span, known.get(segment.target.prose[span.start : span.end])) for segment, span in spans)
    return [(segment, span, near) for segment, span, near in said if near is not None]


def _strange(segment: Segment, context: Context) -> Iterator[Span]:
    """Capitalised words that neither the glossary nor the lexicon knows."""
    prose, words = segment.target.prose, context.words(segment)
    indexes = context.glossary.accepted, context.glossary.forbidden
    taken = Cover(hit.span for index in indexes for hit in index.find(words))
    for start, end in phrases(prose, longest=1):
        span = Span(start, end - 2 if prose[end - 2 : end] in ("'s", "’s") else end)
        word = prose[span.start : span.end]
        if len(word) < _SHORTEST or not word[1:].islower() or context.lexicon.knows(word):
            continue
        if not taken.overlaps(span):
            yield span


def _best(segment: Segment, span: Span, alike: list[Near], context: Context) -> Near | None:
    """The one name that a strange word resembles in its field."""
    found = [near for near in alike if _speaks(near.term, segment, span, context)]
    if not found or any(near.form != found[0].form and near.score > found[0].score - _APART for near in found[1:]):
        return None
    return found[0]


def _speaks(term: Term, segment: Segment, span: Span, context: Context) -> bool:
    """Whether the sentence speaks for the concept: a title before a person, another concept of a firm's field."""
    prose = segment.target.prose
    if term.type == "person":
        return _TITLED.search(prose, max(0, span.start - 60), span.start) is not None
    start, end = prose.rfind(". ", 0, span.start) + 1, prose.find(". ", span.end)
    sentence = Span(start, end if end > 0 else len(prose))
    return term.domain not in _WIDE and term.domain in _fields(segment, sentence, context)


def _fields(segment: Segment, sentence: Span, context: Context) -> frozenset[str]:
    """The domains of the concepts in a sentence."""
    hits = context.glossary.accepted.find(context.words(segment))
    return context.kept(
        f"names/near-miss/{segment.id}/{sentence.start}",
        lambda: frozenset(hit.term.domain for hit in hits if hit.span.overlaps(sentence)),
    )
