"""Links, emphasis and footnotes of Markdown that no longer are any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Applicability, Edit, Fix, Flag, Place, Segment, Severity, Side, Span
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend

_LINK = re.compile(
    r"(?P<bang>[!！] ?)?(?P<open>[\[【［])(?P<text>[^\[\]【】［］\n]{0,200})(?P<close>[\]】］])"
    r"(?P<gap> {0,2})(?P<left>[(（])"
    r"(?P<url> ?(?:https?[:：]|www\.|mailto:|[./#]?[\w-]{1,60}[./#])[^()（）\n]{0,500})(?P<right>[)）])"
)
_SPACED_BOLD = re.compile(r"(\*\*|__)(?P<before> *)(?P<text>[^*_\n ][^*_\n]{0,200}?)(?P<after> *)\1(?![*_])")
_WIDE_BOLD = re.compile(r"＊＊[^＊\n]{1,200}＊＊|＊[^＊\n]{1,200}＊")
_FOOTNOTE = re.compile(r"[\[［] ?\^ ?(\d{1,3}|[a-z]{1,10}) ?[\]］]")


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
                wanted = edit.text or "nothing"
                yield Flag(
                    place,
                    f'a broken link: write "{wanted}" here',
                    expected=(edit.text,),
                    fixes=(Fix((edit,), Applicability.SAFE),),
                )


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
                yield mend(
                    segment,
                    edits,
                    f'broken emphasis: write "{match[1]}{match["text"]}{match[1]}"',
                    at=match.span(),
                    applicability=sure,
                )
    if "＊" in prose:
        for match in _WIDE_BOLD.finditer(prose):
            text = match[0].replace("＊", "*")
            yield mend(segment, {match.span(): text}, f'full-width emphasis: write "{text}"', expected=(text,))


@segment_rule(severity=Severity.WARNING, category="design and markup/markup")
def broken_footnote(segment: Segment, context: Context) -> Iterator[Flag]:
    """A footnote's mark torn apart: "[ ^ 1]".

    The reader sees brackets and a caret, and no note opens.

    Known problems: none known.

    Source: GitHub Flavored Markdown and PHP Markdown Extra, "Footnotes".

    Bad:
        en: The bank fell.«[ ^ 1 ]»
    Good:
        en: The bank fell.[^1]
    """
    prose = segment.target.prose
    if "^" in prose:
        for match in _FOOTNOTE.finditer(prose):
            mark = f"[^{match[1]}]"
            if match[0] != mark:
                yield mend(segment, {match.span(): mark}, f"a broken footnote mark: write {mark}", expected=(mark,))


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
