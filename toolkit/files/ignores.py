"""Comments that silence rules: `<!-- copydesk: ignore RULE, RULE: reason -->`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from toolkit.core import Ignore, Paragraph, Span
from toolkit.core.pattern import pattern

_COMMENT = pattern(r"<!--\s*copydesk\s*:(?P<order>[^\n\r]{0,2000}?)-->", re.IGNORECASE)
_ORDER = pattern(r"\s*ignore\b(?P<rules>[\w/, \t-]{0,1000})(?::(?P<reason>.*))?", re.IGNORECASE)


def is_comment(raw: str, line: Span) -> bool:
    """Whether a line is one of our comments and nothing else."""
    return raw.startswith("<!--", line.start) and bool(_COMMENT.fullmatch(raw, line.start, line.end))


def ignores(raw: str, comments: Iterable[Span], paragraphs: Sequence[Paragraph]) -> Iterator[Ignore]:
    """What the comments silence: the paragraph below (or around), or the whole file where no paragraph stands above.

    Spans are code points of the file. A comment below the last paragraph silences nothing.
    """
    extents = [Span(paragraph.text.spans[0].start, paragraph.text.spans[-1].end) for paragraph in paragraphs]
    for comment in comments:
        found = _COMMENT.fullmatch(raw, comment.start, comment.end)
        order = _ORDER.fullmatch(found["order"]) if found else None
        scope = _scope(raw, comment, extents) if order else None
        if order and scope:
            rules = tuple(order["rules"].replace(",", " ").split())
            yield Ignore(rules, scope, (order["reason"] or "").strip(), comment)


def _scope(raw: str, comment: Span, extents: Sequence[Span]) -> Span | None:
    if not extents or comment.end <= extents[0].start:
        return Span(0, len(raw))
    below = bisect_right(extents, comment.start, key=lambda extent: extent.end)
    return extents[below] if below < len(extents) else None
