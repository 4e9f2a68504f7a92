"""An article in two languages, and places in it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from toolkit.core.text import Edit, Span, Text


class Side(Enum):
    """The language a place points into."""

    SOURCE = "zh"
    TARGET = "en"


class Kind(Enum):
    """What a paragraph is for."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"


class Place(NamedTuple):
    """A raw range of one side of a document: offsets into the file, in code points."""

    side: Side
    span: Span


class Paragraph(NamedTuple):
    """A paragraph of one article, before it is paired."""

    text: Text
    kind: Kind = Kind.BODY


@dataclass(frozen=True, slots=True)
class Article:
    """One language of a document: the file as it is and the paragraphs read from it.

    `path` is what the user named, for reports; `format` is text, markdown, html, docx, xliff, tmx, po or table;
    `date` comes from the file's metadata;
    `ignores` are the article's inline `copydesk: ignore` comments.
    """

    path: str
    raw: str
    paragraphs: tuple[Paragraph, ...]
    format: str = "text"
    date: datetime.date | None = None
    ignores: tuple[Ignore, ...] = ()


class Ignore(NamedTuple):
    """An inline comment that silences `rules` (empty: all) inside the raw range `scope`, and why."""

    rules: tuple[str, ...]
    scope: Span
    reason: str
    comment: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """One aligned paragraph. `source` is None where no Chinese belongs to it; `target` is an empty text, placed at the
    gap, where the English has nothing for the Chinese.
    """

    id: str
    source: Text | None
    target: Text
    kind: Kind = Kind.BODY

    def source_at(self, span: tuple[int, int]) -> Place:
        """The place of a range of the Chinese prose."""
        return Place(Side.SOURCE, self.source.locate(span) if self.source else Span(0, 0))

    def target_at(self, span: tuple[int, int]) -> Place:
        """The place of a range of the English prose."""
        return Place(Side.TARGET, self.target.locate(span))

    def edit(self, span: tuple[int, int], text: str) -> Edit | None:
        """The edit that writes `text` over a range of the English prose, if no markup lies inside it."""
        return self.target.edit(span, text)


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its segments in the order of the English, the two files, and its date where it is known.

    Where one file holds both languages, source and target share its path and text. `notices` say what of it was left out.
    """

    name: str
    segments: tuple[Segment, ...]
    target: Article
    source: Article | None = None
    date: datetime.date | None = field(default=None)
    notices: tuple[str, ...] = ()

    @property
    def bilingual(self) -> bool:
        """Whether one file holds both languages."""
        return self.source is not None and self.source.path == self.target.path

    def raw(self, place: Place) -> str:
        """The characters of the file at `place`."""
        article = self.target if place.side is Side.TARGET else self.source
        return article.raw[place.span.start : place.span.end] if article else ""
