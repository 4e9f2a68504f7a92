"""Tags that are misspelt, never closed, or closed in the wrong order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.core import Applicability, Edit, Fix, Flag, Place, Segment, Severity, Side, Span
from toolkit.core.pattern import pattern
from toolkit.lint import Context, segment_rule
from toolkit.rules.markup.rebuilding import cured

_NAMES = (
    "a|abbr|article|aside|b|big|blockquote|br|center|cite|code|del|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|kbd"
    "|li|mark|nav|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|video"
)
_TAGLIKE = pattern(
    rf"[<＜]\s{{0,2}}[/／]?\s{{0,2}}(?:{_NAMES})(?![\w.-])[^<>\n]{{0,300}}?[/／]?\s{{0,2}}[>＞]", re.IGNORECASE
)
_WIDE = str.maketrans("＜＞／＝“”„‘’＂＇", '<>/="""\'\'"\'')
_FOREIGN_NAME = pattern(r"\s[^\x00-\x7f\s\"'=<>/]+\s{0,2}=")
_ODD_MARKS = pattern("[＜＞／＝“”„‘’＂＇]")
_CODE = pattern(r"`[^`\n]*`|<!--(?:(?!<!--).)*?-->", re.DOTALL)
_TAG = pattern(r"<(/?)([A-Za-z][A-Za-z0-9]{0,12})(?=[\s/>])(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*>")
_PAIRED = frozenset(
    "a abbr b big cite code del em font i ins kbd mark q s small span strike strong sub sup tt u".split()
)


class _Tag(NamedTuple):
    """A tag of a paragraph: its range in the file, its name, whether it closes."""

    span: Span
    name: str
    closes: bool


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def broken_tag(segment: Segment, context: Context) -> Iterator[Flag]:
    """A tag with spaces, full-width marks, curly quotation marks or a translated attribute inside.

    A browser prints `< b>` as it stands, and follows no link whose address is in curly marks.

    Known problems: tags shown on purpose in plain text are judged by the same rule.

    Source: HTML Living Standard, 13.1.2, "Elements"; 13.1.2.3, "Attributes".

    Bad:
        en: The «< b>»minister«</ b>» agreed.
    Good:
        en: The <b>minister</b> agreed that 3 < 5 and b > a.
    Bad:
        en: The «＜i＞»minister</i> agreed.
    Good:
        en: The <i>minister</i> agreed.
    """
    for raw, at in _stretches(segment, context):
        if "<" in raw or "＜" in raw:
            for match in _TAGLIKE.finditer(raw):
                mended = _mended(match[0])
                if mended != match[0] or _FOREIGN_NAME.search(match[0]):
                    span = Span(at + match.start(), at + match.end())
                    sound = not _FOREIGN_NAME.search(match[0])
                    fixes = (Fix((Edit(span, mended),), Applicability.SAFE),) if sound else ()
                    place = Place(Side.TARGET, Span(span.start, min(span.end, span.start + 40)))
                    message = f"a broken tag: write {mended}" if sound else "a translated attribute"
                    yield cured(Flag(place, message, expected=(mended,), fixes=fixes), context)


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def unclosed_tag(segment: Segment, context: Context) -> Iterator[Flag]:
    """An inline tag that is opened and never closed in its paragraph, or closed and never opened.

    The rest of the article turns bold, or into one link.

    Known problems: a paragraph that the reader joins or splits elsewhere than the browser does may look unclosed.

    Source: HTML Living Standard, 13.1.2.4: of inline elements neither tag may be omitted.

    Bad:
        en: The «<b>»minister agreed.
    Good:
        en: The <b>minister</b> agreed.<br>
    Bad:
        en: The minister«</em>» agreed.
    Good:
        en: The <em>minister</em> agreed.
    """
    for tags in _tags(segment, context):
        for tag in _loose(tags):
            wrong = f"</{tag.name}> closes nothing" if tag.closes else f"<{tag.name}> is never closed in its paragraph"
            yield cured(Flag(_place(tag), f"{wrong}: add its partner, or remove it"), context)


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def crossed_tags(segment: Segment, context: Context) -> Iterator[Flag]:
    """Two inline tags that overlap: the one opened first is closed first.

    Browsers guess what was meant, and do not guess alike.

    Source: HTML Living Standard, 13.2.10.1, "Misnested tags"; XML 1.0, 3: elements nest.

    Known problems: only the closing tag that comes too early is marked.

    Bad:
        en: The <b><i>minister«</b>»</i> agreed.
    Good:
        en: The <b><i>minister</i></b> agreed.
    """
    for tags in _tags(segment, context):
        loose = set(_loose(tags))
        stack: list[_Tag] = []
        for tag in tags:
            if tag in loose:
                continue
            if not tag.closes:
                stack.append(tag)
            elif stack and stack[-1].name != tag.name:
                yield Flag(
                    _place(tag), f"</{tag.name}> closes before </{stack[-1].name}>, which was opened later: swap them"
                )
                stack.remove(next(one for one in reversed(stack) if one.name == tag.name))
            elif stack:
                stack.pop()


def _stretches(segment: Segment, context: Context) -> Iterator[tuple[str, int]]:
    """The raw stretches of a paragraph's English, and where each begins in the file."""
    raw = context.document.target.raw
    for start, end in segment.target.spans:
        yield raw[start:end], start


def _tags(segment: Segment, context: Context) -> Iterator[list[_Tag]]:
    for raw, at in _stretches(segment, context):
        if "<" in raw:
            bare = _CODE.sub(lambda match: " " * len(match[0]), raw)
            yield [
                _Tag(Span(at + match.start(), at + match.end()), match[2].lower(), bool(match[1]))
                for match in _TAG.finditer(bare)
                if match[2].lower() in _PAIRED and not match[0].endswith("/>")
            ]


def _loose(tags: list[_Tag]) -> list[_Tag]:
    """Tags without partner of the same name, whatever stands between."""
    open_: dict[str, list[_Tag]] = {}
    loose: list[_Tag] = []
    for tag in tags:
        if not tag.closes:
            open_.setdefault(tag.name, []).append(tag)
        elif open_.get(tag.name):
            open_[tag.name].pop()
        else:
            loose.append(tag)
    return sorted(loose + [tag for group in open_.values() for tag in group])


def _place(tag: _Tag) -> Place:
    return Place(Side.TARGET, Span(tag.span.start, min(tag.span.end, tag.span.start + 40)))


def _mended(tag: str) -> str:
    text = tag.translate(_WIDE) if _ODD_MARKS.search(tag) else tag
    text = re.sub(r"^<\s*(/?)\s*", r"<\1", text)
    return re.sub(r"\s+>$", ">", text)
