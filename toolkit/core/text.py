"""Text as readers see it, and where each character of it lies in the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from toolkit.core.notation import Notation


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
    and `>` mean something there. `notation` is how the file spells text there, where that is not as it reads.

    >>> text = Text("a & b", (Run(0, 10, 12), Run(2, 12, 17), Run(3, 17, 19)), (Span(10, 19),), markup=True)
    >>> text.locate(Span(2, 3)), text.locate(Span(0, 3)), text.locate(Span(4, 5))
    (Span(start=12, end=17), Span(start=10, end=17), Span(start=18, end=19))
    """

    prose: str
    runs: tuple[Run, ...]
    spans: tuple[Span, ...]
    markup: bool = False
    notation: Notation | None = None

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
        prose = "\n".join(part.prose for part in parts)
        return cls(prose, tuple(runs), spans, parts[0].markup, parts[0].notation)

    def locate(self, span: tuple[int, int]) -> Span:
        """The raw range behind a range of prose; an empty range gives the point before its character."""
        start, end = span
        if not self.runs:
            return Span(self.spans[0].start, self.spans[0].start)
        first = self._edge(start, first=True)
        return Span(first, first if end <= start else max(first, self._edge(end - 1, first=False)))

    def edit(self, span: tuple[int, int], text: str) -> Edit | None:
        """The edit that writes `text` over a range of prose, spelt as the file spells it.

        None where markup lies inside the range, or the file cannot hold the text.
        """
        raw = self.locate(span)
        if self.notation:
            written = self.notation.written(text)
            if written is None:
                return self._whole(span, text)
            return Edit(raw, written) if self.covers(raw) else None
        if raw.end - raw.start != span[1] - span[0]:
            return None
        if self.markup and any(mark in text for mark in "&<>"):
            return None
        return Edit(raw, text)

    def admits(self, edit: Edit) -> bool:
        """Whether an edit of the file leaves it what it is: it touches no markup, and what it inserts is spelt as text.

        Only where the text has a notation; elsewhere every edit is admitted.
        """
        if self.notation is None:
            return True
        if edit.span in self.spans and self.notation.takes_whole(edit.text):
            return True
        return self.notation.takes(edit.text) and self.covers(edit.span)

    def covers(self, raw: Span) -> bool:
        """Whether runs without a gap between them hold all of the raw range, and nothing that stands for markup lies there.

        U+FFFC and a line end stand for it; a run that is indivisible must lie there whole.
        """
        low = max(bisect_left(self.runs, raw.start, key=lambda run: run.start) - 1, 0)
        high = bisect_right(self.runs, raw.end, key=lambda run: run.start)
        held = [n for n in range(low, high) if _touch(self.runs[n], raw)]
        runs = [self.runs[n] for n in held]
        if not runs or runs[0].start > raw.start or runs[-1].end < raw.end:
            return False
        sound = all(self._open(n, raw) for n in held)
        return sound and all(one.end == other.start for one, other in pairwise(runs))

    def _open(self, n: int, raw: Span) -> bool:
        """Whether the part of a run that lies in a raw range is text and may be taken out of it."""
        run = self.runs[n]
        if self._exact(n):
            low, high = max(raw.start, run.start) - run.start, min(raw.end, run.end) - run.start
            covered = self.prose[run.at + low : run.at + high]
        else:
            if any(run.start < edge < run.end for edge in raw):
                return False
            covered = self.prose[run.at : self._after(n)] if raw.start < raw.end else ""
        return "\ufffc" not in covered and "\n" not in covered

    def _exact(self, n: int) -> bool:
        """Whether the run matches the file character by character."""
        return self.runs[n].end - self.runs[n].start == self._after(n) - self.runs[n].at

    def _after(self, n: int) -> int:
        """Where the run ends in the prose."""
        return self.runs[n + 1].at if n + 1 < len(self.runs) else len(self.prose)

    def _whole(self, span: tuple[int, int], text: str) -> Edit | None:
        """The edit that spells all of a paragraph anew, in another way than now."""
        extent = self.spans[0]
        if not self.notation or len(self.spans) > 1 or extent.end - extent.start != len(self.prose):
            return None
        written = self.notation.whole(self.prose[: span[0]] + text + self.prose[span[1] :])
        return Edit(extent, written) if written is not None else None

    def _edge(self, index: int, *, first: bool) -> int:
        """Where the character at `index` of the prose begins (or ends) in the file."""
        n = max(bisect_right(self.runs, (index, 1 << 62, 0)) - 1, 0)
        run = self.runs[n]
        if not self._exact(n):
            return run.start if first else run.end
        return min(run.start + index - run.at + (0 if first else 1), max(run.end, run.start))


def _touch(run: Run, raw: Span) -> bool:
    """Whether a run shares a code point with a raw range, or borders on an empty one."""
    if raw.start == raw.end:
        return run.start <= raw.start <= run.end
    return run.start < raw.end and raw.start < run.end
