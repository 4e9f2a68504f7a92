"""Articles in miniature for tests: documents from examples or from strings, and what rules say of them."""

from __future__ import annotations

import datetime

from toolkit.alignment import Lexicon
from toolkit.core import Applicability, Article, Document, Finding, Paragraph, Segment, Text, apply
from toolkit.glossary import Glossary
from toolkit.glossary.table import row
from toolkit.lint import Context, Plan, Rule, run
from toolkit.lint.examples import Example


def document(example: Example, en: str | None = None) -> Document:
    return pair(example.en if en is None else en, example.zh, example.date)


def pair(en: str, zh: str | None = None, date: str | None = None) -> Document:
    """A plain-text document, its paragraphs paired in order."""
    target = _article("a.en.txt", en)
    source = None if zh is None else _article("a.zh.txt", zh)
    ours = [paragraph.text for paragraph in target.paragraphs]
    theirs = [paragraph.text for paragraph in source.paragraphs] if source else []
    segments = tuple(Segment(str(n + 1), theirs[n] if n < len(theirs) else None, text) for n, text in enumerate(ours))
    return Document("a", segments, target, source, datetime.date.fromisoformat(date) if date else None)


def findings(rule: Rule, document: Document, example: Example | None = None) -> list[Finding]:
    rows = example.glossary if example else ()
    terms = [row(dict(cell.strip().split("=", 1) for cell in cells.split(";"))) for cells in rows]
    return list(run(Plan((rule,)), document, Context(document, Glossary(terms), Lexicon.parse(""))).findings)


def found(rules: tuple[Rule, ...], document: Document) -> list[Finding]:
    return list(run(Plan(rules), document, Context(document, Glossary(()), Lexicon.parse(""))).findings)


def fixed(found: list[Finding], text: str) -> str:
    return apply(
        text, [fix for finding in found for fix in finding.flag.fixes if fix.applicability is Applicability.SAFE]
    )


def _article(path: str, raw: str) -> Article:
    paragraphs, at = [], 0
    for part in raw.split("\n\n"):
        if part:
            paragraphs.append(Paragraph(Text.plain(part, at)))
        at += len(part) + 2
    return Article(path, raw, tuple(paragraphs))
