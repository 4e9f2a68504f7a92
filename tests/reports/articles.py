"""Small articles with findings, for the tests of every report."""

from __future__ import annotations

from toolkit.core import (
    Applicability,
    Article,
    Document,
    Edit,
    Finding,
    Fix,
    Flag,
    Paragraph,
    Place,
    Segment,
    Severity,
    Side,
    Span,
    Text,
)
from toolkit.lint import Run

EN = "Chips\r\n\r\nThe minister, Alan Hofmann , spoke to reporters.\r\n"
ZH = "芯片\n\n部长艾伦·霍夫曼向记者讲话。\n"


def place(raw: str, words: str, side: Side = Side.TARGET) -> Place:
    start = raw.index(words)
    return Place(side, Span(start, start + len(words)))


def document(en: str = EN, zh: str | None = ZH, path: str = "chips.en.txt") -> Document:
    text = Text.plain(en)
    source = Article(path.replace(".en.", ".zh."), zh, (Paragraph(Text.plain(zh)),)) if zh is not None else None
    segment = Segment("1", Text.plain(zh) if zh is not None else None, text)
    return Document("chips", (segment,), Article(path, en, (Paragraph(text),)), source)


def run(*findings: Finding, en: str = EN, zh: str | None = ZH, not_run: tuple[str, ...] = ()) -> Run:
    return Run(document(en, zh), findings, not_run)


def name_finding(severity: Severity = Severity.ERROR) -> Finding:
    flag = Flag(
        place(EN, "Hofmann"),
        '"Hofmann" is not how the desk spells 霍夫曼; write "Hoffman"',
        evidence=place(ZH, "霍夫曼", Side.SOURCE),
        expected=("Hoffman", "Alan Hoffman"),
        term="alan-hoffman",
    )
    return Finding("names/wrong-rendering", severity, "accuracy/mistranslation", flag)


def space_finding() -> Finding:
    at = place(EN, " ,").span
    edit = Edit(Span(at.start, at.start + 1), "")
    fix = Fix((edit,), Applicability.SAFE)
    flag = Flag(Place(Side.TARGET, at), "a space before a comma; close it up", fixes=(fix,))
    return Finding("spacing/space-before-mark", Severity.WARNING, "linguistic conventions/punctuation", flag)


PAIR = run(name_finding(), space_finding())
CLEAN = run()
ALONE = run(space_finding(), zh=None, not_run=("numbers/shifted-magnitude",))
