"""What is left in the English of links and stressed words, whole or broken: where each begins and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.core import Segment, Span
from toolkit.core.pattern import pattern
from toolkit.language.machine import attributes, pieces
from toolkit.lint import Context
from toolkit.rules.markup.elements import EM, FAMILIES, IMAGE, INLINE, LINK, STRONG, address

_LT, _GT = r"(?:[<＜]|&\s?lt\s?;)", r"(?:[>＞]|&\s?gt\s?;)"
_TAG = pattern(
    rf"{_LT}\s{{0,2}}(?P<slash>[/／]?)\s{{0,2}}(?P<name>{INLINE})(?![\w.:-])(?P<rest>(?:[^<>＜＞&\n]|&(?!\s?[gl]t\s?;)){{0,600}}?)[/／]?\s{{0,2}}{_GT}"
    r"|<(?P<open>a)(?:\s+[\w:-]+\s*=\s*\"[^\"<>\n]*\")+(?=\s)"
    rf"|(?<![\w<＜/:])[/／]\s?(?P<end>a|b|strong|em|i|u|sup|sub)\s?{_GT}",
    re.IGNORECASE,
)
_HTTP = r"https?\s?[:：]\s?/\s?/\s?"
_BODY = (
    r"[^\s()（）\[\]【】［］<>\"“”\\]{0,500}"
    r"(?:(?:\s-|\s(?=[\w/.-]{1,200}[)）]))[^\s()（）\[\]【】［］<>\"“”\\]{0,500})?"
)
_URL = rf"(?:{_HTTP}|www\.|mailto:|[./#]?[\w-]{{1,60}}[./#]){_BODY}"
_TEXT = r"[^\[\]【】［］\n]{0,300}?"
_MARKDOWN = (
    (
        rf"(?P<open>(?:[!！]\s?)?\\?[\[【［])(?P<text>{_TEXT})(?P<close>\\?[\]】］]?\s{{0,2}}[(（]\s?(?P<url>{_URL})(?P<title>\s+\"[^\"\n]{{0,200}}\")?\s?(?P<right>[)）])?)",
        True,
    ),
    (
        rf"(?P<open>[(（])(?P<text>[^()（）\[\]\n]{{1,300}})(?P<close>[)）]\s?[\[【［]\s?(?P<url>{_URL})\s?(?P<right>[\]】］]))",
        True,
    ),
    (rf"(?P<open>[(（](?P<url>{_URL})[)）]\s?[\[【［])(?P<text>[^\[\]【】［］\n]{{1,300}})(?P<close>[\]】］])", True),
    (rf"(?P<close>\\?[\]】］]\s{{0,2}}[(（]\s?(?P<url>{_URL})\s?(?P<right>[)）])?)", False),
    (rf"(?P<close>\s?[(（]\s?(?P<url>{_HTTP}{_BODY})\s?(?P<right>[)）]))", False),
)
_FORMS = tuple((pattern(text), whole) for text, whole in _MARKDOWN)
_SOUND = pattern(r"!?\[[^\[\]\n]{0,500}\]\(<?[^\s()<>]{1,2000}>?(?:\s[^()\n]{0,300})?\)")
_STARS = ((STRONG, pattern(r"\*\*|＊＊|__")), (EM, pattern(r"(?<!\*)\*(?!\*)|(?<!＊)＊(?!＊)")))
_BETWEEN = pattern(r"[\s\"“”>]{0,3}")
_NAMED = pattern(r"[\w:-]{2,20}\s?=")
_HEAD = pattern(r"(?:(?<=[\s\"“(])|(?<=^))[<＜]?a\s+\Z")


class Trace(NamedTuple):
    """One link or stress of the English: its `family`, the ranges of the file where its opening and its closing stand.

    One of them is None where it is lost. `loose`: what stands at `opening` is debris, which may lie at either end. `sound`:
    nothing is wrong with it. `value` is its address as it stands.
    """

    family: str
    opening: Span | None
    closing: Span | None
    value: str = ""
    sound: bool = False
    loose: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """The ranges of the file that are no words."""
        return tuple(span for span in (self.opening, self.closing) if span is not None)


class _Token(NamedTuple):
    span: Span
    family: str
    closes: bool
    bare: bool
    value: str


def traces(raw: str, span: Span, form: str) -> tuple[Trace, ...]:
    """The traces in a range of an English file of that format, in reading order."""
    text = raw[span.start : span.end]
    found = list(_markdown(text)) if form == "markdown" else []
    masked = blanked(text, [part for one in found for part in one.spans])
    tokens = list(_tokens(masked))
    masked = blanked(masked, [token.span for token in tokens])
    leaks = [_Token(at, LINK, closes=False, bare=False, value=masked[at.start : at.end]) for at in _leaks(masked)]
    found += _paired(text, tokens, leaks)
    if form == "markdown":
        found += _stressed(blanked(masked, [leak.span for leak in leaks]))
    moved = (
        one._replace(opening=_moved(one.opening, span.start), closing=_moved(one.closing, span.start)) for one in found
    )
    return tuple(sorted(moved, key=lambda one: one.spans))


def traced(segment: Segment, context: Context) -> tuple[Trace, ...]:
    """The traces in the English of a paragraph, found once."""
    article = context.document.target
    return context.kept(
        f"markup/traces/{segment.id}",
        lambda: tuple(one for span in segment.target.spans for one in traces(article.raw, span, article.format)),
    )


def blanked(text: str, spans: Iterable[Span]) -> str:
    """`text` with spaces over some ranges."""
    parts: list[str] = []
    done = 0
    for span in sorted(spans):
        if span.end > done:
            start = max(span.start, done)
            parts += [text[done:start], " " * (span.end - start)]
            done = span.end
    return "".join([*parts, text[done:]])


def _moved(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None


def _markdown(text: str) -> Iterator[Trace]:
    if not any(mark in text for mark in "[]【】［］(（"):
        return
    left = text
    for form, whole in _FORMS:
        for match in form.finditer(left):
            closing = Span(*match.span("close"))
            groups = match.groupdict()
            if "right" in groups and not groups["right"]:
                cut = len(left[closing.start : closing.end].rstrip(" .,;:!?"))
                closing = Span(closing.start, closing.start + cut)
            opening = Span(*match.span("open")) if whole else None
            family = IMAGE if opening and text[opening.start] in "!！" else LINK
            sound = bool(whole and match["text"] and _SOUND.fullmatch(match[0])) or (
                family == IMAGE and bool(_SOUND.fullmatch(match[0]))
            )
            empty = whole and not match["text"].strip() and family == LINK
            if empty:
                yield Trace(family, Span(match.start(), closing.end), None, match["url"], loose=True)
            else:
                yield Trace(family, opening, closing, match["url"], sound)
        left = blanked(left, [Span(*match.span()) for match in form.finditer(left)])


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TAG.finditer(text) if ">" in text or "＞" in text or "gt" in text or "<a " in text else ():
        name = (match["name"] or match["open"] or match["end"]).lower()
        closes = bool(match["slash"] or match["end"])
        bare = not (match["rest"] or "").strip() and not match["open"]
        yield _Token(Span(*match.span()), FAMILIES.get(name, name), closes, bare, address(match[0]))


def _leaks(text: str) -> Iterator[Span]:
    """Attributes and pieces of addresses outside any tag, those that touch made one."""
    last: Span | None = None
    for found in sorted([*attributes(text), *pieces(text)]):
        head = _HEAD.search(text, max(0, found.start - 6), found.start) if _NAMED.match(text, found.start) else None
        span = Span(head.start() if head else found.start, found.end)
        if last and (span.start <= last.end or _BETWEEN.fullmatch(text, last.end, span.start)):
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _paired(text: str, tokens: list[_Token], leaks: list[_Token]) -> Iterator[Trace]:
    """Openings with the closings of their family; a bare opening inside one of its family is a closing that lost its slash."""
    pending: dict[str, _Token] = {}
    debris = set(leaks)
    for token in sorted([*tokens, *leaks]):
        opener = pending.get(token.family)
        if opener and (token.closes or (token.bare and token.family in (LINK, STRONG, EM))):
            del pending[token.family]
            yield _trace(text, opener, token, loose=False, leaked=opener in debris)
        elif token.closes:
            yield Trace(token.family, None, token.span)
        else:
            if opener:
                yield _trace(text, opener, None, loose=opener in debris, leaked=opener in debris)
            pending[token.family] = token
    for opener in pending.values():
        yield _trace(text, opener, None, loose=opener in debris, leaked=opener in debris)


def _trace(text: str, opener: _Token, closer: _Token | None, *, loose: bool, leaked: bool) -> Trace:
    empty = closer is not None and not text[opener.span.end : closer.span.start].strip()
    if empty and closer:
        return Trace(opener.family, Span(opener.span.start, closer.span.end), None, opener.value, loose=True)
    sound = closer is not None and closer.closes and not leaked and _is_sound(text, opener) and _is_sound(text, closer)
    return Trace(opener.family, opener.span, closer.span if closer else None, opener.value, sound, loose)


_STRICT = pattern(r"</?[A-Za-z][A-Za-z0-9]*(?:\s+[a-zA-Z:-]+(?:=(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'“”<>=]+))?)*\s*>")


def _is_sound(text: str, token: _Token) -> bool:
    return _STRICT.fullmatch(text, *token.span) is not None and not re.search(
        r"\"\s|\s\"(?=[\s>])", text[slice(*token.span)]
    )


def _stressed(text: str) -> Iterator[Trace]:
    """Stars of Markdown that stress: those without spaces inside are sound."""
    for family, form in _STARS:
        marks = [Span(*match.span()) for match in form.finditer(text)]
        for n in range(0, len(marks) - 1, 2):
            first, last = marks[n], marks[n + 1]
            inside = text[first.end : last.start]
            sound = inside == inside.strip() and "＊" not in text[first.start : last.end]
            yield Trace(family, first, last, sound=sound)
        if len(marks) % 2:
            one = marks[-1]
            closes = text[one.start - 1 : one.start].strip() and not text[one.end : one.end + 1].isalnum()
            yield Trace(family, None, one) if closes else Trace(family, one, None)
