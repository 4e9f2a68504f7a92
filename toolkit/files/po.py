"""Gettext catalogues (PO): messages, their plurals, flags and comments.

Source: GNU gettext manual, "The Format of PO Files".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from toolkit.core import Span, Text
from toolkit.core.notation import PO, PO_FORMAT
from toolkit.core.pattern import pattern
from toolkit.files.builder import OBJECT, Builder
from toolkit.files.errors import Unreadable
from toolkit.files.lines import lines, trim
from toolkit.files.sides import expect
from toolkit.files.units import Unit, Units

_KEYWORD = pattern(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,3})\])?\s*+(?=\")")
_STRING = pattern(r'"((?>(?:[^"\\]|\\.)*))"')
_PIECE = pattern(r"\\(?:[0-7]{1,3}|x[\da-fA-F]{1,4}|.)|[^\\]++", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_LANGUAGE = pattern(r"^(X-Source-Language|Language):[ \t]*([\w@.-]{1,40})", re.MULTILINE)
_PLACEHOLDER = pattern(
    r"%(?:\(\w{1,60}\))?[-+ #0]{0,5}\d{0,4}(?:\.\d{1,4})?(?:[hlLqjzt]{0,2})[diouxXeEfFgGcrsap]|%%|\{\w{0,60}\}"
)


@dataclass
class _Message:
    """One entry: each keyword's strings as raw ranges between their quotation marks."""

    start: int
    strings: dict[str, list[Span]] = field(default_factory=dict)
    end: int = 0
    notes: list[str] = field(default_factory=list)
    flags: str = ""


def read(raw: str, path: str) -> Units:
    """The messages of a catalogue, in its order; obsolete ones are none. Raises Unreadable with the line."""
    found: list[Unit] = []
    for message in _messages(raw, path):
        if "msgid" in message.strings:
            if "".join(raw[slice(*span)] for span in message.strings["msgid"]) or "msgctxt" in message.strings:
                found += _units(raw, message)
            else:
                _header(raw, path, message)
    return Units(found)


def _messages(raw: str, path: str) -> Iterator[_Message]:
    message, key = _Message(0), ""
    for number, whole in enumerate(lines(raw), 1):
        line = trim(raw, whole)
        first = raw[line.start] if line.start < line.end else ""
        if first == "#":
            if message.strings:
                yield message
                message, key = _Message(line.start), ""
            _comment(message, raw[slice(*line)])
        elif first:
            keyword = _KEYWORD.match(raw, line.start, line.end)
            if keyword:
                key = keyword[1] + (f"[{keyword[2]}]" if keyword[2] else "")
                if key in message.strings or (key in {"msgid", "msgctxt"} and "msgid" in message.strings):
                    yield message
                    message = _Message(line.start)
            _string(raw, path, number, Span(keyword.end() if keyword else line.start, line.end), key, message)
    yield message


def _comment(message: _Message, line: str) -> None:
    if line.startswith("#,"):
        message.flags += line[2:]
    elif line[1:2] in {"", " ", "\t", "."}:
        message.notes.append(line[2:])


def _string(raw: str, path: str, number: int, part: Span, key: str, message: _Message) -> None:  # noqa: PLR0913, PLR0917 (a line and where it belongs)
    string = _STRING.fullmatch(raw, part.start, part.end)
    if not key or not string:
        raise Unreadable(
            path, number, "is no line of a PO file: expected a keyword, a comment or a string; mend it there"
        )
    message.strings.setdefault(key, []).append(Span(*string.span(1)))
    message.end = part.end


def _header(raw: str, path: str, message: _Message) -> None:
    said = "".join(raw[slice(*span)] for span in message.strings.get("msgstr", [])).replace("\\n", "\n")
    found = {match[1]: match[2] for match in _LANGUAGE.finditer(said)}
    expect(path, raw, message.start, (found.get("X-Source-Language", ""), found.get("Language", "")))


def _units(raw: str, message: _Message) -> Iterator[Unit]:
    strings = message.strings
    placeholders = "-format" in message.flags and "no-" not in message.flags
    name = "".join(raw[slice(*span)] for key in ("msgctxt", "msgid") for span in strings.get(key, []))[:80]
    for key, spans in strings.items():
        if key.startswith("msgstr"):
            plural = key not in {"msgstr", "msgstr[0]"} and "msgid_plural" in strings
            source = strings["msgid_plural" if plural else "msgid"]
            yield Unit(
                name if key == "msgstr" else f"{name}{key[6:]}",
                _text(raw, source, placeholders=placeholders),
                _text(raw, spans, placeholders=placeholders),
                Span(message.start, message.end),
                Span(spans[0].start - 1, spans[0].end + 1),
                pending=True,
                notes=tuple(message.notes),
            )


def _text(raw: str, spans: list[Span], *, placeholders: bool) -> Text | None:
    builder = Builder()
    for span in spans:
        for start, end, read in _pieces(raw, span, placeholders=placeholders):
            if read == "\n":
                builder.line_end(start, end)
            else:
                builder.add(read, start, end)
    text = builder.text(Span(spans[0].start, spans[-1].end), markup=False)
    return replace(text, spans=tuple(spans), notation=PO_FORMAT if placeholders else PO) if text else None


def _pieces(raw: str, span: Span, *, placeholders: bool) -> Iterator[tuple[int, int, str]]:
    for piece in _PIECE.finditer(raw, *span):
        start, end = piece.span()
        if piece[0][0] == "\\":
            yield start, end, _meant(piece[0][1:])
            continue
        for found in _PLACEHOLDER.finditer(raw, start, end) if placeholders else ():
            yield start, found.start(), raw[start : found.start()]
            yield *found.span(), "%" if found[0] == "%%" else OBJECT
            start = found.end()
        yield start, end, raw[start:end]


def _meant(escape: str) -> str:
    if escape in _ESCAPES:
        return _ESCAPES[escape]
    try:
        code = int(escape[1:], 16) if escape[0] == "x" else int(escape, 8)
    except ValueError:
        return escape
    return chr(code) if code < 0xD800 else "\ufffd"
