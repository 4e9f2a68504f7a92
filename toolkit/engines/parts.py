"""A paragraph in parts that a model can take: sentences, and where one is too long, its clauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

LONGEST = 150
"""Pieces in a part: three times as many and fifty, the most English it may get, fit the 512 places of the smallest models."""

_SENTENCE = re.compile(r"(?:[^。！？!?…\n]|[!?](?!\s|$))*(?:[。！？!?…]+[”’」』）)》〉\"']*|\n+|$)")
_CLAUSE = re.compile(r"[^，、；：,;:]*(?:[，、；：,;:]+|$)")


def parts(text: str, length: Callable[[str], int], longest: int = LONGEST) -> list[str]:
    """The sentences of a Chinese paragraph, none longer than `longest` as `length` counts; joined they are the text.

    >>> parts("他说：“好！”她没有回答。", len)
    ['他说：“好！”', '她没有回答。']
    >>> parts("一二三，四五六，七", len, 4)
    ['一二三，', '四五六，', '七']
    """
    return [part for sentence in _matches(_SENTENCE, text) for part in _short(sentence, length, longest)]


def _short(sentence: str, length: Callable[[str], int], longest: int) -> Iterator[str]:
    if length(sentence) <= longest:
        yield sentence
        return
    clauses = list(_matches(_CLAUSE, sentence))
    if len(clauses) == 1:
        half = len(sentence) // 2
        clauses = [sentence[:half], sentence[half:]] if half else []
        if not half:
            yield sentence
        for clause in clauses:
            yield from _short(clause, length, longest)
        return
    kept = ""
    for clause in clauses:
        if kept and length(kept + clause) > longest:
            yield from _short(kept, length, longest)
            kept = ""
        kept += clause
    yield from _short(kept, length, longest)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return (match[0] for match in pattern.finditer(text) if match[0])
