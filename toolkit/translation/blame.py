"""Which English words stand where a wanted term should: the wrong rendering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.alignment.sound import resemblance
from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.translation.evidence import LIGHT, Aligned, Knowledge, evidence
from toolkit.translation.ground import WORD, Ground, Placed
from toolkit.translation.placing import words_for
from toolkit.translation.translator import Link
from toolkit.translation.wants import Want, met, wrong_forms

_NAME = pattern(r"[A-Z][\w'’-]*(?:(?: (?:of|the|for))* [A-Z][\w'’-]*)*")
_NO_NAMES = frozenset("The A An In On At He She It They But And".split())
_UNCLAIMED = 0.25
_FORBIDDEN, _GUESSED, _GUESS = 0.9, 0.3, 0.1
_COMMON = frozenset(("term", "title"))


def ground_of(source: str, english: str, links: Sequence[Link], known: Knowledge) -> Ground:
    """A sentence in both languages with all that links them."""
    whole = Aligned(Span(0, len(source)), Span(0, len(english)), tuple(links))
    return Ground(source, english, (whole,), evidence(source, english, (whole,), known))


def blamed(ground: Ground, want: Want, others: Sequence[Want]) -> Placed:
    """The words that render `want` wrongly, and how sure that is; an empty span where it was left out.

    A form that the termbase forbids, else what the model's links and the lexicon say, else, for a name, the capitalised
    words that nothing else in the sentence accounts for, else the nearest words of which that is true, else the point behind
    what the Chinese follows. Words that render `others` are left alone.
    """
    english, whole = ground.target, ground.pairs[0]
    taken = list(met(others, english).values())
    for place in wrong_forms(want, english):
        if not any(place.overlaps(one) for one in taken):
            return Placed(place, _FORBIDDEN)
    found = words_for(ground, want.span, whole.target, taken)
    if found and found.sure >= _UNCLAIMED:
        return found
    named = want.term.type not in _COMMON
    weighty = found if found and any(word not in LIGHT for word in _words(english, found.span)) else None
    return (
        (_stranger(ground, want, taken) if named else None)
        or weighty
        or _gap(ground, want, taken)
        or _left_out(ground, want)
    )


def _stranger(ground: Ground, want: Want, taken: Sequence[Span]) -> Placed | None:
    """The unaccounted name that sounds most like the wanted one."""
    said = ground.target
    names = [span for span in _names(said) if not any(span.overlaps(one) for one in taken)]
    free = [span for span in names if not _claimed(ground, span, want.span)]
    within = [span for span in free if span.start or " " in said[slice(*span)]]
    best = max(within or free, key=lambda span: resemblance(said[slice(*span)], want.form), default=None)
    return Placed(best, _GUESSED) if best else None


def _gap(ground: Ground, want: Want, taken: Sequence[Span]) -> Placed | None:
    """The run of words nearest to where the Chinese stands that nothing accounts for; hardly more than a guess."""
    runs: list[Span] = []
    for found in WORD.finditer(ground.target):
        span = Span(*found.span())
        free = not any(span.overlaps(one) for one in taken) and not _claimed(ground, span, want.span)
        if not free or found[0].lower() in LIGHT:
            continue
        if runs and ground.target[runs[-1].end : span.start] == " ":
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
    share = want.span.start / max(len(ground.source), 1) * len(ground.target)
    best = min(runs, key=lambda run: abs(run.start - share), default=None)
    return Placed(best, _GUESS) if best else None


def _left_out(ground: Ground, want: Want) -> Placed:
    """The point behind the English for what stands last before the Chinese; at the beginning where nothing does."""
    before = [link for link in ground.links if link.source.end <= want.span.start]
    last = max(before, key=lambda link: (link.source.end, link.weight), default=None)
    at = last.target.end if last else 0
    return Placed(Span(at, at), 0.0)


def _words(english: str, span: Span) -> Iterator[str]:
    return (word[0].lower() for word in WORD.finditer(english, *span))


def _names(english: str) -> Iterator[Span]:
    """Capitalised words; those that open the sentence also without the first, which may be no name."""
    for found in _NAME.finditer(english):
        if found[0] not in _NO_NAMES:
            yield Span(*found.span())
        if found.start() == 0 and " " in found[0]:
            yield Span(found[0].index(" ") + 1, found.end())


def _claimed(ground: Ground, span: Span, but: Span) -> bool:
    """Whether Chinese outside `but` speaks for words of the span."""
    return any(
        link.weight >= _UNCLAIMED and link.target.overlaps(span) and not link.source.overlaps(but)
        for link in ground.links
    )
