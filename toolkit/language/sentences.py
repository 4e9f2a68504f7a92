"""Sentences of Chinese prose."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Span
from toolkit.core.pattern import pattern

_END = pattern(r"(?:[。！？!?…]+|\.(?=\s|\Z))[”’」』）)》〉\"]*\s*|\n+")
_OPENING, _CLOSING = "（(《〈", "）)》〉"


def chinese_sentences(prose: str) -> list[Span]:
    """The sentences of Chinese prose (code points), white space between them left out; a line end parts two.

    A stop inside brackets or a title ends none, unless the bracket never closes.

    >>> [*chinese_sentences("他说：“好。”她走了！")]
    [Span(start=0, end=7), Span(start=7, end=11)]
    """
    return list(_trimmed(prose, _edges(prose)))


def _edges(prose: str) -> Iterator[int]:
    """Where a sentence ends."""
    for end in _END.finditer(prose):
        if end[0].isspace() or not _bracketed(prose, end.start()):
            yield end.end()
    yield len(prose)


def _bracketed(prose: str, at: int) -> bool:
    """Whether an open bracket before `at` closes behind it, in the same line."""
    line = prose.rfind("\n", 0, at) + 1
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        open_at = prose.rfind(opening, line, at)
        if open_at >= 0 and prose.find(closing, open_at, at) < 0:
            close = prose.find(closing, at)
            if close >= 0 and prose.find("\n", at, close) < 0:
                return True
    return False


def _trimmed(prose: str, edges: Iterator[int]) -> Iterator[Span]:
    start = 0
    for end in edges:
        text = prose[start:end]
        if body := text.strip():
            first = start + text.index(body[0])
            yield Span(first, first + len(body))
        start = end
