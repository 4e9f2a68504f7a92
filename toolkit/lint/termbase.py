"""What the families `names` and `terms` share: claims that rest on a concept of the glossary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from toolkit.alignment.readings import readable
from toolkit.alignment.sound import resemblance
from toolkit.core import Applicability, Fix, Flag, Ground, Segment, Severity, Span
from toolkit.core.pattern import pattern
from toolkit.glossary import Match, Term, Words, rendered, straddles
from toolkit.lint.context import Context

_BRACKET = pattern(r" \(([^()\s]{2,12})\)")
_NEARLY = 0.85
_FULL = 3
_FIRST = pattern(r"\W*\w+")


def lost(segment: Segment, context: Context, wanted: Callable[[Term], bool]) -> Iterator[Match]:
    """Concepts of the Chinese, each once, that no accepted form renders in the English of the paragraph."""
    source = segment.source.prose if segment.source else ""
    words = context.words(segment)
    done: set[str] = set()
    for match in context.matches(segment):
        term = match.term
        if term.id in done or not wanted(term) or term.status == "draft" or rendered(match.terms, words):
            continue
        if term.type == "place" and "·" in source[max(0, match.span.start - 1) : match.span.end + 1]:
            continue  # a part of a person's name
        done.add(term.id)
        if _is_full(match) or not straddles(
            source, match.span, context.lexicon.translations if context.lexicon else None
        ):
            yield match


def _is_full(match: Match) -> bool:
    """Whether the Chinese is a person's name of three characters or more: no words meet so by chance (主任何立峰)."""
    return match.term.type == "person" and match.span.end - match.span.start >= _FULL


def known_wrong(match: Match, words: Words) -> bool:
    """Whether a forbidden form of the concept stands in the English: another rule says so."""
    return any(words.has(form) for term in match.terms for form in term.en_forbidden)


def forbidden(segment: Segment, context: Context, wanted: Callable[[Term], bool]) -> Iterator[Flag]:
    """Forbidden renderings in the English; where the Chinese is at hand, it must hold the concept or be silent.

    Pinyin that spells a person's Chinese name is somebody's right name: whose, and how the person is called when named
    again, is for an editor to say.
    """
    present = {term.id: match for match in context.matches(segment) for term in match.terms}
    for hit in context.glossary.forbidden.find(context.words(segment)):
        if not wanted(hit.term) or (segment.source and hit.term.id not in present):
            continue
        match = present.get(hit.term.id)
        wrong = segment.target.prose[hit.span.start : hit.span.end]
        namesake = hit.term.type == "person" and readable(wrong, hit.term.zh)
        sure = Applicability.UNSAFE if namesake else Applicability.SAFE
        yield claim(segment, hit.span, (hit.term,), match, applicability=sure)


def absent(segment: Segment, match: Match) -> Flag:
    """The note that nothing in the English of a paragraph renders a concept, placed at the paragraph's first word."""
    term, source = match.term, segment.source
    said = source.prose[match.span.start : match.span.end] if source else term.zh
    first = _FIRST.match(segment.target.prose)
    place = segment.target_at(first.span() if first else (0, 0))
    message = f"nothing here renders {said}: {term.en}"
    return Flag(place, message, segment.source_at(match.span), (term.en,), term=term.id, severity=Severity.NOTE)


def claim(  # noqa: PLR0913 - a claim has this many parts
    segment: Segment,
    span: Span,
    terms: Iterable[Term],
    match: Match | None,
    *,
    applicability: Applicability = Applicability.UNSAFE,
    severity: Severity | None = None,
    grounds: Iterable[Ground] = (),
) -> Flag:
    """The flag that says which accepted form should stand at a span of the English prose."""
    term, *others = tuple(terms)
    wrong = segment.target.prose[span.start : span.end]
    best = _fitting(term, wrong, segment.target.prose[span.end :])
    expected = tuple(dict.fromkeys((best, *(other.en for other in others))))
    edit = segment.edit(span, _cased(best, wrong))
    return Flag(
        segment.target_at(span),
        f"“{wrong}” should be {' or '.join(expected)}",
        evidence=segment.source_at(match.span) if match else None,
        expected=tuple(dict.fromkeys((*expected, term.en))),
        fixes=(Fix((edit,), applicability),) if edit and len(expected) == 1 else (),
        term=term.id,
        severity=severity,
        grounds=tuple(grounds),
    )


def _fitting(term: Term, wrong: str, after: str) -> str:
    """The accepted form for the place of `wrong`: a person's of as many words that shares one with it, or is most like it;
    spelt out before its own abbreviation.
    """
    bracket = _BRACKET.match(after)
    if bracket and bracket[1] in term.targets:
        spelt = [form for form in term.targets if " " in form and form != bracket[1]]
        return spelt[0] if spelt else term.en
    size = len(wrong.split())
    kin = [form for form in term.targets if len(form.split()) == size and not {*form.split()}.isdisjoint(wrong.split())]
    if term.type == "person" and kin and term.en not in kin:
        return max(kin, key=lambda form: resemblance(form, wrong))
    if term.type != "person" or len(term.en.split()) == size or resemblance(term.en, wrong) >= _NEARLY:
        return term.en
    fitting = [form for form in term.targets if len(form.split()) == size]
    return max(fitting or term.targets, key=lambda form: resemblance(form, wrong))


def _cased(form: str, wrong: str) -> str:
    """The form with a capital where the wrong words begin with one and the form is common words."""
    return form[0].upper() + form[1:] if wrong[:1].isupper() and form[:2].islower() else form
