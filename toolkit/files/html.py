"""HTML articles: what a browser shows as text, block by block."""

from __future__ import annotations

import re

from toolkit.core import Kind, Paragraph, Span
from toolkit.core.pattern import pattern
from toolkit.files.builder import OBJECT, WHITE, Builder
from toolkit.files.plain import Read
from toolkit.files.tags import PIECE, Tags, attributes, character

_KINDS = {
    **dict.fromkeys(("title", "h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADLINE),
    **dict.fromkeys(("figcaption", "caption"), Kind.CAPTION),
    **dict.fromkeys(("li", "dt", "dd"), Kind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), Kind.TABLE_CELL),
}
_HOLDERS = frozenset("article aside blockquote body dl figure head main nav ol section table ul".split())
BLOCKS = (
    frozenset(_KINDS)
    | _HOLDERS
    | frozenset(
        "address center details dialog div fieldset footer form header hgroup hr html legend menu option p pre summary "
        "tbody tfoot thead tr xmp".split()
    )
)
_NOT_IN_HEADINGS = frozenset("p ul ol table".split())
OBJECTS = frozenset(("code", "kbd", "samp"))
SKIPPED = OBJECTS | frozenset(
    "audio canvas iframe math noscript object pre script select style svg template textarea video xmp".split()
)
_UNENDING = frozenset(("script", "style"))
_SOFT = pattern(r"(?<![ \t\f])[ \t\f]*+[\r\n][ \t\r\n\f]*+")
_DATED = ("article:published_time", "datepublished", "pubdate", "publishdate", "dc.date.issued", "dc.date", "date")


def read(raw: str) -> Read:
    """The paragraphs of an HTML text, as `read_part` reads them."""
    return read_part(raw, Span(0, len(raw)))


def read_part(raw: str, part: Span) -> Read:
    """The paragraphs in a range of an HTML text; offsets count from the text's beginning.

    A paragraph is what stands between the tags of blocks. References are decoded, line ends of the file read as spaces,
    `<br>` as a line end, inline code as one U+FFFC. Scripts, styles, preformatted text and alternative texts are no prose;
    a `<` that opens no tag is.
    """
    reader = _Reader(raw, part)
    reader.run()
    dates = sorted(reader.dates)
    return Read(reader.paragraphs, reader.comments, dates[0][1] if dates else None)


class _Reader:
    """One pass over the text. `held` are the open elements that give their text a kind, innermost last."""

    def __init__(self, raw: str, part: Span) -> None:
        self.raw = raw
        self.part = part
        self.tags = Tags(raw, part)
        self.paragraphs: list[Paragraph] = []
        self.comments: list[Span] = []
        self.dates: list[tuple[int, str]] = []
        self.held: list[tuple[str, Kind]] = []
        self.open: dict[str, int] = {}
        self.builder = Builder()
        self.begin = part.start

    def run(self) -> None:
        """Read the part from end to end."""
        at = search = self.part.start
        while piece := PIECE.search(self.raw, search, self.part.end):
            text = character(piece[0]) if piece[0][0] == "&" else None
            end = piece.end() if text is not None else self.tags.end(piece)
            search = end or piece.end()
            if end is None:
                continue
            self.text(at, piece.start())
            if text is None:
                at = search = self.markup(piece, end)
            else:
                self.builder.add(text, piece.start(), end)
                at = end
        self.text(at, self.part.end)
        self.flush(self.part.end, self.part.end)

    def markup(self, piece: re.Match[str], end: int) -> int:
        """Read a comment or tag, and say where reading goes on."""
        if piece[0] == "<!--":
            self.comments.append(Span(piece.start(), end))
        if not piece[2]:
            self.begin = self.begin if self.builder else end
            return end
        name = piece[2].lower()
        if not piece[1]:
            return self.opened(name, piece.start(), end)
        self.closed(name, piece.start(), end)
        return end

    def text(self, start: int, end: int) -> None:
        """Read characters; a line end with the white space about it is one space."""
        if start == end:
            return
        if self.raw.find("\n", start, end) >= 0 or self.raw.find("\r", start, end) >= 0:
            for soft in _SOFT.finditer(self.raw, start, end):
                self.builder.add(self.raw[start : soft.start()], start, soft.start())
                self.builder.add(" ", *soft.span())
                start = soft.end()
        self.builder.add(self.raw[start:end], start, end)

    def opened(self, name: str, start: int, end: int) -> int:
        """Read an opening tag, with all of the element where that is no prose."""
        if name == "br":
            self.builder.line_end(start, end)
        elif name in {"meta", "time"}:
            self.date(name, attributes(self.raw[start:end]))
        elif name in BLOCKS:
            self.flush(start, end)
            if name in _NOT_IN_HEADINGS or name in _KINDS:
                self.leave_heading()
            if name in _KINDS or name in _HOLDERS:
                self.hold(name)
        return self.skipped(name, start, end) if name in SKIPPED else end

    def closed(self, name: str, start: int, end: int) -> None:
        """Read a closing tag; what is still open inside ends with it, and one that closes nothing parts paragraphs."""
        if name in BLOCKS:
            self.flush(start, end)
            while self.open.get(name, 0):
                if self.release() == name:
                    break

    def skipped(self, name: str, start: int, end: int) -> int:
        """Pass over an element that is no prose."""
        closing = self.tags.closing(name, end)
        after = closing.end if closing else self.part.end if name in _UNENDING else end
        if closing and name in OBJECTS:
            self.builder.add(OBJECT, start, after)
        elif name in BLOCKS:
            self.begin = after
        return after

    def hold(self, name: str) -> None:
        """Enter an element; one that has no kind of its own keeps that around it."""
        kind = _KINDS.get(name) or (self.held[-1][1] if self.held else Kind.BODY)
        self.held.append((name, kind))
        self.open[name] = self.open.get(name, 0) + 1

    def release(self) -> str:
        """Leave the innermost element."""
        name, _ = self.held.pop()
        self.open[name] -= 1
        return name

    def leave_heading(self) -> None:
        """End a heading that was never closed: it holds no blocks."""
        if self.held and self.held[-1][1] is Kind.HEADLINE:
            self.release()

    def date(self, name: str, given: dict[str, str]) -> None:
        """Note when the article says that it was published, the surest statement first."""
        label = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if name == "time" and "datetime" in given:
            self.dates.append((len(_DATED), given["datetime"]))
        elif label in _DATED and "content" in given:
            self.dates.append((_DATED.index(label), given["content"]))

    def flush(self, end: int, begin: int) -> None:
        """End the paragraph at `end`; the next begins at `begin`."""
        if self.builder:
            whole = self.raw[self.begin : end]
            start = self.begin + len(whole) - len(whole.lstrip())
            text = self.builder.text(Span(start, self.begin + len(whole.rstrip(WHITE))), markup=True)
            if text:
                self.paragraphs.append(Paragraph(text, self.held[-1][1] if self.held else Kind.BODY))
            self.builder = Builder()
        self.begin = begin
