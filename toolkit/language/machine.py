"""Stretches of English copy that nobody wrote to be read: addresses, leaked attributes, pieces of file names.

Every function takes prose and gives spans in code points, in reading order. Rules on language stay silent inside `machine`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from toolkit.core import Span

_URL = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"“”‘’（）()]{1,2000}", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}")
_DOMAIN = re.compile(
    r"(?<![\w.-])[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.(?:com|net|org|gov|edu|cn|hk|tw|jp|uk|io)\b(?:/[^\s\"“”]{0,2000})?"
)
_TOKEN = re.compile(r"[^\s\"“”()<>\[\]（）《》【】]+")
_DIGITS = re.compile(r"\d{5}")
_PIECE = re.compile(
    r"(?<![\w/-])(?P<path>(?:[A-Za-z][\w-]{0,40}/|\d{2,8}/){0,8})[A-Za-z]{0,30}[-_]?\d{5,20}(?:[-_]\d{1,20}){0,5}"
    r"(?P<ending>\.(?:s?html?|php|aspx?|jsp|jpe?g|png|gif|webp|mp4|pdf|docx?))?"
)
_STORY = re.compile(r"[a-z][-_]?(?:19|20)\d{6}|[a-z]\d{5,}[-_]\d")
_FILE = re.compile(r"(?<![\w/-])[\w/-]{1,80}\.(?:s?html?|php|aspx?|jsp|jpe?g|png|gif|webp|mp4|pdf)(?=[A-Z])")
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?P<name>[A-Za-z][A-Za-z:-]{0,20})\s{0,3}[=＝]\s{0,3}"
    r"(?P<value>\"[^\"<>]{0,200}\"|“[^“”<>]{0,200}”|'[^'<>]{0,200}'|[\"“”]?[^\s\"“”<>=]{1,200}[\"“”]?)"
)
_BARE = re.compile(
    r"\b(?:rel|target)\s{1,2}[\"“”]?(?:no\s?follow|no\s?opener|no\s?referrer|_\s?blank)\b[\"“”]?", re.IGNORECASE
)
_VALUE = re.compile(
    r"[=＝]\s{0,3}[\"“”']?\s?(?:no\s?follow|no\s?opener|no\s?referrer|_\s?(?:blank|self|parent|top)\b)", re.IGNORECASE
)
_OPEN_TAG = re.compile(r"[<＜]\s*/?\s*[A-Za-z][A-Za-z0-9]{0,10}\s[^<>＜＞]*$")
_CLOSE = re.compile(r"\s{0,2}/?\s?[>＞]")
_NAMES = frozenset(
    (
        "href src rel target class style alt title width height align valign border color face id name lang dir media"
        " type onclick onload srcset sizes loading bgcolor cellpadding cellspacing colspan rowspan download hspace"
        " vspace"
    ).split()
)


@lru_cache(maxsize=2048)
def machine(prose: str) -> tuple[Span, ...]:
    """Addresses, leaked attributes and pieces of file names together."""
    return tuple(sorted({*addresses(prose), *attributes(prose), *pieces(prose)}))


def inside(prose: str, start: int, end: int) -> bool:
    """Whether the range touches a stretch of `machine`."""
    return any(span.start < end and start < span.end for span in machine(prose))


def addresses(prose: str) -> Iterator[Span]:
    """Web and mail addresses and domains.

    >>> list(addresses("Read Example.com or mail desk@example.org."))
    [Span(start=5, end=16), Span(start=25, end=41)]
    """
    found: list[Span] = []
    if "://" in prose or "ww." in prose.lower():
        found += (Span(*match.span()) for match in _URL.finditer(prose))
    if "@" in prose:
        found += (Span(match.start(), match.end()) for match in _MAIL.finditer(prose))
    for match in _DOMAIN.finditer(prose):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in found):
            found.append(span)
    yield from sorted(found)


def attributes(prose: str) -> Iterator[Span]:
    """HTML attributes outside any tag, with the quotation mark before and the bracket after them.

    >>> [str.__getitem__(p, slice(*s)) for p in ['He left "REL = nofollow TARGET = _self> at six.'] for s in attributes(p)]
    ['"REL = nofollow TARGET = _self>']
    """
    if "=" in prose or "＝" in prose:
        for group in _groups(prose):
            start, end = group[0].start(), group[-1].end()
            if _leaked(prose, group) and not _OPEN_TAG.search(prose, max(0, start - 300), start):
                yield _trimmed(prose, start, end)
    elif "_" in prose or "follow" in prose:
        for match in _BARE.finditer(prose):
            yield _trimmed(prose, *match.span())


def pieces(prose: str) -> Iterator[Span]:
    """Pieces of a web address or of a file name without the rest of it.

    >>> [tuple(s) for s in pieces("It fell.news/t20210304-88121 Shares rose.")]
    [(8, 28)]
    """
    if _DIGITS.search(prose):
        whole = tuple(addresses(prose))
        for token in _TOKEN.finditer(prose):
            if "/" not in token[0] and not _DIGITS.search(token[0]):
                continue
            for match in _PIECE.finditer(token[0]):
                span = Span(token.start() + match.start(), token.start() + match.end())
                if _is_piece(match) and not any(span.overlaps(other) for other in whole):
                    yield span
    if "." in prose:
        yield from (Span(*match.span()) for match in _FILE.finditer(prose) if not _DIGITS.search(match[0]))


def _is_piece(match: re.Match[str]) -> bool:
    text = match[0]
    if not any(char.islower() for char in text):
        return False
    return bool(match["ending"] or _STORY.search(text) or ("/" in text and sum(map(str.isdigit, text)) >= 8))


def _groups(prose: str) -> Iterator[list[re.Match[str]]]:
    group: list[re.Match[str]] = []
    for match in _ATTRIBUTE.finditer(prose):
        if group and prose[group[-1].end() : match.start()].strip(' \t"“”,;'):
            yield group
            group = []
        group.append(match)
    if group:
        yield group


def _leaked(prose: str, group: list[re.Match[str]]) -> bool:
    known = [
        match
        for match in group
        if match["name"].lower() in _NAMES or match["name"].lower().startswith(("data-", "aria-"))
    ]
    if _VALUE.search(prose, group[0].start(), group[-1].end()) or len(known) >= 2:
        return True
    closed = _CLOSE.match(prose, group[-1].end()) is not None
    return bool(known) and (closed or any(match["value"][0] in "\"“'" for match in known))


def _trimmed(prose: str, start: int, end: int) -> Span:
    if start and prose[start - 1] in "\"“”'":
        start -= 1
    close = _CLOSE.match(prose, end)
    return Span(start, close.end() if close else end)
