"""One element of the Chinese put back into one paragraph of the English."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.alignment.rendering import Rendering
from toolkit.alignment.wording import Bounds, wording
from toolkit.core import Applicability, Article, Edit, Fix, Segment, Span, Text
from toolkit.lint import Context
from toolkit.rules.markup.elements import EM, LINK, STRONG, Element
from toolkit.rules.markup.traces import Trace, blanked

_SURE = 0.8
_LIKELY = 0.25
_EDGED = 0.08
_OPENERS = "([{“‘\"'—–-/"


class Rebuilt(NamedTuple):
    """An element of the Chinese that the English has broken or lost, and the fix that puts it back.

    `places` are the ranges of the English file where it begins and ends, and those that go.
    """

    element: Element
    fix: Fix
    places: tuple[Span, ...]


class Paragraph:
    """One paragraph, with its English in which all markup is blank: where words are looked for."""

    def __init__(self, segment: Segment, source: Text, target: Article, found: list[Trace], context: Context) -> None:
        """Blank what `found` says is markup."""
        self.source, self.raw, self.context = source, target.raw, context
        self.start, self.end = segment.target.spans[0].start, segment.target.spans[-1].end
        spans = [Span(span.start - self.start, span.end - self.start) for one in found for span in one.spans]
        self.plain = blanked(self.raw[self.start : self.end], spans)
        said = self.plain.lower()
        self.forms = {
            match.span: tuple(form for term in match.terms for form in term.targets if form.lower() in said)
            for match in context.matches(segment)
        }

    def fix(self, element: Element, trace: Trace | None) -> Rebuilt | None:
        """The fix for an element of which `trace` is left."""
        made = self._without(element) if trace is None else self._from(element, trace)
        if made is None:
            return None
        edits, applicability = made
        whole = tuple(sorted(edit for edit in edits if self.raw[slice(*edit.span)] != edit.text))
        places = tuple(edit.span for edit in edits)
        return Rebuilt(element, Fix(whole, applicability), places) if whole else None

    def _from(self, element: Element, trace: Trace) -> tuple[list[Edit], Applicability] | None:
        if trace.opening and trace.closing:
            edits = [self._opened(trace.opening, element), self._closed(trace.closing, element)]
            return edits, Applicability.SAFE
        if trace.closing:
            return self._half(element, trace.closing, first=False)
        if trace.opening and not trace.loose:
            return self._half(element, trace.opening, first=True)
        return self._beside(element, trace.opening) if trace.opening else None

    def _half(self, element: Element, span: Span, *, first: bool) -> tuple[list[Edit], Applicability] | None:
        bounds = Bounds(start=self._after(span)) if first else Bounds(end=self._before(span))
        found = self._words(element, bounds)
        if found is None or found.confidence < _EDGED:
            return None
        sure = Applicability.SAFE if found.how == "exact" or found.confidence >= _SURE else Applicability.UNSAFE
        if first:
            end = found.span.end
            return [self._opened(span, element), Edit(Span(end, end), element.closing)], sure
        start = found.span.start
        return [Edit(Span(start, start), element.opening), self._closed(span, element)], sure

    def _beside(self, element: Element, span: Span) -> tuple[list[Edit], Applicability] | None:
        """Debris at one end of the words; where they stand apart from it, it goes and they are wrapped."""
        free = self._words(element, Bounds())
        ahead, behind = (
            self._words(element, Bounds(start=self._after(span))),
            self._words(element, Bounds(end=self._before(span))),
        )
        if (
            behind
            and free
            and free.span.end == behind.span.end
            and not (ahead and ahead.confidence > behind.confidence)
        ):
            start = behind.span.start
            sure = Applicability.SAFE if behind.how == "exact" or behind.confidence >= _SURE else Applicability.UNSAFE
            return [Edit(Span(start, start), element.opening), self._closed(span, element)], sure
        if ahead and ahead.confidence >= _EDGED:
            return self._half(element, span, first=True)
        if free and free.confidence >= _LIKELY:
            return [*self._wrap(element, free.span), self._gone(span)], Applicability.UNSAFE
        return None

    def _without(self, element: Element) -> tuple[list[Edit], Applicability] | None:
        if element.family not in (LINK, STRONG, EM):
            return None
        found = self._words(element, Bounds())
        if found is None or found.confidence < _LIKELY or not self._free(found.span):
            return None
        return self._wrap(element, found.span), Applicability.UNSAFE

    def _wrap(self, element: Element, span: Span) -> list[Edit]:
        return [Edit(Span(span.start, span.start), element.opening), Edit(Span(span.end, span.end), element.closing)]

    def _free(self, span: Span) -> bool:
        """Whether no markup stands inside the words."""
        return self.raw[slice(*span)] == self.plain[span.start - self.start : span.end - self.start]

    def _words(self, element: Element, bounds: Bounds) -> Rendering | None:
        """The English words for an element, in offsets of the file."""
        span = self._prose(element.words)
        if span is None:
            return None
        inner = Bounds(*(edge - self.start if edge is not None else None for edge in bounds))
        found = wording(self.context.lexicon, self.source.prose, span, self.plain, self.forms, inner)
        if found is None:
            return None
        return found._replace(span=Span(found.span.start + self.start, found.span.end + self.start))

    def _prose(self, words: Span) -> Span | None:
        """A range of the Chinese file as a range of its prose."""
        start = end = None
        for n, run in enumerate(self.source.runs):
            if words.start <= run.start < words.end or run.start <= words.start < run.end:
                at = run.at + max(words.start - run.start, 0)
                start = at if start is None else start
                after = self.source.runs[n + 1].at if n + 1 < len(self.source.runs) else len(self.source.prose)
                end = min(run.at + words.end - run.start, after)
        return Span(start, end) if start is not None and end is not None and start < end else None

    def _after(self, span: Span) -> int:
        end = span.end
        while end < self.end and self.raw[end].isspace():
            end += 1
        return end

    def _before(self, span: Span) -> int:
        start = span.start
        while start > self.start and self.raw[start - 1].isspace():
            start -= 1
        return start

    def _opened(self, span: Span, element: Element) -> Edit:
        """The opening in place of what is left of it: a space before it where a word ends there, none behind."""
        before = self.raw[span.start - 1 : span.start] if span.start > self.start else " "
        space = "" if before.isspace() or before in _OPENERS else " "
        return Edit(Span(span.start, self._after(span)), space + element.opening)

    def _closed(self, span: Span, element: Element) -> Edit:
        after = self.raw[span.end : span.end + 1] if span.end < self.end else " "
        return Edit(Span(self._before(span), span.end), element.closing + (" " if after.isalnum() else ""))

    def _gone(self, span: Span) -> Edit:
        """Nothing in place of debris, and one space where words met it on both sides."""
        start, end = self._before(span), self._after(span)
        after = self.raw[end : end + 1] if end < self.end else ""
        gap = " " if start > self.start and (after.isalnum() or after in "([“\"'$") and after else ""
        return Edit(Span(start, end), gap)
