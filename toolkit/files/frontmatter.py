"""The head of a Markdown article: YAML between `---`, or TOML between `+++`."""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.core import Kind, Paragraph, Span, Text
from toolkit.core.pattern import pattern
from toolkit.files.lines import END

_OPEN = pattern(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?=[ \t]*(?:[\w\"'-]+[ \t]*[:=]|#|\1))")
_CLOSE = {
    mark: pattern(rf"(?:^|(?<=[\r\n])){close}[ \t]*(?=[\r\n]|\Z)")
    for mark, close in (("---", r"(?:---|\.\.\.)"), ("+++", r"\+\+\+"))
}
_FIELD = pattern(
    r"(?:^|(?<=[\r\n]))(title|date|published|publishdate|pubdate)[ \t]*[:=][ \t]*([^\r\n]*)", re.IGNORECASE
)
_QUOTED = pattern(r"\"([^\"\\]*)\"|'([^']*)'")


class FrontMatter(NamedTuple):
    """Where the front matter ends (0: there is none), the title as a headline, and the date as it is written."""

    end: int = 0
    title: Paragraph | None = None
    published: str | None = None


def front_matter(raw: str) -> FrontMatter:
    """The front matter of a Markdown text; its title, if it stands on one line, is prose."""
    opening = _OPEN.match(raw)
    closing = _CLOSE[opening[1]].search(raw, opening.end()) if opening else None
    if not opening or not closing:
        return FrontMatter()
    fields: dict[str, Span] = {}
    for found in _FIELD.finditer(raw, opening.end(), closing.start()):
        fields.setdefault(found[1].lower(), _value(raw, Span(*found.span(2))))
    title = fields.pop("title", Span(0, 0))
    dates = [raw[span.start : span.end] for span in fields.values()]
    text = raw[title.start : title.end]
    headline = Paragraph(Text.plain(text, title.start), Kind.HEADLINE) if text and text[0] not in "|>\"'" else None
    after = END.match(raw, closing.end())
    return FrontMatter(after.end() if after else closing.end(), headline, dates[0] if dates else None)


def _value(raw: str, span: Span) -> Span:
    """The value of a field without its quotation marks."""
    quoted = _QUOTED.match(raw, span.start, span.end)
    if quoted:
        return Span(*quoted.span(1 if quoted[1] is not None else 2))
    text = raw[span.start : span.end].split(" #", 1)[0].rstrip()
    return Span(span.start, span.start + len(text))
