"""Write prose down together with the way back to the file."""

from __future__ import annotations

from toolkit.core.text import Run, Span, Text

OBJECT = "\ufffc"
"""Stands in the prose for what is no prose but fills a place in the sentence, such as inline code."""

_WHITE = " \t\n\r\f"


class Builder:
    """Collects the prose of one paragraph. White space at its edges, or twice over around a tag, is dropped.

    Offsets are code points of the file. A non-breaking space counts as white only where the paragraph begins.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._space: tuple[str, int, int] | None = None

    def add(self, prose: str, start: int, end: int) -> None:
        """Append `prose`, read from the raw range; its outer white space waits for what comes next."""
        white = None if not self._length else _WHITE
        body = prose.strip(white)
        if not body:
            self._wait(prose, start, end)
        elif end - start != len(prose):
            self._put(prose, start, end)
        else:
            head = len(prose) - len(prose.lstrip(white))
            if head:
                self._wait(prose[:head], start, start + head)
            tail = start + head + len(body)
            self._put(body, start + head, tail)
            if tail < end:
                self._wait(prose[head + len(body) :], tail, end)

    def line_end(self, start: int, end: int) -> None:
        """Append a line end that the reader sees, swallowing white space around it."""
        if self._length:
            self._space = ("\n", self._space[1] if self._space else start, end)

    def text(self, span: Span, *, markup: bool) -> Text | None:
        """The paragraph, which covers `span` of the file; None where there is nothing to read."""
        prose = "".join(self._pieces)
        return Text(prose, tuple(self._runs), (span,), markup) if prose.strip(OBJECT + " \n") else None

    def _wait(self, white: str, start: int, end: int) -> None:
        if self._length and not self._space and white:
            self._space = (white, start, end)

    def _put(self, prose: str, start: int, end: int) -> None:
        if self._space:
            self._append(*self._space)
            self._space = None
        self._append(prose, start, end)

    def _append(self, prose: str, start: int, end: int) -> None:
        last = self._runs[-1] if self._runs else None
        if not prose:
            return
        if last and last.end == start and len(prose) == end - start and self._length - last.at == start - last.start:
            self._runs[-1] = Run(last.at, last.start, end)
        else:
            self._runs.append(Run(self._length, start, end))
        self._pieces.append(prose)
        self._length += len(prose)
