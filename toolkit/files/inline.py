"""Markdown within a paragraph: what of it is prose. Source: CommonMark 0.31.2, chapter 6."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from toolkit.core import Span, Text
from toolkit.core.pattern import pattern
from toolkit.files.builder import OBJECT, Builder
from toolkit.files.emphasis import Delimiter, delimiter, spent
from toolkit.files.html import OBJECTS
from toolkit.files.lines import Lines
from toolkit.files.tags import PIECE, Tags, character

_SPECIAL = pattern(r"\\|``*+|\*\**+|__*+|~~*+|<|&|!\[|\[|\]|\n")
_TICKS = pattern(r"`+")
_ESCAPE = pattern(r"\\([!-/:-@\[-`{-~])")
_AUTOLINK = pattern(r"<(?:[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]{0,2000}+|[\w.+-]{1,64}+@[\w.-]{1,255}+)>")
TARGET = pattern(
    r"""\(\s*+(?:<[^<>\n]{0,2000}+>|(?>(?:[^\s()<>\\]|\\.|\([^\s()]{0,500}+\)){0,2000}))"""
    r"""(?:\s++(?:"[^"]{0,1000}+"|'[^']{0,1000}+'|\([^()]{0,1000}+\)))?\s*+\)"""
)
LABEL = pattern(r"\[([^\[\]]{0,300}+)\]")
FOOTNOTE = pattern(r"\[\^[^\s\[\]]{1,100}+\]")


def prose(raw: str, group: Lines, labels: frozenset[str], comments: list[Span]) -> Text | None:
    """The lines of one paragraph, read; None where nothing of them is prose.

    `labels` are those that the document defines links for, in lower case. Comments found are put at the end of `comments`.
    """
    return _Inline(raw, group, labels, comments).text()


class _Inline:
    """One pass over the lines of a paragraph, joined by line ends; `cuts` are ranges with what is read in their place."""

    def __init__(self, raw: str, group: Lines, labels: frozenset[str], comments: list[Span]) -> None:
        self.raw = raw
        self.group = group
        self.labels = labels
        self.comments = comments
        self.joined = "\n".join(raw[line.start : line.end] for line in group)
        self.starts: list[int] = []
        at = 0
        for line in group:
            self.starts.append(at)
            at += line.end - line.start + 1
        self.cuts: list[tuple[int, int, str]] = []
        self.brackets: list[tuple[int, bool]] = []
        self.inactive = 0
        self.links: list[int] = []
        self.delimiters: list[Delimiter] = []
        self.ticks: dict[int, list[int]] | None = None
        self.tags: Tags | None = None

    def text(self) -> Text | None:
        """The paragraph's prose, and the way back to the file."""
        at = 0
        while special := _SPECIAL.search(self.joined, at):
            at = self.special(special)
        self.emphasis()
        builder = Builder()
        done = 0
        for start, end, read in sorted(self.cuts):
            if start < done:
                continue
            if done < start:
                builder.add(self.joined[done:start], self.at(done), self.after(start))
            if read == "\n":
                builder.line_end(self.at(start) if start else 0, self.at(end))
            elif read:
                builder.add(read, self.at(start), self.after(end))
            done = end
        if done < len(self.joined):
            builder.add(self.joined[done:], self.at(done), self.group[-1].end)
        return builder.text(Span(self.group[0].start, self.group[-1].end), markup=True)

    def at(self, index: int) -> int:
        """Where in the file a character of the joined lines stands."""
        n = bisect_right(self.starts, index) - 1
        return self.group[n].start + index - self.starts[n]

    def after(self, index: int) -> int:
        """Where in the file a range of the joined lines ends."""
        return self.at(index - 1) + 1

    def special(self, found: re.Match[str]) -> int:
        """Read what a special character begins, and say where reading goes on."""
        start, end = found.span()
        match found[0][0]:
            case "\n":
                self.cuts.append((start, end, "\n"))
            case "\\":
                return self.escape(start)
            case "`":
                return self.code(start, end)
            case "<" | "&":
                return self.markup(start)
            case "[" | "!":
                return self.bracket(start, end)
            case "]":
                return self.link(start)
            case _:
                self.delimiters.append(delimiter(self.joined, start, end))
        return end

    def escape(self, start: int) -> int:
        """A backslash before punctuation, or at the end of a line."""
        escaped = _ESCAPE.match(self.joined, start)
        if escaped:
            self.cuts.append((start, start + 2, escaped[1]))
            return start + 2
        if self.joined.startswith("\n", start + 1):
            self.cuts.append((start, start + 1, ""))
        return start + 1

    def code(self, start: int, end: int) -> int:
        """Inline code, closed by as many backticks as open it."""
        if self.ticks is None:
            self.ticks = {}
            for found in _TICKS.finditer(self.joined):
                self.ticks.setdefault(found.end() - found.start(), []).append(found.start())
        known = self.ticks.get(end - start, [])
        n = bisect_left(known, end)
        if n == len(known):
            return end
        after = known[n] + end - start
        self.cuts.append((start, after, OBJECT))
        return after

    def markup(self, start: int) -> int:
        """A link in angle brackets, a tag, a comment or a character reference."""
        link = _AUTOLINK.match(self.joined, start)
        piece = PIECE.match(self.joined, start)
        if link:
            self.cuts.append((start, link.end(), OBJECT))
            return link.end()
        if not piece:
            return start + 1
        text = character(piece[0]) if piece[0][0] == "&" else None
        if text is not None:
            self.cuts.append((start, piece.end(), text))
            return piece.end()
        self.tags = self.tags or Tags(self.joined, Span(0, len(self.joined)))
        end = self.tags.end(piece)
        return self.tag(piece, end) if end else start + 1

    def tag(self, piece: re.Match[str], end: int) -> int:
        """A tag or comment that ends at `end`."""
        name = "" if piece[1] else (piece[2] or "").lower()
        closing = self.tags.closing(name, end) if self.tags and name in OBJECTS else None
        if piece[0] == "<!--":
            self.comments.append(Span(self.at(piece.start()), self.after(end)))
        end = closing.end if closing else end
        self.cuts.append((piece.start(), end, OBJECT if closing else "\n" if name == "br" else ""))
        return end

    def bracket(self, start: int, end: int) -> int:
        """A bracket that may open a link or an image, or a footnote's mark."""
        footnote = FOOTNOTE.match(self.joined, start)
        if footnote:
            self.cuts.append((start, footnote.end(), ""))
            return footnote.end()
        self.brackets.append((start, end - start == 2))
        return end

    def link(self, at: int) -> int:
        """A bracket that may close a link, whose text is prose, or an image, which is none."""
        if not self.brackets:
            return at + 1
        start, image = self.brackets.pop()
        active = image or len(self.brackets) >= self.inactive
        self.inactive = min(self.inactive, len(self.brackets))
        end = self.target(start + 1 + image, at) if active else None
        if end is None:
            return at + 1
        if image:
            self.cuts.append((start, end, ""))
        else:
            self.cuts += [(start, start + 1, ""), (at, end, "")]
            self.links += [start, at]
            self.inactive = len(self.brackets)
        return end

    def target(self, start: int, at: int) -> int | None:
        """The end of the link whose text stands from `start` to `at`; None where it leads nowhere."""
        inline = TARGET.match(self.joined, at + 1)
        if inline:
            return inline.end()
        label = LABEL.match(self.joined, at + 1)
        name = (label and label[1]) or self.joined[start : min(at, start + 300)]
        if " ".join(name.split()).lower() not in self.labels:
            return None
        return label.end() if label else at + 1

    def emphasis(self) -> None:
        """Cut the delimiters of emphasis; it neither enters nor leaves a link."""
        groups: dict[int, list[Delimiter]] = {}
        for found in self.delimiters:
            n = bisect_right(self.links, found.start)
            groups.setdefault(n if n % 2 else 0, []).append(found)
        for group in groups.values():
            self.cuts += [(start, end, "") for start, end in spent(group)]
