"""Names of offices and bodies of which a part was lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from toolkit.core import Flag, Segment, Severity, Span
from toolkit.core.pattern import pattern
from toolkit.glossary import Term
from toolkit.lint import Context, segment_rule
from toolkit.lint.termbase import claim, known_wrong, lost
from toolkit.rules.names.known import lost_names, misspelt

_LONG = 3
_RUN = pattern(r"[A-Z][\w'’-]*(?:(?:,? (?:and|of|for)(?: the)?|,)? [A-Z][\w'’-]*)+")
_WORD = pattern(r"[A-Z][\w'’-]*")
_OF = pattern(r" (?:of|for) ")
_LOCAL = frozenset({"City", "County", "Local", "Municipal", "Provincial", "Regional"})


@segment_rule(severity=Severity.WARNING, category="terminology/wrong term", needs_source=True)
def dropped_part(segment: Segment, context: Context) -> Iterator[Flag]:
    """An office or a body whose English name lost one of its parts.

    经济产业大臣 is the Minister of Economy, Trade and Industry: without trade he is no minister of Japan. The head of the
    name is there with at least half of its other words, and no accepted form is.

    Known problems: a short form in use that the glossary does not list; a word put in the place of the lost one.
    Source: the desk's glossary; the institutions' own English names.

    Bad:
        glossary: type=title; zh=经济产业大臣; en=Minister of Economy, Trade and Industry; en_alt=Industry Minister
        zh: 经济产业大臣周五抵达。
        en: The «Minister of Economy and Industry» arrived on Friday.
    Good:
        glossary: type=title; zh=经济产业大臣; en=Minister of Economy, Trade and Industry; en_alt=Industry Minister
        zh: 经济产业大臣周五抵达。
        en: The Industry Minister arrived on Friday, with the Minister of Health and Welfare.
    """
    words, prose = context.words(segment), segment.target.prose
    told = {match.term.id for match, _ in misspelt(segment, context)}
    bodies = (match for match in lost_names(segment, context) if match.term.type == "organisation")
    offices = (match for match in lost(segment, context, _office) if not known_wrong(match, words))
    matches = [match for match in (*bodies, *offices) if match.term.id not in told]
    runs = _runs(prose) if matches else {}
    taken = [hit.span for hit in context.glossary.accepted.find(words)] if runs else []
    for match in matches:
        forms = [(_head(form), wanted) for form in match.term.targets if len(wanted := _WORD.findall(form)) >= _LONG]
        parts = [
            part
            for head, wanted in forms
            for run in runs.get(head, ())
            if (part := _part(match.term, wanted, head, run, prose, taken))
        ]
        if parts:
            yield claim(segment, max(parts, key=lambda span: span.end - span.start), match.terms, match)


def _office(term: Term) -> bool:
    return term.type == "title"


def _runs(prose: str) -> dict[str, list[list[Span]]]:
    """Runs of capitalised words, small ones between them let pass, by each word that they hold."""
    found: defaultdict[str, list[list[Span]]] = defaultdict(list)
    for match in _RUN.finditer(prose):
        run = [Span(*word.span()) for word in _WORD.finditer(prose, *match.span())]
        for word in {prose[slice(*span)] for span in run}:
            found[word].append(run)
    return found


def _part(  # noqa: PLR0913, PLR0917 - a part has this many sides
    term: Term, wanted: Sequence[str], head: str, run: Sequence[Span], prose: str, taken: Sequence[Span]
) -> Span | None:
    """The longest stretch of a run that says at least half of a form in its order, the head too, and is nobody's name.

    What follows an office may be its holder; behind a body's name the run must be at its end, a word of its own let pass.
    """
    said = [prose[slice(*word)].replace("’", "'") for word in run]
    first, last = _stretch(said, wanted)
    if not max(2, len(wanted) / 2) <= last - first < len(wanted) or head not in said[first:last]:
        return None
    if term.type == "organisation":
        first, last = _widened(run, first, last, prose, taken)
    span = Span(run[first].start, run[last - 1].end)
    named = term.type == "title" and last < len(run) and prose[span.end : run[last].start] == " "
    ends = last == len(run) or (named and not any(said[last] in form for form in term.targets))
    return span if ends and said[first] not in _LOCAL and not _held(span, taken) else None


def _stretch(said: Sequence[str], wanted: Sequence[str]) -> tuple[int, int]:
    """The first longest stretch of words that are words of a name in their order: its first word and the one behind it."""
    best = (0, 0)
    for first in range(len(said)):
        last, left = first, list(wanted)
        while last < len(said) and said[last] in left:
            left = left[left.index(said[last]) + 1 :]
            last += 1
        best = max(best, (first, last), key=lambda stretch: stretch[1] - stretch[0])
    return best


def _widened(run: Sequence[Span], first: int, last: int, prose: str, taken: Iterable[Span]) -> tuple[int, int]:
    """A stretch with a word right beside it that is nobody else's: what the lost one became."""
    taken = list(taken)
    if first and prose[run[first - 1].end : run[first].start] == " " and not _held(run[first - 1], taken):
        first -= prose[slice(*run[first - 1])] != "The"
    if last < len(run) and prose[run[last - 1].end : run[last].start] == " " and not _held(run[last], taken):
        last += 1
    return first, last


def _held(span: Span, taken: Iterable[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in taken)


def _head(form: str) -> str:
    """The noun that says what a name names: before “of”, else the last word."""
    words: list[str] = _WORD.findall(_OF.split(form)[0])
    return words[-1] if words else ""
