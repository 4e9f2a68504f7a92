"""Write prose down together with the way back to the file."""

from __future__ import annotations

from toolkit.core.text import Run, Span, Text

OBJECT = "\ufffc"
"""Stands in the prose for what is no prose but fills a place in the sentence, such as inline code."""

WHITE = " \t\n\r\f"


class Builder:
    """Collects the prose of one paragraph. White space at its edges, or twice over around a tag, is dropped.

    Offsets are code points of the file. A non-breaking space counts as white only where the paragraph begins.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int, int]] = []
        self._length = 0
        self._exact = -1
        self._space: tuple[str, int, int] | None = None

    def __bool__(self) -> bool:
        """Whether anything was added that a reader sees."""
        return self._length > 0

    def add(self, prose: str, start: int, end: int) -> None:
        """Append `prose`, read from the raw range; white space at its end waits for what comes next."""
        if end - start != len(prose):
            if prose.strip(WHITE if self._length else None):
                self._append(prose, start, end)
            else:
                self._wait(prose, start, end)
            return
        if not self._length or self._space:
            bare = prose.lstrip(WHITE if self._length else None)
            start = end - len(bare)
            prose = bare
        body = prose.rstrip(WHITE)
        after = start + len(body)
        if body:
            self._append(body, start, after)
        if after < end:
            self._wait(prose[len(body) :], after, end)

    def line_end(self, start: int, end: int) -> None:
        """Append a line end that the reader sees, swallowing white space around it."""
        if self._length:
            self._space = ("\n", self._space[1] if self._space else start, end)

    def text(self, span: Span, *, markup: bool) -> Text | None:
        """The paragraph, which covers `span` of the file; None where there is nothing to read."""
        prose = "".join(self._pieces)
        if not prose.strip(OBJECT + " \n"):
            return None
        return Text(prose, tuple(Run(*run) for run in self._runs), (span,), markup)

    def _wait(self, white: str, start: int, end: int) -> None:
        if self._length and not self._space:
            self._space = (white, start, end)

    def _append(self, prose: str, start: int, end: int) -> None:
        if self._space:
            white, self._space = self._space, None
            self._append(*white)
        exact = len(prose) == end - start
        if exact and start == self._exact:
            at, first, _ = self._runs[-1]
            self._runs[-1] = (at, first, end)
        else:
            self._runs.append((self._length, start, end))
        self._exact = end if exact else -1
        self._pieces.append(prose)
        self._length += len(prose)
