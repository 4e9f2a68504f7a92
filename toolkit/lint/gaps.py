"""Where in the English something of the Chinese is missing."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

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
    paragraph = _paragraph(context.lexicon, source, target)
    if not paragraph.english:
        return Span(0, 0)
    if gap[0] and paragraph.last < gap[1]:
        return paragraph.english[-1]
    return paragraph.before(gap[0]) or paragraph.english[0]


class _Paragraph:
    """The words of a Chinese paragraph and where the English renders each, looked for when it is asked and once."""

    def __init__(self, lexicon: Lexicon, source: str, target: str) -> None:
        self.english = [Span(*match.span()) for match in _WORD.finditer(target)]
        self._lexicon, self._source, self._target = lexicon, source, target
        self._chinese = lexicon.words(source)
        self._found: dict[int, Span | None] = {}
        numbers = reversed(range(len(self._chinese)))
        self.last = next((self._chinese[n].start for n in numbers if self._rendered(n)), -1)

    def before(self, end: int) -> Span | None:
        """The last English word for the Chinese that ends no later than `end`."""
        past = bisect_right(self._chinese, end, key=lambda word: word.end)
        return next((found for n in reversed(range(past)) if (found := self._rendered(n))), None)

    def _rendered(self, n: int) -> Span | None:
        """The last English word that renders a Chinese one, where that is sure enough."""
        if n not in self._found:
            rendering = locate(self._lexicon, self._source, self._chinese[n], self._target)
            self._found[n] = None
            if rendering and rendering.confidence >= _FOUND:
                *_, last = _WORD.finditer(self._target, *rendering.span)
                self._found[n] = Span(*last.span())
        return self._found[n]


@lru_cache(maxsize=8)
def _paragraph(lexicon: Lexicon, source: str, target: str) -> _Paragraph:
    return _Paragraph(lexicon, source, target)
