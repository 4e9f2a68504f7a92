"""Stretches of English copy that nobody wrote to be read: addresses, leaked attributes, pieces of file names.

Every function takes prose and gives spans in code points, in reading order. Rules on language stay silent inside
`machine`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from toolkit.core import Span
from toolkit.core.pattern import pattern

_URL = pattern(r"(?:https?://|ftp://|www\.)[^\s<>\"“”‘’（）()]{1,2000}", re.IGNORECASE)
_MAIL = pattern(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}")
_DOMAIN = pattern(
    r"(?<![\w.-])[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.(?:com|net|org|gov|edu|cn|hk|tw|jp|uk|io)\b(?:/[^\s\"“”]{0,2000})?"
)
_TOKEN = pattern(r"[!#-'*-;=?-Z^-~]+")
_DIGITS = pattern(r"[0-9]{5}")
_PIECE = pattern(
    r"(?<![\w/-])(?P<path>(?:[A-Za-z0-9][\w-]{0,40}/){0,8})[A-Za-z]{0,30}[-_]?\d{1,20}(?:[-_]\d{1,20}){0,5}"
    r"(?P<ending>\.(?:s?html?|php|aspx?|jsp|jpe?g|png|gif|webp|mp4|pdf|docx?))?"
)
_STORY = pattern(r"[a-z][-_]?(?:19|20)\d{6}|[a-z]\d{5,}[-_]\d")
_FILE = pattern(r"[.](?:s?html?|php|aspx?|jsp|jpe?g|png|gif|webp|mp4|pdf)(?=[A-Z])")
_FILE_NAME = pattern(r"(?<![\w/-])[\w/-]{1,60}$")
_ATTRIBUTE = pattern(
    r"(?<![\w-])(?P<name>[A-Za-z][A-Za-z:-]{0,20})\s{0,3}[=＝]\s{0,3}"
    r"(?P<value>\"[^\"<>]{0,200}\"|“[^“”<>]{0,200}”|'[^'<>]{0,200}'|[\"“”]?[^\s\"“”<>=]{1,200}[\"“”]?)"
)
_VALUES = r"no ?follow|no ?opener|no ?referrer|_ ?(?:blank|self|parent|top)\b"
_VALUE = pattern(_VALUES, re.IGNORECASE)
_TAIL = pattern(rf"(?: ?(?:external|{_VALUES}|//[^\s<>\"“”]{{1,300}}))*[\"“”]?", re.IGNORECASE)
_BARE = pattern(
    rf"\b(?:rel|target) {{0,2}}[:：]? {{0,2}}[\"“”]?(?:{_VALUES})[\"“”]?"
    rf"|[\"“”]_ ?(?:blank|self|parent|top)[\"“”]? ?(?=[>＞])",
    re.IGNORECASE,
)
_TAG = pattern(r"<[A-Za-z][A-Za-z0-9]{0,10}(?:\s{1,3}[A-Za-z:-]{1,20}=\"[^\"<>]{0,500}\"){1,12}\s?/?>")
_OPEN_TAG = pattern(r"[<＜]\s*/?\s*[A-Za-z][A-Za-z0-9]{0,10}\s[^<>]*$")
_CLOSE = pattern(r" {0,2}/? ?[>＞]")
_NAMES = frozenset(
    (
        "href src rel target class style alt title width height align valign border color face id name lang dir media"
        " type onclick onload srcset sizes loading bgcolor cellpadding cellspacing colspan rowspan download hspace"
        " vspace"
    ).split()
)


@lru_cache(maxsize=2048)
def machine(prose: str) -> tuple[Span, ...]:
    """Addresses, leaked attributes, pieces of file names, and whole tags with attributes in plain text, together."""
    tags = [Span(*match.span()) for match in _TAG.finditer(prose)] if "<" in prose else []
    return _merged([*addresses(prose), *attributes(prose), *pieces(prose), *tags])


def inside(prose: str, start: int, end: int) -> bool:
    """Whether the range touches a stretch of `machine`."""
    return _touches(machine(prose), start, end)


def addresses(prose: str) -> tuple[Span, ...]:
    """Web and mail addresses and domains.

    >>> addresses("Read Example.com or mail desk@example.org.")
    (Span(start=5, end=16), Span(start=25, end=41))
    """
    found = [Span(*match.span()) for match in _URL.finditer(prose)] if "://" in prose or "ww." in prose.lower() else []
    if "@" in prose:
        found += (Span(*match.span()) for match in _MAIL.finditer(prose))
    return _merged(found + [Span(*match.span()) for match in _DOMAIN.finditer(prose)])


def attributes(prose: str) -> Iterator[Span]:
    """HTML attributes outside any tag, with the quotation mark before and the bracket after them.

    >>> [tuple(span) for span in attributes('He left "REL = nofollow TARGET = _self> at six.')]
    [(8, 39)]
    """
    if "=" in prose or "＝" in prose:
        for group in _groups(prose):
            start, end = group[0].start(), _tail(prose, group[-1].end())
            if _leaked(prose, group, end) and not _OPEN_TAG.search(prose, max(0, start - 300), start):
                yield _trimmed(prose, start, end)
    elif "_" in prose or "follow" in prose.lower():
        for match in _BARE.finditer(prose):
            yield _trimmed(prose, *match.span())


def pieces(prose: str) -> Iterator[Span]:
    """Pieces of a web address or of a file name without the rest of it.

    >>> [tuple(s) for s in pieces("It fell.news/t20210304-88121 Shares rose.")]
    [(8, 28)]
    """
    if _DIGITS.search(prose):
        yield from _numbered(prose)
    for match in _FILE.finditer(prose):
        name = _FILE_NAME.search(prose, max(0, match.start() - 61), match.start())
        if name and not _DIGITS.search(name[0]):
            yield Span(name.start(), match.end())


def _numbered(prose: str) -> Iterator[Span]:
    whole: tuple[Span, ...] | None = None
    for token in _TOKEN.finditer(prose):
        if "/" not in token[0] and not _DIGITS.search(token[0]):
            continue
        for match in _PIECE.finditer(token[0]):
            if _is_piece(match):
                whole = addresses(prose) if whole is None else whole
                span = Span(token.start() + match.start(), token.start() + match.end())
                if not _touches(whole, *span):
                    yield span


def _is_piece(match: re.Match[str]) -> bool:
    text = match[0]
    if not any(char.islower() for char in text):
        return False
    digits = sum(map(str.isdigit, text))
    return bool(
        (match["ending"] and digits >= 5)
        or _STORY.search(text)
        or (match["path"] and digits >= 6 and not text.endswith("000"))
    )


def _groups(prose: str) -> Iterator[list[re.Match[str]]]:
    group: list[re.Match[str]] = []
    for match in _ATTRIBUTE.finditer(prose):
        if group and prose[_tail(prose, group[-1].end()) : match.start()].strip(' \t"“”,;'):
            yield group
            group = []
        group.append(match)
    if group:
        yield group


def _tail(prose: str, end: int) -> int:
    """The end of an attribute whose value was torn into several words."""
    tail = _TAIL.match(prose, end - (prose[end - 1] == "_"))
    return max(end, tail.end()) if tail else end


def _leaked(prose: str, group: list[re.Match[str]], end: int) -> bool:
    known = [match for match in group if match["name"].lower() in _NAMES]
    if _VALUE.search(prose, group[0].start(), end) or len(known) >= 2:
        return True
    closed = _CLOSE.match(prose, end) is not None
    return any(closed or match["value"][0] in "\"“'/#" or match["value"].startswith("http") for match in known)


def _trimmed(prose: str, start: int, end: int) -> Span:
    if start and prose[start - 1] in "\"“”'":
        start -= 1
    close = _CLOSE.match(prose, end)
    return Span(start, close.end() if close else end)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """The same stretches in order, those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _touches(spans: tuple[Span, ...], start: int, end: int) -> bool:
    """Whether a range shares a code point with any of `spans`, which are in order and apart."""
    n = bisect_left(spans, (end,))
    return n > 0 and spans[n - 1].end > start
