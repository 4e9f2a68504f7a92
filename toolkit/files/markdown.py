"""Markdown articles: blocks. Source: CommonMark 0.31.2, chapters 4 and 5; GFM 0.29 for tables; footnotes, front matter."""

from __future__ import annotations

import re

from toolkit.core import Kind, Paragraph, Span
from toolkit.core.pattern import pattern
from toolkit.files import html, lines
from toolkit.files.frontmatter import front_matter
from toolkit.files.inline import prose
from toolkit.files.plain import Read
from toolkit.files.tags import PIECE, Tags

_INDENT = pattern(r"[ \t]*+")
_QUOTE = pattern(r"(?>(?:[ \t]*+>)+)[ \t]?")
_FENCE = pattern(r"(`{3,}+)[^`]*+\Z|(~{3,}+)")
_HEADING = pattern(r"#{1,6}(?:[ \t]++|\Z)")
_UNDERLINE = pattern(r"(?:=+|-+)\Z")
_RULE = pattern(r"([-*_])(?>(?:[ \t]*+\1){2,})\Z")
_MARKER = pattern(r"(?:[-+*]|(\d{1,9})[.)])(?:[ \t]++|\Z)")
_DEEPEST = 40
_TASK = pattern(r"\[[ xX]\][ \t]++")
_DEFINITION = pattern(r"(?:^|(?<=[\r\n]))[ >]{0,6}\[(?!\^)([^\[\]\r\n]{1,300}+)\]:[ \t]*+\S")
_NOTE = pattern(r"\[\^[^\s\[\]]{1,100}+\]:[ \t]*+")
_COLUMNS = pattern(r"\|?[ \t]*+:?-++:?[ \t]*+(?>(?:\|[ \t]*+:?-++:?[ \t]*+)*)\|?\Z")
_CELL = pattern(r"(?>(?:[^|\\`]|\\.|`[^`|]*+`|[\\`])*)")
_STOP = pattern(r"[.!?。！？…][\"'”’」』）》)\]*_]*+\Z")
_VERBATIM = pattern(r"<(pre|script|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE)
_TAGS = html.BLOCKS | frozenset(("base", "col", "colgroup", "iframe", "link", "noframes", "param", "search", "track"))


def read(raw: str) -> Read:
    """The paragraphs of a Markdown text.

    Link texts are prose, addresses, alternative texts, code and footnote marks are not; inline code is one U+FFFC. Lines of
    one block are one paragraph, unless each of them ends as a paragraph does in a text that was not wrapped by hand.
    """
    head = front_matter(raw)
    blocks = _Blocks(raw, head.end)
    blocks.run()
    labels = frozenset(" ".join(found[1].split()).lower() for found in _DEFINITION.finditer(raw))
    wrapped = lines.margin(raw, [block for block, _ in blocks.found if isinstance(block, list)]) > 0
    comments = blocks.comments
    paragraphs = [head.title] if head.title else []
    for block, kind in blocks.found:
        if not isinstance(block, list):
            paragraphs.append(block)
            continue
        for group in [block] if wrapped else _parted(raw, block):
            text = prose(raw, group, labels, comments)
            if text:
                paragraphs.append(Paragraph(text, kind))
    return Read(paragraphs, sorted(comments), head.published)


def _parted(raw: str, block: lines.Lines) -> list[lines.Lines]:
    """Lines that each look like a whole paragraph, apart; else all in one."""
    whole = len(block) > 1 and all(_STOP.search(raw[max(line.start, line.end - 12) : line.end]) for line in block)
    return [[line] for line in block] if whole else [block]


class _Blocks:
    """One pass over the lines; `found` are paragraphs of HTML, and the lines of other blocks with their kind.

    `items` are the columns at which the text of the open list items begins.
    """

    def __init__(self, raw: str, start: int) -> None:
        self.raw = raw
        self.lines = [Span(line.start + start, line.end + start) for line in lines.lines(raw[start:])]
        self.found: list[tuple[lines.Lines | Paragraph, Kind]] = []
        self.comments: list[Span] = []
        self.open: lines.Lines = []
        self.kind = Kind.BODY
        self.items: list[int] = []
        self.quoted = False
        self.tags = Tags(raw, Span(0, len(raw)))

    def run(self) -> None:
        """Read every line."""
        n = 0
        while n < len(self.lines):
            n = self.line(n)
        self.flush()

    def line(self, n: int) -> int:
        """Read the line numbered `n` and what hangs on it, and say which line comes next."""
        whole = self.lines[n]
        quote = _QUOTE.match(self.raw, whole.start, whole.end)
        if quote and not self.quoted:
            self.flush()
        self.quoted = bool(quote)
        inner = Span(quote.end() if quote else whole.start, whole.end)
        line = lines.trim(self.raw, inner)
        if line.start == line.end:
            self.flush()
            return n + 1
        indent = _columns(self.raw, inner)
        if not self.open:
            while self.items and indent < self.items[-1]:
                self.items.pop()
            if indent - (self.items[-1] if self.items else 0) >= 4:
                return n + 1
        line = self.markers(line, indent)
        return n + 1 if line.start == line.end else self.block(n, line)

    def markers(self, line: Span, indent: int) -> Span:
        """What follows the markers of list items and footnotes."""
        for _ in range(_DEEPEST):
            found = self.marker(line)
            if not found or _RULE.match(self.raw, line.start, line.end):
                break
            self.flush()
            while self.items and indent < self.items[-1]:
                self.items.pop()
            indent += found.end() - line.start
            self.items.append(indent)
            task = _TASK.match(self.raw, found.end(), line.end)
            quote = _QUOTE.match(self.raw, (task or found).end(), line.end)
            line = lines.trim(self.raw, Span((quote or task or found).end(), line.end))
        note = _NOTE.match(self.raw, line.start, line.end)
        if note:
            self.flush()
            self.items = []
            line = Span(note.end(), line.end)
        return line

    def marker(self, line: Span) -> re.Match[str] | None:
        """The marker of a list item; an open paragraph is ended only by a bullet or a 1, with text behind it."""
        found = _MARKER.match(self.raw, line.start, line.end)
        ends = (
            not self.open
            or self.kind is Kind.LIST_ITEM
            or (found and found[1] in {None, "1"} and found.end() < line.end)
        )
        return found if ends else None

    def block(self, n: int, line: Span) -> int:
        """Read a line by what it begins with."""
        first = self.raw[line.start]
        if first in "`~" and (fence := _FENCE.match(self.raw, line.start, line.end)):
            return self.fence(n, fence[1] or fence[2])
        if first == "<" and (after := self.markup(n, line)):
            return after
        if first == "#" and (heading := _HEADING.match(self.raw, line.start, line.end)):
            return self.heading(n, Span(heading.end(), line.end))
        if first in "=-" and self.open and _UNDERLINE.match(self.raw, line.start, line.end):
            self.kind = Kind.HEADLINE
            self.flush()
        elif first in "-*_" and _RULE.match(self.raw, line.start, line.end):
            self.flush()
        elif self.raw.find("|", line.start, line.end) >= 0 and (rows := self.table(n, line)):
            return rows
        elif self.open or not _DEFINITION.match(self.raw, line.start, line.end):
            self.text(line)
        return n + 1

    def text(self, line: Span) -> None:
        """Read a line of a paragraph."""
        if not self.open:
            self.kind = Kind.LIST_ITEM if self.items else Kind.BODY
        self.open.append(line)

    def flush(self) -> None:
        """End the open paragraph."""
        if self.open:
            self.found.append((self.open, self.kind))
            self.open = []
        self.kind = Kind.BODY

    def fence(self, n: int, mark: str) -> int:
        """Pass over code between fences, which runs to the end where it is never closed."""
        self.flush()
        for after in range(n + 1, len(self.lines)):
            line = self.raw[self.lines[after].start : self.lines[after].end].strip(" \t>")
            if line.startswith(mark) and not line.strip(mark[0]):
                return after + 1
        return len(self.lines)

    def heading(self, n: int, line: Span) -> int:
        """Read a heading of one line, without the marks that close it."""
        self.flush()
        text = self.raw[line.start : line.end]
        bare = text.rstrip("#")
        if not bare or bare[-1] in " \t":
            text = bare.rstrip()
        if text:
            self.found.append(([Span(line.start, line.start + len(text))], Kind.HEADLINE))
        return n + 1

    def markup(self, n: int, line: Span) -> int | None:
        """Read a block of HTML; None where the line's tag stands within a paragraph."""
        piece = PIECE.match(self.raw, line.start)
        verbatim = _VERBATIM.match(self.raw, line.start, line.end)
        end = self.tags.end(piece) if piece else None
        if verbatim and (closing := self.tags.closing(verbatim[1].lower(), line.start)):
            return self.part(n, line.start, closing.end)
        if not piece or end is None:
            return None
        if not piece[2]:
            return self.part(n, line.start, end)
        if piece[2].lower() in _TAGS or (not self.open and end == line.end):
            return self.part(n, line.start, line.end, blank=True)
        return None

    def part(self, n: int, start: int, end: int, *, blank: bool = False) -> int:
        """Read HTML from `start` to the end of the line where `end` is, or on to an empty line."""
        self.flush()
        while n + 1 < len(self.lines) and (self.lines[n].end < end or (blank and self.some(n + 1))):
            n += 1
        found = html.read_part(self.raw, Span(start, self.lines[n].end))
        self.found += [(paragraph, paragraph.kind) for paragraph in found.paragraphs]
        self.comments += found.comments
        return n + 1

    def some(self, n: int) -> bool:
        """Whether anything stands on a line."""
        return (
            not self.raw[self.lines[n].start : self.lines[n].end].isspace() and self.lines[n].start < self.lines[n].end
        )

    def table(self, n: int, line: Span) -> int | None:
        """Read a table if the next line parts its head from its body."""
        if n + 1 == len(self.lines):
            return None
        below = self.inner(n + 1)
        header = _cells(self.raw, line)
        if not _COLUMNS.match(self.raw, below.start, below.end) or len(_cells(self.raw, below)) != len(header):
            return None
        self.flush()
        rows = [header]
        n += 2
        while n < len(self.lines) and (row := self.inner(n)).start < row.end:
            rows.append(_cells(self.raw, row))
            n += 1
        self.found += [([cell], Kind.TABLE_CELL) for row in rows for cell in row if cell.start < cell.end]
        return n

    def inner(self, n: int) -> Span:
        """A line without the marks of quotation before it."""
        line = self.lines[n]
        quote = _QUOTE.match(self.raw, line.start, line.end)
        return lines.trim(self.raw, Span(quote.end() if quote else line.start, line.end))


def _columns(raw: str, line: Span) -> int:
    """How far a line is set in, a tab reaching to the next column that four divides."""
    found = _INDENT.match(raw, line.start, line.end)
    return len(found[0].expandtabs(4)) if found else 0


def _cells(raw: str, line: Span) -> list[Span]:
    """The cells of a table's row."""
    start = line.start + raw.startswith("|", line.start)
    cells: list[Span] = []
    while start < line.end or not cells:
        found = _CELL.match(raw, start, line.end)
        end = found.end() if found else line.end
        cells.append(lines.trim(raw, Span(start, end)))
        start = end + 1
    return cells
