"""Plain text: paragraphs stand between empty lines, or each on a line of its own."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.core import Kind, Paragraph, Span
from toolkit.files import ignores, lines


class Read(NamedTuple):
    """What a reader found: paragraphs, the comments between them (raw ranges), and the date as the file states it."""

    paragraphs: list[Paragraph]
    comments: list[Span]
    published: str | None = None


def read(raw: str) -> Read:
    """The paragraphs of a plain text; a `copydesk:` comment on a line of its own is no prose.

    >>> [paragraph.text.prose for paragraph in read("Chips rise" + 2 * chr(10) + "Shares rose." + chr(10)).paragraphs]
    ['Chips rise', 'Shares rose.']
    """
    blocks, comments = _blocks(raw)
    column = lines.margin(raw, blocks)
    texts = [lines.written(raw, group) for block in blocks for group in _groups(raw, block, column)]
    return Read([Paragraph(text, Kind.BODY) for text in texts if text], comments)


def _blocks(raw: str) -> tuple[list[lines.Lines], list[Span]]:
    """Lines with nothing empty between them, and the comments, which end a block as an empty line does."""
    blocks: list[lines.Lines] = [[]]
    comments: list[Span] = []
    for whole in lines.lines(raw):
        line = lines.trim(raw, whole)
        comment = line.end > line.start and ignores.is_comment(raw, line)
        if comment:
            comments.append(line)
        if comment or line.start == line.end:
            blocks.append([])
        else:
            blocks[-1].append(line)
    return [block for block in blocks if block], comments


def _groups(raw: str, block: lines.Lines, column: int) -> list[lines.Lines]:
    groups: list[lines.Lines] = []
    for line in block:
        if groups and lines.continues(raw, groups[-1][-1], line, column) and not _indented(raw, line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _indented(raw: str, line: Span) -> bool:
    """Whether a Chinese paragraph begins here, set in by two full-width spaces."""
    return raw.startswith("\u3000\u3000", max(line.start - 2, 0))
