"""The links, images and stressed words of the Chinese, as they stand in its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.core import Article, Span, Text
from toolkit.core.pattern import pattern

STRONG, EM, LINK, IMAGE = "strong", "em", "link", "image"
FAMILIES = {"a": LINK, "b": STRONG, "strong": STRONG, "em": EM, "i": EM, "img": IMAGE}
INLINE = "a|abbr|b|cite|code|em|i|mark|s|small|strong|sub|sup|u"
_TAG = pattern(rf"<(?P<slash>/?)(?P<name>{INLINE})(?P<rest>(?=[\s>])(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*)>")
_HREF = pattern(r"(?<![\w-])href\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))", re.IGNORECASE)
_LINK = pattern(
    r"(?P<bang>!?)\[(?P<text>[^\[\]\n]{0,500})\]\((?P<url><?[^\s()<>]{1,2000}>?)(?P<title>\s[^()\n]{0,300})?\)"
)
_BOLD = pattern(r"(?P<mark>\*\*|__)(?=[^\s*_])(?P<text>[^*_\n]{1,300}?)(?<!\s)(?P=mark)")
_ITALIC = pattern(r"(?<![*\w])(?P<mark>\*)(?=[^\s*])(?P<text>[^*\n]{1,300}?)(?<!\s)\*(?![*\w])")


class Element(NamedTuple):
    """A link or stress: its `family`, the characters of its opening and closing, its address, and where its words stand.

    `words` is a range of the file, in code points.
    """

    family: str
    opening: str
    closing: str
    value: str
    words: Span


def elements(article: Article, text: Text) -> tuple[Element, ...]:
    """The elements of a paragraph in reading order."""
    found = [one for span in text.spans for one in _found(article, span)]
    return tuple(sorted(found, key=lambda one: (one.words.start, -one.words.end)))


def _found(article: Article, span: Span) -> Iterator[Element]:
    raw = article.raw
    if raw.find("<", *span) >= 0:
        yield from _tags(raw, span)
    if article.format == "markdown":
        for match in _LINK.finditer(raw, *span):
            family = IMAGE if match["bang"] else LINK
            opening, closing = f"{match['bang']}[", f"]({match['url']}{match['title'] or ''})"
            yield Element(family, opening, closing, match["url"].strip("<>"), Span(*match.span("text")))
        for form, family in ((_BOLD, STRONG), (_ITALIC, EM)):
            for match in form.finditer(raw, *span):
                yield Element(family, match["mark"], match["mark"], "", Span(*match.span("text")))


def _tags(raw: str, span: Span) -> Iterator[Element]:
    open_: list[tuple[str, Span]] = []
    for match in _TAG.finditer(raw, *span):
        if not match["slash"]:
            open_.append((match["name"], Span(*match.span())))
        elif open_ and open_[-1][0] == match["name"]:
            name, at = open_.pop()
            tag = raw[at.start : at.end]
            yield Element(FAMILIES.get(name, name), tag, match[0], address(tag), Span(at.end, match.start()))


def address(tag: str) -> str:
    """The address that a tag leads to; empty where it has none."""
    found = _HREF.search(tag)
    return next((group for group in found.groups() if group is not None), "") if found else ""
