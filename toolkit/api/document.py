"""Two articles into one document: script folded, paragraphs paired, gaps marked."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from toolkit.alignment import Bead, Lexicon, pair
from toolkit.core import Article, Document, Kind, Paragraph, Segment, Span, Text
from toolkit.core.pattern import pattern
from toolkit.glossary import Glossary
from toolkit.language.script import simplified

_LAST_WORD = pattern(r"\S+\s*\Z")
_FIRST_WORD = pattern(r"\S+")


def alone(target: Article, date: datetime.date | None = None) -> Document:
    """A document whose English stands without its Chinese."""
    segments = (Segment(str(n), None, text, kind) for n, (text, kind) in enumerate(target.paragraphs))
    return Document(target.path, tuple(segments), target, None, date or target.date)


def paired(
    source: Article, target: Article, lexicon: Lexicon, glossary: Glossary, date: datetime.date | None = None
) -> Document:
    """A document whose paragraphs are matched with their Chinese, in the order of the English.

    A Chinese paragraph without English is a segment of empty English, placed at the word before the gap.
    """
    chinese = [Paragraph(_folded(text), kind) for text, kind in source.paragraphs]
    beads = pair(chinese, target.paragraphs, lexicon, glossary.concepts)
    segments = tuple(_segment(str(n), bead, chinese, target) for n, bead in enumerate(_placed(beads)))
    return Document(target.path, segments, target, source, date or target.date or source.date)


def _placed(beads: Iterable[Bead]) -> list[tuple[Bead, int]]:
    """Beads with the index of the English paragraph that each follows (-1: none)."""
    placed: list[tuple[Bead, int]] = []
    last = -1
    for bead in beads:
        placed.append((bead, last))
        last = max(bead.target, default=last)
    return placed


def _segment(name: str, placed: tuple[Bead, int], chinese: Sequence[Paragraph], target: Article) -> Segment:
    (sources, targets), last = placed
    source = Text.join(chinese[n].text for n in sources) if sources else None
    if targets:
        english = Text.join(target.paragraphs[n].text for n in targets)
        return Segment(name, source, english, target.paragraphs[targets[0]].kind)
    kind = chinese[sources[0]].kind if sources else Kind.BODY
    return Segment(name, source, Text("", (), (_gap(target, last),)), kind)


def _gap(target: Article, last: int) -> Span:
    """The word before a gap, or the article's first word."""
    if not target.paragraphs:
        return Span(0, 0)
    text = target.paragraphs[max(last, 0)].text
    word = _LAST_WORD.search(text.prose) if last >= 0 else _FIRST_WORD.search(text.prose)
    return text.locate((word.start(), word.start() + len(word[0].rstrip()))) if word else text.spans[0]


def _folded(text: Text) -> Text:
    return Text(simplified(text.prose), text.runs, text.spans, text.markup, text.notation)
