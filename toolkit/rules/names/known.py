"""Names of the glossary that the Chinese holds, and names that it forbids."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment.names import again, clipped, mangled, phrases
from toolkit.alignment.readings import readable
from toolkit.alignment.rendering import Rendering, locate
from toolkit.core import Applicability, Flag, Segment, Severity, Span
from toolkit.core.pattern import pattern
from toolkit.glossary import Match, Term
from toolkit.lint import Context, segment_rule
from toolkit.lint.termbase import claim, forbidden, known_wrong, lost

_SURE = 0.75
_CERTAIN = 0.83
_ALL_BUT = 0.95
_GLOSSED = 0.4
_JOINT = pattern(r"(?: (?:and|for|of|the))+$")
_WORK = 40_000
_PARTS = 4
_LEAST = {"person": 0.65, "organisation": 0.0, "outlet": 0.0, "place": 0.75}
"""How like a name words must be; places are many and short, and firms are also rendered word by word."""


@segment_rule(severity=Severity.ERROR, category="terminology/wrong term", needs_source=True)
def wrong_rendering(segment: Segment, context: Context) -> Iterator[Flag]:
    """A name of the glossary that stands in the Chinese and became something else in the English.

    A reader cannot look up a minister under a machine's guess. The words are found by their likeness to the accepted
    name or to the pinyin of the Chinese.

    Known problems: a name the glossary knows under too few variants; another person with a like name. In a paragraph
    crowded with capitals only the first of the lost names are looked for.
    Source: the desk's glossary; Multidimensional Quality Metrics, terminology/wrong term.

    Bad:
        glossary: type=organisation; zh=阿斯麦; en=ASML
        zh: 阿斯麦拒绝置评。
        en: «Asimai» declined to comment.
    Bad:
        glossary: type=person; zh=夏立言; en=Andrew Hsia; en_alt=Hsia
        zh: 夏立言周三返回台北。
        en: «Xia Liyan» returned to Taipei on Wednesday.
    Good:
        glossary: type=organisation; zh=阿斯麦; en=ASML
        zh: 阿斯麦拒绝置评。
        en: ASML declined to comment.
    """
    prose = segment.target.prose
    for match, found in misspelt(segment, context):
        severity = Severity.ERROR if found.confidence >= _SURE else Severity.WARNING
        sure = Applicability.SAFE if found.confidence >= _CERTAIN else Applicability.UNSAFE
        for span in again(prose, found.span):
            yield claim(segment, span, match.terms, match, applicability=sure, severity=severity, grounds=found.grounds)


def lost_names(segment: Segment, context: Context) -> list[Match]:
    """The names of the glossary in the Chinese of a paragraph that neither a right form nor a forbidden one renders."""

    def found() -> list[Match]:
        words = context.words(segment)
        return [match for match in lost(segment, context, _name) if not known_wrong(match, words)]

    return context.kept(f"names/lost/{segment.id}", found)


def misspelt(segment: Segment, context: Context) -> list[tuple[Match, Rendering]]:
    """Which of the lost names stand misspelt in the English, or put into English word by word."""
    return context.kept(f"names/misspelt/{segment.id}", lambda: list(_misspelt(segment, context)))


def _misspelt(segment: Segment, context: Context) -> Iterator[tuple[Match, Rendering]]:
    matches = lost_names(segment, context)
    if not matches:
        return
    source, prose = segment.source.prose if segment.source else "", segment.target.prose
    present = {term.id for match in context.matches(segment) for term in match.terms}
    hits = context.glossary.accepted.find(context.words(segment))
    taken = [hit.span for hit in hits if hit.term.id in present]
    others = [hit.span for hit in hits if hit.term.id not in present]

    def known(word: str) -> bool:
        return context.lexicon.knows(word) or readable(word, source)

    for match in matches[: 1 + _WORK // (1 + len(phrases(prose)))]:
        zh = source[match.span.start : match.span.end]
        found = mangled(match.term.targets, zh, prose, taken, known)
        if found is None and match.term.type == "person":
            found = clipped(zh, source, prose, taken)
        if found is None and match.term.type in ("outlet", "organisation"):
            found = _glossed(match, segment, context, taken)
        if found is None or found.confidence < _LEAST[match.term.type] or _another(found, others):
            continue
        taken += again(prose, found.span)
        if prose[slice(*found.span)].casefold() not in {form.casefold() for form in match.term.targets}:
            yield match, found


def _another(found: Rendering, others: list[Span]) -> bool:
    """Whether the words are wholly other concepts' right names, and not nearly this one's."""
    rest = set(range(*found.span))
    for other in others:
        rest -= set(range(other.start, other.end + 1))
    return found.confidence < _ALL_BUT and not rest


def _glossed(match: Match, segment: Segment, context: Context, taken: list[Span]) -> Rendering | None:
    """The capitalised words that translate the parts of a name word by word."""
    source, prose = segment.source.prose if segment.source else "", segment.target.prose
    if match.span.end - match.span.start < _PARTS:
        return None
    found = locate(context.lexicon, source, match.span, prose)
    if found is None or found.confidence < _GLOSSED or not prose[found.span.start].isupper():
        return None
    around = [
        span for span in phrases(prose, longest=5) if span.start <= found.span.start and found.span.end <= span.end
    ]
    joint = _JOINT.search(prose, *found.span)
    whole = Span(found.span.start, joint.start()) if joint else found.span
    widest = max(around, key=lambda span: span.end - span.start, default=whole)
    if any(widest.overlaps(other) for other in taken) or " " not in prose[widest.start : widest.end]:
        return None
    return Rendering(widest, found.confidence / 2, found.how)


@segment_rule(severity=Severity.ERROR, category="terminology/wrong term")
def forbidden_rendering(segment: Segment, context: Context) -> Iterator[Flag]:
    """A rendering that the glossary forbids for a person, organisation, place or outlet.

    Machines return to the same wrong names; the termbase remembers them, also for a copy that stands alone.

    Known problems: a forbidden form that is somebody else's right name; such a row is a fault of the glossary.
    Source: the desk's glossary, column en_forbidden.

    Bad:
        glossary: type=organisation; zh=东京电子; en=Tokyo Electron; en_forbidden=Dongjing Electronics
        en: Shares of «Dongjing Electronics» rose.
    Good:
        glossary: type=organisation; zh=东京电子; en=Tokyo Electron; en_forbidden=Dongjing Electronics
        en: Shares of Tokyo Electron rose.
    """
    yield from forbidden(segment, context, _name)


def _name(term: Term) -> bool:
    return term.is_name
