"""Links, emphasis and footnotes of Markdown that no longer are any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Applicability, Document, Edit, Fix, Flag, Place, Segment, Severity, Side, Span
from toolkit.core.pattern import pattern
from toolkit.lint import Context, document_rule, segment_rule
from toolkit.lint.mend import mend
from toolkit.rules.markup.rebuilding import cured

_LINK = pattern(
    r"(?P<bang>[!！] ?)?(?P<open>[\[【［])(?P<text>[^\[\]【】［］\n]{0,200})(?P<close>[\]】］])"
    r"(?P<gap> {0,2})(?P<left>[(（])"
    r"(?P<url> ?(?:https?[:：]|www\.|mailto:|[./#]?[\w-]{1,60}[./#])[^()（）\n]{0,500})(?P<right>[)）])"
)
_SPACED_BOLD = pattern(r"(\*\*|__)(?P<before> *)(?P<text>[^*_\n ][^*_\n]{0,200}?)(?P<after> *)\1(?![*_])")
_WIDE_BOLD = pattern(r"＊＊[^＊\n]{1,200}＊＊|＊[^＊\n]{1,200}＊")
_SPACED_EMPHASIS = pattern(r"(?<![\w*])\*(?P<before> ?)(?P<text>[^\W\d_][^*\n]{2,80}[^*\s])(?P<after> ?)\*(?![\w*])")
_LONE = pattern(r"(?<=[\s(])\*(?=\w)")
_FIRST = pattern(r"\S{1,30}")
_FOOTNOTE = pattern(r"[\[［] ?\^ ?(\d{1,3}|[a-z]{1,10}) ?[\]］]")


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def broken_link(segment: Segment, context: Context) -> Iterator[Flag]:
    """A Markdown link or image torn apart: a space before its address, full-width brackets.

    The reader sees brackets and a bare address instead of a link.

    Known problems: an address in brackets after bracketed words may be meant in plain text.

    Source: CommonMark 0.31.2, 6.3 and 6.4: the address follows the text at once, in ASCII brackets.

    Bad:
        format: markdown
        en: Read [the law«] (»https://example.org/law) today.
    Good:
        format: markdown
        en: Read [the law](https://example.org/law) today, or [that] (not this).
    Bad:
        format: markdown
        en: Read «【»the law«】（»https://example.org/law«）» today.
    Good:
        format: markdown
        en: Read ![the law](law.png) today.
    """
    raw = context.document.target.raw
    for start, end in segment.target.spans:
        for match in (
            _LINK.finditer(raw, start, end) if raw.find("(", start, end) >= 0 or raw.find("（", start, end) >= 0 else ()
        ):
            for edit in _repairs(match):
                place = Place(Side.TARGET, edit.span)
                wrong = raw[slice(*edit.span)].strip()
                wrong = "" if wrong == edit.text else f" for “{wrong}”"
                message, fix = f"a broken link: write “{edit.text}”{wrong}", Fix((edit,), Applicability.SAFE)
                yield cured(Flag(place, message, expected=(edit.text,), fixes=(fix,)), context)


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def broken_emphasis(segment: Segment, context: Context) -> Iterator[Flag]:
    """Markdown emphasis with spaces inside its asterisks, or in full-width ones.

    "** now **" shows its asterisks and emphasises nothing.

    Known problems: asterisks that stand for footnotes twice in a line are found where they are paired.

    Source: CommonMark 0.31.2, 6.2: a delimiter opens only before, and closes only after, what is no space.

    Bad:
        en: The talks «** begin **» on Friday.
    Good:
        en: The talks **begin** on Friday at 2 * 3 * 4.
    Bad:
        en: The talks «＊＊begin＊＊» on Friday.
    Good:
        en: The talks *begin* on Friday.
    """
    prose = segment.target.prose
    if "**" in prose or "__" in prose:
        for match in _SPACED_BOLD.finditer(prose):
            gaps = [match.span(side) for side in ("before", "after") if match[side]]
            if gaps:
                edits = dict.fromkeys(gaps, "")
                sure = Applicability.SAFE if len(gaps) == 2 else Applicability.UNSAFE
                message = f"broken emphasis: write “{match[1]}{match['text']}{match[1]}”"
                yield cured(mend(segment, edits, message, at=match.span(), applicability=sure), context)
    if "＊" in prose:
        for match in _WIDE_BOLD.finditer(prose):
            text = match[0].replace("＊", "*")
            yield mend(segment, {match.span(): text}, f"full-width emphasis: write “{text}”", expected=(text,))


@segment_rule(severity=Severity.WARNING, category="design and markup/markup")
def loose_asterisk(segment: Segment, context: Context) -> Iterator[Flag]:
    """An asterisk of Markdown emphasis with a space inside, or without its partner.

    "the * rule *" shows its asterisks, and "* Photo: …*" becomes an item of a list.

    Known problems: an asterisk that means a footnote in plain Markdown is found where it stands before a word.

    Source: CommonMark 0.31.2, 6.2: a delimiter opens only before, and closes only after, what is no space.

    Bad:
        format: markdown
        en: The «* water law *» is due.
    Good:
        format: markdown
        en: The *water law* is due, at 2 * 3 * 4.
    Bad:
        format: markdown
        en: The «*»water law is due.
    Good:
        format: markdown
        en: The *water law* is due.
    Bad:
        format: markdown
        en: «* Photo:» a boat on the river*
    Good:
        format: markdown
        en: *Photo: a boat on the river*
    """
    prose = segment.target.prose
    if "*" not in prose or context.document.target.format != "markdown":
        return
    padded = [match for match in _SPACED_EMPHASIS.finditer(prose) if match["before"] or match["after"]]
    for match in padded:
        gaps = [match.span(side) for side in ("before", "after") if match[side]]
        message = f"broken emphasis: write *{match['text']}*"
        expected = (f"*{match['text']}*",)
        yield cured(mend(segment, dict.fromkeys(gaps, ""), message, at=match.span(), expected=expected), context)
    if prose.count("*") == 1 and (lone := _LONE.search(prose)):
        message = "an asterisk opens emphasis that never ends: close it, or drop the asterisk"
        yield cured(Flag(segment.target_at(lone.span()), message), context)
    for span in segment.target.spans:
        yield from _item(context.document.target.raw, span)


@document_rule(severity=Severity.WARNING, category="design and markup/markup")
def broken_footnote(document: Document, context: Context) -> Iterator[Flag]:
    """A footnote's mark torn apart: "[ ^ 1]".

    The reader sees brackets and a caret, and no note opens.

    Known problems: none known.

    Source: GitHub Flavored Markdown and PHP Markdown Extra, "Footnotes".

    Bad:
        en: The bank fell.«[ ^ 1 ]»
    Good:
        en: The bank fell.[^1]
    Bad:
        format: markdown
        en: The bank fell.[^1]
        en: «[ ^ 1]»: It had lent too much.
    Good:
        format: markdown
        en: The bank fell.[^1]
        en: [^1]: It had lent too much.
    """
    raw = document.target.raw
    for match in _FOOTNOTE.finditer(raw) if "^" in raw else ():
        mark, span = f"[^{match[1]}]", Span(*match.span())
        if match[0] != mark:
            fix = Fix((Edit(span, mark),), Applicability.SAFE)
            yield Flag(Place(Side.TARGET, span), f"a broken footnote mark: write {mark}", None, (mark,), (fix,))


def _item(raw: str, span: Span) -> Iterator[Flag]:
    """The item of a list that was emphasised text: "* Photo: …*"."""
    start, text = span.start, raw[slice(*span)]
    word = _FIRST.match(raw, start)
    if raw[max(0, start - 2) : start] == "* " and word and text.endswith("*") and text.count("*") == 1:
        expected = f"*{word[0]}"
        place = Place(Side.TARGET, Span(start - 2, word.end()))
        fix = Fix((Edit(Span(start - 1, start), ""),), Applicability.SAFE)
        yield Flag(place, f"broken emphasis: write {expected}", None, (expected,), (fix,))


def _repairs(match: re.Match[str]) -> Iterator[Edit]:
    """The edits that make a link of what `match` found, from left to right, in the offsets of the file."""
    if match["bang"] and match["bang"] != "!":
        yield Edit(Span(*match.span("bang")), "!")
    if match["open"] != "[":
        yield Edit(Span(*match.span("open")), "[")
    if match["close"] + match["gap"] + match["left"] != "](":
        yield Edit(Span(match.start("close"), match.end("left")), "](")
    if match["right"] != ")":
        yield Edit(Span(*match.span("right")), ")")
