"""Read the Bad and Good examples out of a rule's manual."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.core import Span
from toolkit.core.pattern import pattern

_BLOCK = pattern(r"^(?P<verdict>Bad|Good):\n(?P<lines>(?:[ ]{4}.*(?:\n|\Z))+)", re.MULTILINE)
_LINE = pattern(r"^ {4}(zh|en|glossary|hints|date|format): ?(.*)$")
_MARK = pattern("[«»]")


@dataclass(frozen=True, slots=True)
class Example:
    """One article in miniature: several `zh:` or `en:` lines are several paragraphs.

    `expected` are the stretches of `en` marked with «» (code points into `en` as a file); empty for a Good one.
    `glossary` holds rows as `column=value; column=value`, `hints` pairs as `Chinese=English`. `en` and `zh` are whole files
    of the given `format`.
    """

    good: bool
    en: str
    zh: str | None
    expected: tuple[Span, ...]
    glossary: tuple[str, ...]
    hints: tuple[str, ...]
    date: str | None
    format: str


def parse(manual: str) -> tuple[Example, ...]:
    """Every example in `manual`, in order. Raises ValueError where a line is none of these."""
    return tuple(_example(match["verdict"] == "Good", match["lines"]) for match in _BLOCK.finditer(manual))


def _example(good: bool, block: str) -> Example:  # noqa: FBT001 - a verdict has two values
    fields: dict[str, list[str]] = {"zh": [], "en": [], "glossary": [], "hints": [], "date": [], "format": []}
    for line in block.rstrip("\n").split("\n"):
        match = _LINE.match(line)
        if match is None:
            raise ValueError(f"not a line of an example: {line!r}")
        fields[match[1]].append(match[2])
    marked = "\n\n".join(fields["en"])
    marks = [match.start() - n for n, match in enumerate(_MARK.finditer(marked))]
    spans = tuple(Span(a, b) for a, b in zip(marks[::2], marks[1::2], strict=True))
    source = "\n\n".join(fields["zh"]) or None
    date = fields["date"][0] if fields["date"] else None
    kind = fields["format"][0] if fields["format"] else "text"
    return Example(
        good, _MARK.sub("", marked), source, spans, tuple(fields["glossary"]), tuple(fields["hints"]), date, kind
    )
