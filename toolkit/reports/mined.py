"""Mined candidates as text, CSV and JSON, each with its evidence in context."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TypedDict

from toolkit.alignment.mining import Candidate, Evidence
from toolkit.core import Document, Place, Segment, Span
from toolkit.core.pattern import pattern
from toolkit.reports.lines import Pages
from toolkit.reports.wire import dump

SCHEMA_VERSION = 1
Paragraphs = Sequence[tuple[Document, Segment]]
_STOP = pattern(r"[。！？；\n]|(?<=[a-z0-9)”\"])[.!?][”\"]? (?=[A-Z“\"])")
_WIDEST = 120
_TORN = pattern(r"^[A-Za-z]*\W+")


class WirePassage(TypedDict):
    """A sentence (at most 240 code points of it round the term), and the file and line (from 1) where the term begins."""

    path: str
    line: int
    text: str


class WireEvidence(TypedDict):
    """The Chinese sentence and the English one."""

    zh: WirePassage
    en: WirePassage


class WireCandidate(TypedDict):
    """A candidate; `confidence` is 0 to 1, `count` a number of paragraphs."""

    zh: str
    en: str
    zh_alt: list[str]
    en_alt: list[str]
    type: str
    count: int
    confidence: float
    how: str
    evidence: list[WireEvidence]


def render_mined(form: str, candidates: Iterable[Candidate], paragraphs: Paragraphs) -> str:
    """The report in the format text, csv or json; `paragraphs` are what the evidence counts in."""
    wired = list(_wired(candidates, paragraphs))
    if form == "json":
        return dump({"schema_version": SCHEMA_VERSION, "candidates": wired}, indent=2) + "\n"
    return _csv(wired) if form == "csv" else "\n".join(map(_text, wired))


def _wired(candidates: Iterable[Candidate], paragraphs: Paragraphs) -> Iterator[WireCandidate]:
    pages: dict[int, Pages] = {}
    for one in candidates:
        yield {
            "zh": one.zh,
            "en": one.en,
            "zh_alt": [*one.zh_alt],
            "en_alt": [*one.en_alt],
            "type": one.type,
            "count": one.count,
            "confidence": one.confidence,
            "how": one.how,
            "evidence": [_evidence(place, paragraphs, pages) for place in one.evidence],
        }


def _evidence(place: Evidence, paragraphs: Paragraphs, pages: dict[int, Pages]) -> WireEvidence:
    document, segment = paragraphs[place.paragraph]
    page = pages.setdefault(id(document), Pages(document))
    zh = _passage(page, segment.source_at(place.zh), segment.source.prose if segment.source else "", place.zh)
    return {"zh": zh, "en": _passage(page, segment.target_at(place.en), segment.target.prose, place.en)}


def _passage(page: Pages, place: Place, prose: str, span: Span) -> WirePassage:
    line = page.extent(place)["line"]
    return {"path": page.article(place.side).path, "line": line, "text": _sentence(prose, span)}


def _sentence(prose: str, span: Span) -> str:
    """The sentence round a span, cut to 120 code points either side."""
    low, high = max(0, span.start - _WIDEST), min(len(prose), span.end + _WIDEST)
    before = max((match.end() for match in _STOP.finditer(prose, low, span.start)), default=low)
    after = _STOP.search(prose, span.end, high)
    text = prose[before : after.end() if after else high].strip()
    head = "…" if before == low > 0 else ""
    tail = "…" if not after and high < len(prose) else ""
    return head + _TORN.sub("", text) + tail if head else text + tail


def _text(one: WireCandidate) -> str:
    also = f" (also {one['zh_alt'][0]} = {one['en_alt'][0]})" if one["zh_alt"] else ""
    times = f"{one['count']} paragraph{'s' if one['count'] > 1 else ''}"
    head = f"{one['zh']} = {one['en']}{also}   {one['type']}, {times}, confidence {one['confidence']:.2f}, {one['how']}"
    passages = (passage for evidence in one["evidence"][:1] for passage in (evidence["zh"], evidence["en"]))
    return "\n".join([head, *(f"    {it['path']}:{it['line']}: {it['text']}" for it in passages), ""])


def _csv(wired: Iterable[WireCandidate]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow("zh en type count confidence how zh_alt en_alt zh_place zh_text en_place en_text".split())
    for one in wired:
        cells = (one["zh"], one["en"], one["type"], one["count"], one["confidence"], one["how"])
        passages = (one["evidence"][0]["zh"], one["evidence"][0]["en"])
        places = [cell for it in passages for cell in (f"{it['path']}:{it['line']}", it["text"])]
        writer.writerow([*cells, "|".join(one["zh_alt"]), "|".join(one["en_alt"]), *places])
    return out.getvalue()
