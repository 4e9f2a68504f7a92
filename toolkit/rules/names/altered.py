"""Names of several words that end in another form of their last word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.alignment.names import goes_on, phrases
from toolkit.alignment.sound import common
from toolkit.core import Applicability, Flag, Segment, Severity, Span
from toolkit.glossary import Term
from toolkit.lint import Context, segment_rule
from toolkit.lint.termbase import claim

_STEM = 5
_ENDING = 4
_COUNTED = frozenset(
    "academy administration agency alliance army association authority bank board bureau center centre chamber college "
    "commission committee company conference congress corporation council court department exchange federation force "
    "foundation fund group guard house institute laboratory league ministry office organisation organization parliament "
    "party press republic school secretary senate service society state times union university".split()
)

Heads = dict[tuple[str, str], list[tuple[Term, str]]]
_FIRMS = frozenset({"semiconductors", "technology"})


@segment_rule(severity=Severity.ERROR, category="terminology/wrong term")
def altered_name(segment: Segment, context: Context) -> Iterator[Flag]:
    """An organisation's or outlet's name with its last word in another form.

    A firm is one thing under one name; a name half right sends the reader to another firm, or to none.

    Known problems: a name used as a common noun in the plural; heads that are counted (banks, courts) are left alone.
    Source: the desk's glossary.

    Bad:
        glossary: type=organisation; zh=东京电子; en=Tokyo Electron; domain=semiconductors
        en: Shares of «Tokyo Electronics» rose.
    Bad:
        glossary: type=organisation; zh=应用材料; en=Applied Materials
        en: Engineers at «Applied Material» objected.
    Good:
        glossary: type=organisation; zh=东京电子; en=Tokyo Electron
        en: Shares of Tokyo Electron rose; Tokyo Electric Power fell.
    """
    prose = segment.target.prose
    heads = _heads(segment, context)
    for span in phrases(prose) if heads else ():
        first, _, last = prose[span.start : span.end].rpartition(" ")
        for term, ending in heads.get((first, last[:_STEM]), ()):
            if (
                _other_form(last, ending, term)
                and not goes_on(prose, span, " ")
                and not _accepted(span, segment, context)
            ):
                sure = Applicability.SAFE if segment.source else Applicability.UNSAFE
                yield claim(segment, span, (term,), None, applicability=sure)
                break


def _heads(segment: Segment, context: Context) -> Heads:
    """Names of the Chinese (alone: of the glossary) by their first words and how the last one begins."""
    if context.document.source is None:
        return context.glossary.kept("names/altered-name", lambda: _index(context.glossary.terms))
    return _index({term.id: term for match in context.matches(segment) for term in match.terms}.values())


def _accepted(span: Span, segment: Segment, context: Context) -> bool:
    """Whether the words are some concept's name as they stand."""
    words = segment.target.prose[span.start : span.end]
    hits = context.glossary.accepted.find(context.words(segment))
    return any(hit.span == span and hit.form == words for hit in hits)


def _index(terms: Iterable[Term]) -> Heads:
    found: Heads = {}
    for term in terms:
        if term.type in ("organisation", "outlet") and term.status != "draft":
            for form in term.targets:
                first, _, last = form.rpartition(" ")
                if first and last[:1].isupper():
                    found.setdefault((first, last[:_STEM]), []).append((term, last))
    return found


def _other_form(word: str, right: str, term: Term) -> bool:
    """Whether two words differ only behind a long common beginning that is the whole of one of them.

    A plural is another form only of a firm's name: parties and banks are counted, and their members are.
    """
    shared = common(word, right)
    if not word.isalpha() or word == right or shared < _STEM or shared < min(len(word), len(right)):
        return False
    plural = word.removesuffix("s") == right
    counted = plural and (right.lower() in _COUNTED or term.domain not in _FIRMS)
    return max(len(word), len(right)) - shared <= _ENDING and not counted
