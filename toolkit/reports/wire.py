"""The finding as other programs read it; its schema is finding.schema.json beside this module."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypedDict

from toolkit.core import Document, Finding, Fix, Place
from toolkit.lint import Run
from toolkit.lint.fingerprint import fingerprints
from toolkit.reports.lines import Extent, Pages

SCHEMA_VERSION = 1


class WireEvidence(Extent):
    """The stretch a finding rests on, most often Chinese."""

    path: str
    text: str


class WireEdit(TypedDict):
    """Put `text` over the code points from `start` up to `end` of the file."""

    start: int
    end: int
    text: str


class WireFix(TypedDict):
    """Edits that belong together; `applicability` is safe, unsafe or display."""

    applicability: str
    edits: list[WireEdit]


class WireFinding(Extent):
    """A finding. Lines and columns count from 1, `start` and `end` (offsets into the file) from 0."""

    path: str
    start: int
    end: int
    text: str
    rule: str
    severity: str
    category: str
    message: str
    term: str | None
    evidence: WireEvidence | None
    expected: list[str]
    fingerprint: str
    fixes: list[WireFix]


def wire(run: Run) -> Iterator[WireFinding]:
    """The findings of one article, in their order."""
    pages = Pages(run.document)
    for finding, name in zip(run.findings, fingerprints(run.document, run.findings), strict=True):
        yield _finding(run.document, pages, finding, name)


def dump(value: object, indent: int | None = None) -> str:
    r"""`value` as JSON whose lines only \n ends, also for readers that split at U+2028 or U+0085."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def _finding(document: Document, pages: Pages, finding: Finding, name: str) -> WireFinding:
    flag = finding.flag
    return {
        "path": document.target.path,
        **pages.extent(flag.place),
        "start": flag.place.span.start,
        "end": flag.place.span.end,
        "text": document.raw(flag.place),
        "rule": finding.rule,
        "severity": str(finding.severity),
        "category": finding.category,
        "message": flag.message,
        "term": flag.term,
        "evidence": _evidence(document, pages, flag.evidence) if flag.evidence else None,
        "expected": list(flag.expected),
        "fingerprint": name,
        "fixes": [_fix(fix) for fix in flag.fixes],
    }


def _evidence(document: Document, pages: Pages, place: Place) -> WireEvidence:
    return {"path": pages.article(place.side).path, **pages.extent(place), "text": document.raw(place)}


def _fix(fix: Fix) -> WireFix:
    edits: list[WireEdit] = [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits]
    return {"applicability": str(fix.applicability), "edits": edits}
