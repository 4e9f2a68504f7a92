"""Lines, and which of them belong to one paragraph."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from toolkit.core.pattern import pattern
from toolkit.core.text import Span, Text
from toolkit.files.builder import Builder

END = pattern(r"\r\n|\n|\r")
_FINAL = pattern(r"[.!?:;。！？：；…—–][\"'”’」』）》〉)\]*_\ufffc]*\Z")
_FIRST_WORD = pattern(r"[!-~\u00a0-\u024f\u2010-\u2027]+")
_NARROWEST, _WIDEST = 40, 120

Lines = list[Span]


def lines(raw: str) -> Iterator[Span]:
    r"""The lines of a text without their ends; only \n, \r\n and \r end a line."""
    start = 0
    for end in END.finditer(raw):
        yield Span(start, end.start())
        start = end.end()
    yield Span(start, len(raw))


def trim(raw: str, line: Span) -> Span:
    """The line without white space at either side; an empty span where nothing is left."""
    text = raw[line.start : line.end]
    start = line.start + len(text) - len(text.lstrip())
    return Span(start, max(start, line.start + len(text.rstrip())))


def final(text: str) -> bool:
    """Whether a line ends as a sentence does: a stop, or a colon or dash, and quotation marks that close."""
    return bool(_FINAL.search(text[-12:]))


def margin(raw: str, blocks: list[Lines]) -> int:
    """The column (Chinese characters count two) at which the lines of a text were wrapped by hand; 0 if they were not.

    A line was wrapped when the first word of the next would not have fitted. Seven in ten of the lines that end within
    a sentence must look so.
    """
    widths = [_width(raw[a.start : a.end]) for block in blocks for a in block[:-1]]
    column = max(
        [*widths, *(_width(raw[block[-1].start : block[-1].end]) for block in blocks if len(block) > 1)], default=0
    )
    if not _NARROWEST <= column <= _WIDEST:
        return 0
    breaks = [(a, b) for block in blocks for a, b in pairwise(block) if not final(raw[a.start : a.end])]
    full = sum(_full(raw, a, b, column) for a, b in breaks)
    return column if breaks and full * 10 >= len(breaks) * 7 else 0


def continues(raw: str, one: Span, other: Span, column: int) -> bool:
    """Whether two lines, one below the other, are of one paragraph, `column` being the text's margin."""
    if column:
        return _full(raw, one, other, column)
    return raw[other.start].islower() and not final(raw[one.start : one.end])


def written(raw: str, group: Lines, *, markup: bool = False) -> Text | None:
    """Lines as one paragraph that reads as it stands, a line end between two of them."""
    builder = Builder()
    for n, line in enumerate(group):
        if n:
            builder.line_end(group[n - 1].end, line.start)
        builder.add(raw[line.start : line.end], *line)
    return builder.text(Span(group[0].start, group[-1].end), markup=markup)


def _full(raw: str, one: Span, other: Span, column: int) -> bool:
    word = _FIRST_WORD.match(raw, other.start, other.end)
    needed = 1 + len(word[0]) if word else 3
    return _width(raw[one.start : one.end]) + needed > column


def _width(text: str) -> int:
    """Columns of a terminal; a long line is not measured to its end."""
    text = text[: _WIDEST + 1]
    return len(text) if text.isascii() else len(text) + sum(unicodedata.east_asian_width(c) in "WF" for c in text)
