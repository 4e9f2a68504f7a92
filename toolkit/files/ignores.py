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
        given = order(raw[comment.start : comment.end])
        scope = _scope(raw, comment, extents) if given else None
        if given and scope:
            rules, reason = given
            yield Ignore(rules, scope, reason, comment)


def order(comment: str) -> tuple[tuple[str, ...], str] | None:
    """The rules that a comment silences, and why; None where it is no such order.

    >>> order("<!-- copydesk: ignore names/near-miss: her own spelling -->")
    (('names/near-miss',), 'her own spelling')
    """
    found = _COMMENT.fullmatch(comment)
    given = _ORDER.fullmatch(found["order"]) if found else None
    return (tuple(given["rules"].replace(",", " ").split()), (given["reason"] or "").strip()) if given else None


def _scope(raw: str, comment: Span, extents: Sequence[Span]) -> Span | None:
    if not extents or comment.end <= extents[0].start:
        return Span(0, len(raw))
    below = bisect_right(extents, comment.start, key=lambda extent: extent.end)
    return extents[below] if below < len(extents) else None
