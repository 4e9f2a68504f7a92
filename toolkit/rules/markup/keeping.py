"""Where nothing tells what a link was, its address, if it is whole in the debris, is kept as a link."""

from __future__ import annotations

from toolkit.core import Applicability, Edit, Fix, Segment, Span
from toolkit.core.pattern import pattern
from toolkit.lint import Context
from toolkit.rules.markup.elements import LINK
from toolkit.rules.markup.traces import Trace, traced

_ADDRESS = pattern(r"https?://[^\s\"'<>“”‘’()\[\]]{4,2000}")


def kept_link(segment: Segment, context: Context, at: tuple[int, int]) -> Fix | None:
    """The fix that makes a link of the debris at a range of the prose; None in plain text, and where no address is whole.

    Where the closing tag still stands, the words up to it are the link's; else the address stands in round brackets.
    """
    article = context.document.target
    span = segment.target.locate(at)
    found = _ADDRESS.search(article.raw, *span)
    if article.format == "text" or not found:
        return None
    url = found[0].rstrip(".,;:!?")
    trace = _trace(segment, context, span)
    if trace and trace.opening and trace.closing:
        opening, closing = ("[", f"]({url})") if article.format == "markdown" else (f'<a href="{url}">', "</a>")
        edits = Edit(_led(article.raw, trace.opening), opening), Edit(trace.closing, closing)
        return Fix(edits, Applicability.SAFE)
    whole = trace.opening if trace and trace.opening else span
    link = f"(<{url}>)" if article.format == "markdown" else f'(<a href="{url}">{url}</a>)'
    return Fix((Edit(whole, _spaced(article.raw, whole, link)),), Applicability.UNSAFE)


def _trace(segment: Segment, context: Context, span: Span) -> Trace | None:
    return next(
        (one for one in traced(segment, context) if one.family == LINK and one.opening and one.opening.overlaps(span)),
        None,
    )


def _led(raw: str, span: Span) -> Span:
    """The range with the white space behind it."""
    end = span.end
    while raw[end : end + 1] in (" ", "\t"):
        end += 1
    return Span(span.start, end)


def _spaced(raw: str, span: Span, link: str) -> str:
    before, after = raw[span.start - 1 : span.start], raw[span.end : span.end + 1]
    return (" " if before.isalnum() or before in ".,;" else "") + link + (" " if after.isalnum() else "")
