"""A paragraph read with its markup kept apart, so that a translation can carry it."""

from __future__ import annotations

import html
from dataclasses import dataclass
from itertools import accumulate

from toolkit.core import Span, Text
from toolkit.core.pattern import pattern
from toolkit.files.builder import OBJECT
from toolkit.files.notes import noted
from toolkit.files.tokens import Role, Token, tokens
from toolkit.translation.marks import OUTSIDE, Mark, Marked

_SOFT = "\r"
_WIDE = "\u2e80"
_DEEPEST = 40
_BOTH = "***"
_TAGS = pattern(r"<[^<>]*>")
_TICKS = pattern(r"(`+) ?(.*?) ?\1\Z")
_HARD = pattern(r"[ \t]{2,}(?:\r\n|\n|\r)")


def marked(raw: str, text: Text) -> Marked:
    """The prose of a paragraph and the marks on it; `raw` is the file that `text` was read from.

    Code and addresses stand in the prose as a reader sees them, under a solid mark; so does each line break, as a line end.
    Lines that were wrapped in the file are one. What closes nothing, or is never closed, is a mark at its point.
    """
    reader = _Reader()
    done = text.spans[0].start
    for n, run in enumerate(text.runs):
        after = text.runs[n + 1].at if n + 1 < len(text.runs) else len(text.prose)
        prose, written = text.prose[run.at : after], raw[run.start : run.end]
        if raw[done : run.start] == "\\" and prose[:1] == "\n":
            size = len(written) - len(prose) + 1
            reader.solid("\\" + written[:size], "\n")
            prose, written = prose[1:], written[size:]
        else:
            reader.gap(raw[done : run.start])
        reader.run(prose, written)
        done = max(done, run.end)
    reader.gap(raw[done : text.spans[-1].end])
    return noted(reader.marked())


@dataclass(slots=True)
class _Open:
    """A mark that is being read."""

    opening: str
    start: int
    inside: int
    closing: str = ""
    end: int = -1
    solid: bool = False
    lone: bool = False


class _Reader:
    """Collects prose and marks; `stack` has the numbers of what is open, with the name that closes it."""

    def __init__(self) -> None:
        self.prose: list[str] = []
        self.length = 0
        self.marks: list[_Open] = []
        self.stack: list[tuple[int, str]] = []

    def run(self, prose: str, raw: str) -> None:
        """Read a stretch of prose that stands as `raw` in the file."""
        if prose == OBJECT:
            self.solid(raw, _shown(raw))
        elif prose == "\n" and "<" in raw:
            for token in tokens(raw):
                self.token(token)
        elif prose == "\n" and _HARD.match(raw):
            self.solid(raw, "\n")
        elif prose == "\n":
            self.text(_SOFT)
        elif len(prose) == len(raw):
            self.text("".join(_SOFT if old in "\r\n" else new for old, new in zip(raw, prose, strict=True)))
        else:
            self.text(_SOFT if prose == " " and ("\n" in raw or "\r" in raw) else prose)

    def text(self, prose: str) -> None:
        """Append prose."""
        self.prose.append(prose)
        self.length += len(prose)

    def gap(self, raw: str) -> None:
        """Read markup."""
        for token in tokens(raw) if raw.strip() else ():
            self.token(token)

    def token(self, token: Token) -> None:
        """Read one piece of markup."""
        match token.role:
            case Role.OPEN:
                self.open(token.raw, token.name)
            case Role.CLOSE:
                self.close(token.raw, token.name)
            case Role.POINT:
                self.point(token.raw)
            case Role.BREAK:
                self.solid(token.raw, "\n")
            case Role.EITHER:
                self.emphasis(token.raw, token.name)

    def open(self, raw: str, name: str) -> None:
        """Begin a mark."""
        if len(self.stack) >= _DEEPEST:
            self.point(raw)
            return
        self.stack.append((self.add(raw), name))

    def close(self, raw: str, name: str) -> None:
        """End the innermost mark of that name; those inside that never ended stand at their points."""
        n = next((n for n in range(len(self.stack) - 1, -1, -1) if self.stack[n][1] == name), None)
        if n is None:
            self.point(raw)
            return
        for number, _ in self.stack[n + 1 :]:
            self.leave(number)
        mark = self.marks[self.stack[n][0]]
        mark.closing, mark.end = raw, self.length
        del self.stack[n:]

    def point(self, raw: str) -> None:
        """A mark without prose."""
        self.marks[self.add(raw)].end = self.length

    def solid(self, raw: str, shown: str) -> None:
        """A mark whose prose is copied."""
        mark = self.marks[self.add(raw)]
        self.text(shown)
        mark.end, mark.solid = self.length, True

    def add(self, raw: str) -> int:
        """A mark that begins here; its number."""
        self.marks.append(_Open(raw, self.length, self.stack[-1][0] if self.stack else OUTSIDE))
        return len(self.marks) - 1

    def leave(self, number: int) -> None:
        """Make a mark that was never closed one at its point."""
        mark = self.marks[number]
        mark.end, mark.lone = mark.start, True

    def emphasis(self, raw: str, char: str) -> None:
        """Delimiters that end what they fit, else begin something."""
        ending, left = [], len(raw)
        for _, name in reversed(self.stack):
            if not name.startswith(char) or len(name) > left:
                break
            ending.append(name)
            left -= len(name)
        if ending and (not left or len(raw) == len(_BOTH)):
            for name in ending:
                self.close(name, name)
            if left:
                self.open(char * left, char * left)
        elif self.stack and len(raw) < 3 and self.stack[-1][1] == char * 3:
            self.split(char, len(raw))
            self.close(raw, raw)
        else:
            self.open(raw, raw)

    def split(self, char: str, size: int) -> None:
        """Tell an opening of three into an outer and an inner one, of which the inner has `size` delimiters."""
        number, _ = self.stack.pop()
        self.marks[number].opening = char * (3 - size)
        self.stack.append((number, char * (3 - size)))
        inner = _Open(char * size, self.marks[number].start, number)
        for mark in self.marks:
            mark.inside = len(self.marks) if mark.inside == number else mark.inside
        self.marks.append(inner)
        self.stack.append((len(self.marks) - 1, char * size))

    def marked(self) -> Marked:
        """All that was read."""
        for number, _ in self.stack:
            self.leave(number)
        prose = "".join(self.prose)
        kept = [char != _SOFT or not _joins(prose, n) for n, char in enumerate(prose)]
        at = [0, *accumulate(kept)]
        marks = tuple(
            Mark(one.opening, one.closing, Span(at[one.start], at[one.end]), self.inside(one), one.solid)
            for one in self.marks
        )
        return Marked("".join(char for char, keep in zip(prose, kept, strict=True) if keep).replace(_SOFT, " "), marks)

    def inside(self, mark: _Open) -> int:
        """The number of the mark round `mark` that has an end."""
        number = mark.inside
        while number != OUTSIDE and self.marks[number].lone:
            number = self.marks[number].inside
        return number


def _joins(prose: str, at: int) -> bool:
    """Whether the wrapped line's end at `at` stands between Chinese characters, where none would be written."""
    return prose[at - 1 : at] >= _WIDE and prose[at + 1 : at + 2] >= _WIDE


def _shown(raw: str) -> str:
    """What a reader sees of code or of an address in angle brackets."""
    ticks = _TICKS.match(raw)
    if ticks:
        return " ".join(ticks[2].split())
    inner = raw[1:-1] if not raw.startswith(("<code", "<kbd", "<samp")) and raw.startswith("<") else _TAGS.sub("", raw)
    return " ".join(html.unescape(inner).split())
