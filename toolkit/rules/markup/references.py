"""What a paragraph of either language refers to: links, images, footnotes, ids; and how much of it is emphasised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.core import Article, Document, Segment, Span, Text
from toolkit.core.pattern import pattern

_TAG = pattern(r"<([A-Za-z][A-Za-z0-9]{0,12})(\s[^<>]{0,4000})?>")
_ATTRIBUTE = pattern(r"(?<![\w-])(href|src|id)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))", re.IGNORECASE)
_INLINE = pattern(r"(!?)\[[^\[\]\n]{0,500}\]\(\s?<?([^\s()<>]{1,2000})>?(?:\s[^()\n]{0,300})?\)")
_BARE = pattern(r"(?<![\"'(<=/\w])https?://[A-Za-z0-9._~:/?#@!$&*+,;=%-]{1,2000}")
_NOTE = pattern(r"\[\^([\w-]{1,30})\](?!:)|<sup>\s*\[?(\d{1,3})\]?\s*</sup>|([①-⑳])")
_STRONG = pattern(r"\*\*[^*\s][^*\n]*\*\*|__[^_\s][^_\n]*__|<(?:b|strong|em|i|u|mark)(?=[\s>])")
_CODE = pattern(r"<(?:[\w-]{1,40}:)?(x|ph|g|pc|bx|ex|bpt|ept|it|sc|ec|ut)((?:\s[^<>]{0,4000})?)>")
_CODE_ID = pattern(r"\s(?:id|x|i|startRef|rid)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')")
_CODED = frozenset(("xliff", "tmx"))
_ESCAPED = frozenset(("xliff", "tmx", "po", "table"))
_SIGNS = ("](", "<", "://", "[^", "**", "__", "①")


class Reference(NamedTuple):
    """A link, image, id, footnote or inline code (`kind`), its value byte for byte, and the value's range in the file."""

    kind: str
    value: str
    span: Span


def worth_reading(document: Document) -> bool:
    """Whether both languages are there and the Chinese has any markup."""
    return document.source is not None and any(sign in document.source.raw for sign in _SIGNS)


def references(article: Article, text: Text) -> tuple[Reference, ...]:
    """The references inside a paragraph of `article`, in reading order."""
    if article.format in _ESCAPED:
        codes = _codes(article.raw, text) if article.format in _CODED else ()
        return tuple(sorted((*codes, *_escaped(text)), key=lambda one: one.span))
    return tuple(sorted((*_tags(article.raw, text), *_found(article.raw, text)), key=lambda one: one.span))


def emphasised(article: Article, text: Text) -> tuple[Span, ...]:
    """The ranges of the file where emphasis begins inside a paragraph."""
    return tuple(Span(*match.span()) for span in text.spans for match in _STRONG.finditer(article.raw, *span))


def pairs(document: Document) -> Iterator[tuple[Segment, tuple[Reference, ...], tuple[Reference, ...]]]:
    """Each paragraph that has both languages, with the references of the Chinese and of the English."""
    if document.source is not None:
        for segment in document.segments:
            if segment.source and segment.target.prose:
                yield segment, references(document.source, segment.source), references(document.target, segment.target)


def _codes(raw: str, text: Text) -> Iterator[Reference]:
    """What stands for formatting in a bilingual file: its name and its number, which both languages share."""
    for span in text.spans:
        for match in _CODE.finditer(raw, *span):
            number = _CODE_ID.search(match[2])
            yield Reference(
                "code", f"{match[1]} {(number[1] or number[2]) if number else ''}".strip(), Span(*match.span())
            )


def _escaped(text: Text) -> Iterator[Reference]:
    """What the text of a unit holds besides its codes, read without the escapes of its file."""
    plain = Text.plain(text.prose)
    for one in (*_tags(text.prose, plain), *_found(text.prose, plain)):
        yield one._replace(span=text.locate(one.span))


def _tags(raw: str, text: Text) -> Iterator[Reference]:
    for span in text.spans:
        for tag in _TAG.finditer(raw, *span):
            for match in _ATTRIBUTE.finditer(raw, *tag.span()):
                group = next(n for n in (2, 3, 4) if match[n] is not None)
                kind = {"href": "link", "src": "image", "id": "id"}[match[1].lower()]
                yield Reference(kind, match[group], Span(*match.span(group)))


def _found(raw: str, text: Text) -> Iterator[Reference]:
    for span in text.spans:
        for match in _INLINE.finditer(raw, *span):
            yield Reference("image" if match[1] else "link", match[2], Span(*match.span(2)))
        for match in _BARE.finditer(raw, *span):
            end = match.end() - (len(match[0]) - len(match[0].rstrip(".,;:!?")))
            yield Reference("link", raw[match.start() : end], Span(match.start(), end))
        for match in _NOTE.finditer(raw, *span):
            yield Reference("footnote", match[1] or match[2] or match[3], Span(*match.span()))
