"""Links, tags and stress that lost a part, or were written as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Applicability, Edit, Fix, Flag, Place, Segment, Severity, Side, Span
from toolkit.core.pattern import pattern
from toolkit.lint import Context, segment_rule
from toolkit.rules.markup.elements import IMAGE, LINK
from toolkit.rules.markup.rebuilding import cured
from toolkit.rules.markup.traces import Trace, traced

_WIDEST = 40
_EMPTY = pattern(r"<a\s[^<>]{0,600}href[^<>]{0,2000}>\s*</a>|(?<!!)\[\s*\]\(\s?[^()\s]{1,2000}\)", re.IGNORECASE)
_ESCAPED = pattern(
    r"&\s?lt\s?;\s?/?\s?(?:a|b|strong|em|i|u|p|br|span|div|font|sup|sub)(?:\s[^<>]{0,600}?)?\s?/?&\s?gt\s?;",
    re.IGNORECASE,
)
_SPACED = pattern(
    r"(?<![\w-])(?:href|src)(?P<gap>\s*=\s*)(?P<mark>[\"'])(?P<value>[^\"'<>]{1,2000})(?P=mark)", re.IGNORECASE
)
_SCHEME = pattern(r"[^/]{0,8}:|[./#\w-]{1,40}[./]")
_CODE = pattern(r"`[^`\n]*`|<(code|pre)\b.*?</\1>", re.DOTALL)
_SPACE = pattern(r"\s+")
_BRACKET = pattern(r"[\[\]【】［］]")


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def half_link(segment: Segment, context: Context) -> Iterator[Flag]:
    """A Markdown link or image that lost one of its brackets, or has them in the wrong places or behind backslashes.

    The reader sees an address in the middle of a sentence, and cannot follow it.

    Known problems: an article that explains Markdown. Where the bracket before the words is lost, only the Chinese tells
    where they begin.

    Source: CommonMark 0.31.2, 6.3 and 6.4: the text in square brackets, then the address in round ones.

    Bad:
        format: markdown
        en: Read «[the law](https://example.org/law» today.
    Good:
        format: markdown
        en: Read [the law](https://example.org/law) today, or write to us (https://example.org).
    Bad:
        format: markdown
        en: Read «(the law)[https://example.org/law]» today.
    Good:
        format: markdown
        en: Read [the law](https://example.org/law) today.
    """
    article = context.document.target
    if article.format == "markdown" and any(_BRACKET.search(article.raw, *span) for span in segment.target.spans):
        for one in traced(segment, context):
            if one.family in (LINK, IMAGE) and one.closing and not one.sound and _is_half(one, article.raw):
                yield cured(_half(one, article.raw), context)


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def empty_link(segment: Segment, context: Context) -> Iterator[Flag]:
    """A link around nothing: its words stand beside it.

    There is nothing to click on, and a screen reader reads out an address.

    Known problems: a link that a script or a style sheet fills.

    Source: WCAG 2.2, 2.4.4, "Link Purpose"; HTML Living Standard, 4.5.1.

    Bad:
        format: html
        en: <p>Read «<a href="https://example.org/law"></a>»the law today.</p>
    Good:
        format: html
        en: <p>Read <a href="https://example.org/law">the law</a> today.</p>
    """
    raw = context.document.target.raw
    for span in segment.target.spans:
        for match in _EMPTY.finditer(raw, *span):
            flag = Flag(_cut(Span(*match.span())), "a link around nothing: put its words inside, or remove it")
            yield cured(flag, context)


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def escaped_tag(segment: Segment, context: Context) -> Iterator[Flag]:
    """A tag whose angle brackets became character references: the reader sees it as text.

    "&lt;a href=…&gt;" is escaped once too often on the way through a translation service.

    Known problems: an article on HTML that shows a tag outside `<code>`.

    Source: HTML Living Standard, 13.1.2, "Elements".

    Bad:
        format: html
        en: <p>The minister «&lt;b&gt;»agreed«&lt;/b&gt;».</p>
    Good:
        format: html
        en: <p>The minister <b>agreed</b> that 3 &lt; 5, and shows <code>&lt;b&gt;</code>.</p>
    """
    raw = context.document.target.raw
    escapes = context.document.bilingual or context.document.target.format == "text"
    for span in segment.target.spans if not escapes else ():
        code = [Span(*match.span()) for match in _CODE.finditer(raw, *span)]
        for match in _ESCAPED.finditer(raw, *span):
            at = Span(*match.span())
            if not any(one.overlaps(at) for one in code):
                tag = re.sub(r"&\s?lt\s?;\s?", "<", re.sub(r"\s?&\s?gt\s?;", ">", match[0]))
                fix = Fix((Edit(at, tag),), Applicability.UNSAFE)
                yield cured(Flag(_cut(at), f"a tag shown as text: write {tag}", None, (tag,), (fix,)), context)


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def spaced_address(segment: Segment, context: Context) -> Iterator[Flag]:
    """An address in a tag with a space in it.

    A machine that parts words parts addresses too; the link leads nowhere, or to another page.

    Known problems: files whose names do have spaces, which an address writes as %20.

    Source: RFC 3986, 2 (no space in an address); HTML Living Standard, 2.4.1.

    Bad:
        format: html
        en: <p>Read <a href="«https://example.org/a -1»">the law</a> today.</p>
    Good:
        format: html
        en: <p>Read <a href="https://example.org/a-1">the law</a> today.</p>
    """
    raw = context.document.target.raw
    for span in segment.target.spans if context.document.target.format != "text" else ():
        for match in _SPACED.finditer(raw, *span):
            value = match["value"]
            if _SPACE.search(value) and _SCHEME.match(value.lstrip()):
                right, at = _SPACE.sub("", value), Span(*match.span("value"))
                sure = Applicability.SAFE if value.strip() == right else Applicability.UNSAFE
                gap = (Edit(Span(*match.span("gap")), "="),) if match["gap"] != "=" else ()
                fix = Fix((*gap, Edit(at, right)), sure)
                yield cured(
                    Flag(_cut(at), f"an address with a space in it: write {right[:60]}", None, (right,), (fix,)),
                    context,
                )


@segment_rule(severity=Severity.WARNING, category="design and markup/markup")
def half_emphasis(segment: Segment, context: Context) -> Iterator[Flag]:
    """Two asterisks of Markdown that open bold type and never close it, or close none.

    The reader sees them, and nothing is bold.

    Known problems: two asterisks that stand for a footnote, or for letters left out of a word.

    Source: CommonMark 0.31.2, 6.2.

    Bad:
        format: markdown
        en: The «**»talks begin on Friday.
    Good:
        format: markdown
        en: The **talks** begin on Friday, at 2 ** 3.
    """
    article = context.document.target
    if article.format == "markdown" and "**" in segment.target.prose and segment.target.prose.count("**") == 1:
        at = segment.target.prose.find("**")
        place = segment.target_at((at, at + 2))
        around = article.raw[max(0, place.span.start - 1) : place.span.end + 1]
        if any(char.isalnum() for char in around):
            yield cured(Flag(place, "** without its partner: close the bold words, or remove it"), context)


def _is_half(one: Trace, raw: str) -> bool:
    """Whether a trace is of a link that other rules do not mend: not merely spaced or in full-width brackets."""
    closing = raw[slice(*one.closing)] if one.closing else ""
    opening = raw[slice(*one.opening)] if one.opening else ""
    if not one.opening:
        return closing.lstrip()[:1] in ("]", "】", "］", "\\")
    return (
        closing[:1] not in "]】］" or closing[-1:] not in ")）" or opening.lstrip("!！ ")[:1] not in ("[", "【", "［")
    )


def _half(one: Trace, raw: str) -> Flag:
    spans = one.spans
    place = _cut(Span(spans[0].start, spans[-1].end))
    if not one.opening or not one.closing:
        return Flag(
            place, "half a link: its opening bracket is lost; put it before the words of the link, or remove the rest"
        )
    words = raw[one.opening.end : one.closing.start].strip()
    mark = "![" if one.family == IMAGE else "["
    url = _SPACE.sub("", one.value).replace("：", ":")
    edits = (Edit(one.opening, mark), Edit(one.closing, f"]({url})"))
    right = f"{mark}{words}]({url})"
    sure = Applicability.UNSAFE if "\\" in raw[slice(*one.opening)] else Applicability.SAFE
    return Flag(place, f"a torn link: write {right[:80]}", None, (right,), (Fix(edits, sure),))


def _cut(span: Span) -> Place:
    return Place(Side.TARGET, Span(span.start, min(span.end, span.start + _WIDEST)))
