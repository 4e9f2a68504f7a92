"""Text as readers see it, and where each character of it lies in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points: `start <= i < end`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a code point; an empty range shares none."""
        return self.start < other.end and other.start < self.end


class Run(NamedTuple):
    """A stretch of prose and the raw range it was read from.

    `at` is where the run begins in the prose; it ends where the next begins. When both are equally long, they match
    character by character; otherwise (an entity, a joined line end) the run is one indivisible whole.
    """

    at: int
    start: int
    end: int


class Edit(NamedTuple):
    """Put `text` in place of the raw range `span` of a file."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph: its prose without markup, the runs that lead back to the file, and its raw extents.

    `prose` is what rules on language read (Chinese is folded to Simplified, code point for code point). `spans` cover the
    paragraph in the file with its markup: one range, or several where paragraphs were joined. `markup` says that `&`, `<`
    and `>` mean something there.

    >>> text = Text("a & b", (Run(0, 10, 12), Run(2, 12, 17), Run(3, 17, 19)), (Span(10, 19),), markup=True)
    >>> text.locate(Span(2, 3)), text.locate(Span(0, 3)), text.locate(Span(4, 5))
    (Span(start=12, end=17), Span(start=10, end=17), Span(start=18, end=19))
    """

    prose: str
    runs: tuple[Run, ...]
    spans: tuple[Span, ...]
    markup: bool = False

    @classmethod
    def plain(cls, prose: str, start: int = 0) -> Text:
        """Text that stands in its file as it is read, from the code point `start` on."""
        span = Span(start, start + len(prose))
        return cls(prose, (Run(0, *span),), (span,))

    @classmethod
    def join(cls, texts: Iterable[Text]) -> Text:
        """Paragraphs as one, in the order given, a line end between them in the prose."""
        parts = tuple(texts)
        if len(parts) == 1:
            return parts[0]
        runs: list[Run] = []
        at = 0
        for part in parts:
            if runs:
                runs.append(Run(at, runs[-1].end, runs[-1].end))
                at += 1
            runs += [Run(at + run.at, run.start, run.end) for run in part.runs]
            at += len(part.prose)
        spans = tuple(span for part in parts for span in part.spans)
        return cls("\n".join(part.prose for part in parts), tuple(runs), spans, parts[0].markup)

    def locate(self, span: tuple[int, int]) -> Span:
        """The raw range behind a range of prose; an empty range gives the point before its character."""
        start, end = span
        if not self.runs:
            return Span(self.spans[0].start, self.spans[0].start)
        first = self._edge(start, first=True)
        return Span(first, first if end <= start else max(first, self._edge(end - 1, first=False)))

    def edit(self, span: tuple[int, int], text: str) -> Edit | None:
        """The edit that writes `text` over a range of prose, or None where markup lies inside the range."""
        raw = self.locate(span)
        if len(raw) and raw.end - raw.start != span[1] - span[0]:
            return None
        if self.markup and any(mark in text for mark in "&<>"):
            return None
        return Edit(raw, text)

    def _edge(self, index: int, *, first: bool) -> int:
        """Where the character at `index` of the prose begins (or ends) in the file."""
        n = bisect_right(self.runs, (index, 1 << 62, 0)) - 1
        run = self.runs[max(n, 0)]
        after = self.runs[n + 1].at if n + 1 < len(self.runs) else len(self.prose)
        if run.end - run.start != after - run.at:
            return run.start if first else run.end
        return min(run.start + index - run.at + (0 if first else 1), max(run.end, run.start))
