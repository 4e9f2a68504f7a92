"""Where in the English something of the Chinese is missing."""

from __future__ import annotations

from toolkit.alignment import Lexicon, locate
from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.lint.context import Context

_WORD = pattern(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_FOUND = 0.3


def word_before(source: str, gap: tuple[int, int], target: str, context: Context) -> Span:
    """The last English word for the Chinese before a gap in `source`, as code points of `target`.

    The paragraph's last word where nothing that follows the gap is rendered; its first word, or an empty range at its
    beginning, where nothing before the gap can be found.
    """
    lexicon, words = context.lexicon, [*_WORD.finditer(target)]
    if not words:
        return Span(0, 0)
    followed = any(_found(lexicon, source, span, target) for span in lexicon.words(source) if span.start >= gap[1])
    if gap[0] and not followed:
        return Span(*words[-1].span())
    for span in reversed(lexicon.words(source[: gap[0]])):
        if rendering := _found(lexicon, source, span, target):
            return rendering
    return Span(*words[0].span())


def _found(lexicon: Lexicon, source: str, span: Span, target: str) -> Span | None:
    """The last English word that renders a Chinese one, where that is sure enough."""
    rendering = locate(lexicon, source, span, target)
    if rendering is None or rendering.confidence < _FOUND:
        return None
    *_, last = _WORD.finditer(target, *rendering.span)
    return Span(*last.span())
