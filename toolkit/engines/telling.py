"""Terms told in the source: a term's English behind its Chinese, for a model that was trained to take it up.

Source: G. Dinu et al., "Training Neural Machine Translation to Apply Terminology Constraints" (ACL 2019), its "append".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.core import Span
from toolkit.engines.pieces import Tokenizer
from toolkit.translation import Told


class Said(NamedTuple):
    """A source in pieces, and where in it (code points) each stands: a told piece stands where its Chinese does."""

    pieces: list[str]
    spans: list[Span]
    told: bool = False


class Telling(NamedTuple):
    """How a model is told: between which pieces. A tokenizer for each side, and no `marks` where it is not told at all."""

    source: Tokenizer
    target: Tokenizer
    marks: tuple[str, ...] = ()

    def say(self, text: str, terms: Sequence[Told]) -> Said:
        """The text with the terms that can be told; nothing is, where the text or the term has the marks itself."""
        told = [one for one in self._able(terms) if not any(mark in text + one.form for mark in self.marks)]
        pieces: list[str] = []
        spans: list[Span] = []
        for stretch, term in _stretches(text, told):
            own = self.source.encode(text[slice(*stretch)])
            pieces += own
            places = self.source.spans(text[slice(*stretch)], own)
            spans += [Span(stretch.start + span.start, stretch.start + span.end) for span in places]
            if term:
                opening, closing = self.marks
                form = [opening, *self.target.encode(term.form), closing]
                pieces += form
                spans += [term.span] * len(form)
        return Said(pieces, spans, bool(told))

    def _able(self, terms: Sequence[Told]) -> Iterator[Told]:
        """The terms that can be told, in the order of the text."""
        at = 0
        for one in sorted(terms) if self.marks and self.source.knows(self.marks) else ():
            spelled = self.target.spell(one.form)
            if one.span.start >= at and spelled and self.source.knows(spelled):
                at = one.span.end
                yield one


def inside(terms: Sequence[Told], at: int, part: str) -> list[Told]:
    """The terms that lie in a part which begins at `at`, as they lie in it once it is stripped."""
    at += len(part) - len(part.lstrip())
    end = at + len(part.strip())
    return [
        Told(Span(span.start - at, span.end - at), form) for span, form in terms if at <= span.start and span.end <= end
    ]


def _stretches(text: str, terms: Sequence[Told]) -> Iterator[tuple[Span, Told | None]]:
    """The text in stretches, each up to the end of a term, and the rest."""
    at = 0
    for one in terms:
        yield Span(at, one.span.end), one
        at = one.span.end
    yield Span(at, len(text)), None
