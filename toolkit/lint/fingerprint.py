"""A short name for a finding that survives moved lines and edits elsewhere in the article."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from toolkit.core import Document, Finding, Span
from toolkit.core.pattern import pattern

_AROUND = 48
_WORDS = 3
_REACH = 1 << 16
_WORD = pattern(r"\w+")
_LINE_END = pattern(r"[\r\n]")


def fingerprints(document: Document, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Sixteen hexadecimal digits for each finding: its rule, words, three words either side, evidence and concept.

    Neither line nor path counts, so a decision outlives a moved paragraph and a renamed file. The same words in the
    same context are told apart by how often they stood before (within 65,536 code points), so what other rules or
    findings there are does not matter either.
    """
    paragraphs = sorted(span for segment in document.segments for span in segment.target.spans)
    return tuple(_fingerprint(document, finding, paragraphs) for finding in findings)


def _fingerprint(document: Document, finding: Finding, paragraphs: Sequence[Span]) -> str:
    raw, flag = document.target.raw, finding.flag
    place = flag.place.span
    low, high = _bounds(raw, place, paragraphs)
    before = list(_WORD.finditer(raw, max(low, place.start - _AROUND), place.start))[-_WORDS:]
    after = list(_WORD.finditer(raw, place.end, min(high, place.end + _AROUND)))[:_WORDS]
    context = Span(before[0].start() if before else place.start, after[-1].end() if after else place.end)
    parts = (
        finding.rule,
        " ".join(document.raw(flag.place).split()),
        " ".join(match[0] for match in before),
        " ".join(match[0] for match in after),
        document.raw(flag.evidence) if flag.evidence else "",
        flag.term or "",
        str(_ordinal(raw, context)),
    )
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _bounds(raw: str, span: Span, paragraphs: Sequence[Span]) -> Span:
    """The paragraph round `span`, else its line as far as the context reaches."""
    n = bisect_right(paragraphs, (span.start, len(raw))) - 1
    if n >= 0 and span.end <= paragraphs[n].end:
        return paragraphs[n]
    low, high = max(0, span.start - _AROUND), min(len(raw), span.end + _AROUND)
    ends = [match.end() for match in _LINE_END.finditer(raw, low, span.start)]
    close = _LINE_END.search(raw, span.end, high)
    return Span(ends[-1] if ends else low, close.start() if close else high)


def _ordinal(raw: str, stretch: Span) -> int:
    if stretch.start == stretch.end:
        return 0
    return raw.count(raw[stretch.start : stretch.end], max(0, stretch.start - _REACH), stretch.start)
