"""Names in the Chinese of a news paragraph, found without a glossary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from toolkit.language.names.again import again, people
from toolkit.language.names.bodies import bodies, outlets
from toolkit.language.names.chinese import addressed, in_rows, titled
from toolkit.language.names.foreign import dotted, heard
from toolkit.language.names.name import Name, Tagger
from toolkit.language.names.places import headed, led_to, listed
from toolkit.language.names.view import View

__all__ = ["Name", "Tagger", "names", "throughout"]

_FINDERS = (dotted, outlets, led_to, heard, titled, bodies, headed, addressed, in_rows, listed)


def names(prose: str, known: Callable[[str], bool] = lambda _: False) -> tuple[Name, ...]:
    """The names in Simplified prose, in reading order; no two overlap.

    `known` tells whether a Chinese word is a common one: with it, names need fewer titles and verbs beside them.

    >>> [(name.span, name.kind, name.how) for name in names("外交部发言人林剑星期三表示")]
    [(Span(start=0, end=3), 'organisation', 'head'), (Span(start=6, end=8), 'person', 'title')]
    """
    found = _found(prose, known)
    return _merged(found, again(prose, people(prose, found)))


def throughout(
    paragraphs: Sequence[str], known: Callable[[str], bool] = lambda _: False, tagger: Tagger | None = None
) -> list[tuple[Name, ...]]:
    """The names of each paragraph of an article; who is named in full in one is found again in all.

    What `tagger` adds are the names that overlap none of the rules', save a listed place that is part of a longer one.
    """
    found = [
        _with(_found(prose, known), tuple(tagger(prose))) if tagger else _found(prose, known) for prose in paragraphs
    ]
    everybody = {form for prose, names in zip(paragraphs, found, strict=True) for form in people(prose, names)}
    return [_merged(names, again(prose, everybody)) for prose, names in zip(paragraphs, found, strict=True)]


def _found(prose: str, known: Callable[[str], bool]) -> tuple[Name, ...]:
    view = View(prose, known)
    return _merged((), (name for find in _FINDERS for name in find(view)))


def _with(found: tuple[Name, ...], tagged: tuple[Name, ...]) -> tuple[Name, ...]:
    """The rules' names with a tagger's."""
    kept = [name for name in found if name.how != "listed" or not any(_holds(other, name) for other in tagged)]
    return _merged(kept, tagged)


def _holds(name: Name, other: Name) -> bool:
    """Whether the span of `name` is longer than the other's, and covers it."""
    return name.span != other.span and name.span.start <= other.span.start and other.span.end <= name.span.end


def _merged(first: Iterable[Name], more: Iterable[Name]) -> tuple[Name, ...]:
    """All of `first` with those of `more`, one by one, that overlap none before them; in reading order."""
    found = list(first)
    taken = {at for name in found for at in range(*name.span)}
    for name in more:
        if taken.isdisjoint(range(*name.span)):
            taken.update(range(*name.span))
            found.append(name)
    return tuple(sorted(found))
