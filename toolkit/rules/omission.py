"""Chinese that the English lost, and English that the Chinese never said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Document, Flag, Place, Segment, Severity, Side, Span
from toolkit.lint import Context, document_rule, segment_rule

_HAN = re.compile("[\u4e00-\u9fff]")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_COLOPHON = re.compile(
    r"[(（【\[]?(?:完$|完[)）】]|责任?编|编辑[:：]|来源[:：]|原标题|记者[:：]|摄影|图片?[:：]|作者[:：]|点击|更多|关注)"
)
_BYLINE = re.compile(
    r"(?:By|Editor|Editors|Source|Photo|Reporter|Reporting|Edited|Translat\w+|Updated|Published|Copyright)\b|©"
)
_BRIEF = 12
_QUOTE = 18


@document_rule(severity=Severity.WARNING, category="accuracy/omission", needs_source=True)
def dropped_paragraph(document: Document, context: Context) -> Iterator[Flag]:
    """A paragraph of the Chinese that has no English.

    A reader of the English cannot know that anything was there. The finding points at the word before the gap and shows the
    Chinese paragraph. A short one (a caption, a heading) is a note; editors' lines, as "(完)" or "编辑:", are passed over.

    Known problems: a paragraph whose content was folded into another one, far away, counts as dropped.

    Source: ASTM F2575-23 (completeness); MQM, accuracy/omission.

    Bad:
        zh: 商务部周五公布了新的出口许可办法。
        zh: 分析人士认为，这将影响三家本地工厂和上万名工人。
        zh: 该办法下月一日起施行。
        en: The Commerce Ministry published new export licensing rules on «Friday.»
        en: The rules take effect on the first of next month.

    Good:
        zh: 商务部周五公布了新的出口许可办法。
        zh: 该办法下月一日起施行。
        en: The Commerce Ministry published new export licensing rules on Friday.
        en: The rules take effect on the first of next month.
    """
    for segment in document.segments:
        if segment.target.prose or segment.source is None or not _HAN.search(segment.source.prose):
            continue
        prose = segment.source.prose.strip()
        if not _COLOPHON.match(prose):
            severity = Severity.NOTE if len(prose) < _BRIEF else None
            message = f"the English has nothing for the Chinese paragraph “{_short(prose)}”: translate it"
            evidence = segment.source_at((0, len(segment.source.prose)))
            yield Flag(Place(Side.TARGET, segment.target.spans[0]), message, evidence, severity=severity)


@document_rule(severity=Severity.WARNING, category="accuracy/addition", needs_source=True)
def added_paragraph(document: Document, context: Context) -> Iterator[Flag]:
    """A paragraph of the English with no Chinese behind it.

    Either the copy says what its source does not, or paragraphs were put in from elsewhere. The finding points at the first
    word. Headings and other brief lines are a note; bylines and credits are passed over.

    Known problems: background that an editor added on purpose looks the same.

    Source: MQM, accuracy/addition.

    Bad:
        zh: 会谈于周三在东京结束。
        zh: 双方没有发表联合声明。
        en: The talks ended in Tokyo on Wednesday.
        en: «Shares» of the company fell sharply in early trading, and its chairman sold a vineyard.
        en: The two sides issued no joint statement.

    Good:
        zh: 会谈于周三在东京结束。
        zh: 双方没有发表联合声明。
        en: The talks ended in Tokyo on Wednesday.
        en: The two sides issued no joint statement.
    """
    if not any(segment.source for segment in document.segments):
        return
    for segment in document.segments:
        words = _WORD.findall(segment.target.prose)
        first = _WORD.search(segment.target.prose)
        if segment.source is None and first and not _BYLINE.match(segment.target.prose.strip()):
            severity = Severity.NOTE if len(words) < _BRIEF else None
            message = f"the Chinese has no paragraph for “{_short(segment.target.prose)}”: check where it comes from"
            yield Flag(segment.target_at(first.span()), message, severity=severity)


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE else text[:_QUOTE] + "…"
