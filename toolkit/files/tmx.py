"""Translation memories (TMX 1.4b) as documents: one segment a translation unit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from toolkit.core import Article, Document, Run, Segment, Side, Span, Text
from toolkit.core.pattern import pattern
from toolkit.files.errors import Unreadable
from toolkit.files.termbases.xml import LANG, local, parse_xml
from toolkit.files.text import read_text
from toolkit.language.script import simplified

ENDING = ".tmx"
_CODES = {"bpt", "ept", "it", "ph", "ut"}
_LINE = pattern(r"[^\n]*\n?")


def load_tmx(path: Path) -> Document:
    """The units of a translation memory that have Chinese and English; a place in one is the lines of its segment.

    The first variant of each language counts, codes of the tool it comes from do not. Raises Unreadable.
    """
    raw = read_text(path)
    root = parse_xml(raw, str(path))
    if local(root) != "tmx":
        raise Unreadable(str(path), 1, f"is no translation memory: its root is {local(root)}, not tmx")
    lines = [match.start() for match in _LINE.finditer(raw)]
    article = Article(str(path), raw, (), "tmx")
    return Document(str(path), tuple(_segments(root, lines)), article, article)


def _segments(root: Any, lines: list[int]) -> Iterator[Segment]:
    for n, unit in enumerate(element for element in root.iter() if local(element) == "tu"):
        sides: dict[Side, Text] = {}
        for variant in unit:
            side = _side(variant) if isinstance(variant.tag, str) else None
            words = next((child for child in variant if isinstance(child.tag, str) and local(child) == "seg"), None)
            if side and side not in sides and words is not None and (prose := _prose(words)):
                sides[side] = _text(simplified(prose) if side is Side.SOURCE else prose, words.sourceline, lines)
        if len(sides) == 2:
            yield Segment(str(n), sides[Side.SOURCE], sides[Side.TARGET])


def _side(variant: Any) -> Side | None:
    if local(variant) != "tuv":
        return None
    language = (variant.get(LANG) or variant.get("lang") or "").lower().replace("_", "-").partition("-")[0]
    return {"zh": Side.SOURCE, "en": Side.TARGET}.get(language)


def _prose(element: Any) -> str:
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and local(child) not in _CODES:
            yield from _pieces(child)
        yield child.tail or ""


def _text(prose: str, line: int, lines: list[int]) -> Text:
    """Prose as one indivisible run: the line that its segment begins on."""
    start, end = lines[line - 1], lines[line] if line < len(lines) else lines[-1]
    span = Span(start, max(end - 1, start + 1))
    return Text(prose, (Run(0, *span),), (span,), markup=True)
