"""What kind of thing an English name is called: by its head noun, or by the title and the verb beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.alignment.capitals import capitalised
from toolkit.core import Cover, Span
from toolkit.core.pattern import pattern

_WORD = pattern(r"[^\W\d_][\w'’-]*")
_OF = pattern(r" (?:of|for|in) ")
_OPENING = pattern(r"\b(?:New|First|United|National|Any|More) \Z")
_SHORTEST = 4
RANKS = (
    "minister ministerial secretary undersecretary president premier chancellor chairman chairwoman governor ambassador "
    "commissioner director spokesman spokeswoman spokesperson representative senator"
).split()
"""Ranks that stand before a name, in lower case."""
_CALLINGS = "chair reporter correspondent journalist expert professor adviser advisor mayor general academician mr mrs ms dr ceo"
TITLES = frozenset(form for word in (*RANKS, *_CALLINGS.split()) for form in (word, word.capitalize(), word.upper()))
_TITLED = pattern(rf"\b(?:{'|'.join(sorted(TITLES))})\.?,? \Z")
_ACTS = pattern(
    r"(?:['’]s|,)? (?:said|says|told|noted|pointed|stressed|added|stated|expressed|believes?|has said|met|who)\b"
    r"|, (?:(?:the|an?|who|[a-z]{3,}ed)\b|\d\d(?!\d))"
)
_SAID = pattern(r"\b(?:said|says|added|noted|told) \Z")
_REACH = 30


def titled(prose: str, run: Span) -> bool:
    """Whether a title or a verb of saying stands right beside the words: they are a person's name then."""
    before = prose[max(0, run.start - _REACH) : run.start]
    return bool(_TITLED.search(before) or _SAID.search(before) or _ACTS.match(prose, run.end))


def headed(prose: str, forms: Iterable[str], taken: Iterable[Span]) -> Iterator[Span]:
    """The capitalised phrases with the head noun of one of the forms, less what is `taken` at their edges.

    >>> prose = "An adviser to the Kuomintang State Office Foundation spoke about wages and prices."
    >>> [prose[slice(*span)] for span in headed(prose, ["National Policy Foundation"], [Span(18, 28)])]
    ['State Office Foundation']
    """
    heads = {head for form in forms if (head := _head(form))}
    cover = Cover(taken)
    for run in _longest(prose) if heads else ():
        bare = _bare(prose, run, cover)
        if bare and heads & {*_WORD.findall(prose[bare.start : bare.end])}:
            yield bare


def _longest(prose: str) -> Iterator[Span]:
    """Capitalised phrases that are part of no longer one, with the adjective that opens a name (New) and stands for none."""
    done = -1
    for run in sorted(capitalised(prose), key=lambda run: (run.start, -run.end)):
        if run.end > done:
            done = run.end
            before = _OPENING.search(prose, max(0, run.start - _REACH), run.start)
            yield Span(before.start(), run.end) if before else run


def _head(form: str) -> str:
    """The head noun of a name of several words; empty for a name of one.

    >>> _head("Ministry of Economy, Trade and Industry"), _head("Democratic Progressive Party"), _head("CNN")
    ('Ministry', 'Party', '')
    """
    words = _WORD.findall(_OF.split(form)[0])
    return words[-1] if len(_WORD.findall(form)) > 1 and len(words[-1]) >= _SHORTEST and words[-1][0].isupper() else ""


def _bare(prose: str, run: Span, taken: Cover) -> Span | None:
    """A phrase without the words at its edges whose origin is known, nor small ones there; None where a known one lies inside,
    or nothing is left.
    """
    words = [
        Span(run.start + match.start(), run.start + match.end()) for match in _WORD.finditer(prose[run.start : run.end])
    ]
    while words and (taken.overlaps(words[0]) or prose[words[0].start].islower()):
        words.pop(0)
    while words and (taken.overlaps(words[-1]) or prose[words[-1].start].islower()):
        words.pop()
    if not words or any(map(taken.overlaps, words)):
        return None
    return Span(words[0].start, words[-1].end)
