"""Chinese that the English lost, and English that the Chinese never said."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment import Gap, deviation, missing
from toolkit.core import Document, Flag, Place, Segment, Severity, Side, Span
from toolkit.core.pattern import pattern
from toolkit.language.script import HAN
from toolkit.lint import Context, document_rule, segment_rule
from toolkit.lint.gaps import word_before

_WORD = pattern(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_COLOPHON = pattern(
    r"[(（【\[]?(?:完$|完[)）】]|责任?编|编辑[:：]|来源[:：]|原标题|记者[:：]|摄影[:：]|图片?[:：]|作者[:：]|点击(?:查看|进入)|更多精彩)"
)
_HEAD = pattern(r"\s*[【（(〔][^】）)〕]{1,30}[】）)〕]")
_CREDIT = pattern("(?:责编|编辑|来源)[:：]")
_BYLINE = pattern(
    r"(?:By|Editor|Editors|Source|Photo|Reporter|Reporting|Edited|Translat\w+|Updated|Published|Copyright)\b|©"
)
_BRIEF = 12
_QUOTE = 18
_CLAUSE = 9.0
_WEAKER = 2.0
_SHORT = 3.5
_LONG = 3.5
_TELLING = 3.0


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
        if segment.target.prose or segment.source is None or not HAN.search(segment.source.prose):
            continue
        prose = segment.source.prose.strip()
        if not _COLOPHON.match(prose):
            severity = Severity.NOTE if len(prose) < _BRIEF else None
            message = f"the English has nothing for the Chinese paragraph “{_short(prose)}”: translate it"
            yield Flag(Place(Side.TARGET, segment.target.spans[0]), message, _whole(segment), severity=severity)


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


@segment_rule(severity=Severity.WARNING, category="accuracy/omission", needs_source=True)
def dropped_clause(
    segment: Segment, context: Context, *, least: float = _CLAUSE, shorter: float = 1.2
) -> Iterator[Flag]:
    """A stretch of the Chinese of which the English shows no word, in a paragraph shorter than it should be.

    Machines leave out clauses without a trace. The finding points at the English word before the gap and shows the Chinese
    that has no counterpart. `shorter` is by how many standard deviations the English must fall short of what Chinese of
    that length gives, `least` how strong both signs together must be (nats); weaker ones are notes, and so is a credit at
    the head of the paragraph.

    Known problems: a translator who condenses on purpose, or renders a long name by an abbreviation.

    Source: MQM, accuracy/omission; lengths after Gale and Church (1993).

    Bad:
        zh: 由于河流污染，渔民失去了工作，许多家庭搬到城市，学校也因为没有学生而关闭。
        en: Because of river pollution, the fishermen lost their «jobs».

    Good:
        zh: 由于河流污染，渔民失去了工作，许多家庭搬到城市，学校也因为没有学生而关闭。
        en: Because of river pollution, fishermen lost their jobs, many families moved to the city, and the school closed.
    """
    if segment.source is None or deviation(segment.source.prose, segment.target.prose) > -shorter:
        return
    gap = _clause(segment, context, least - _WEAKER)
    if gap and _WORD.search(segment.target.prose) and not _CREDIT.search(segment.source.prose):
        lost = segment.source.prose[gap.span.start : gap.span.end]
        message = f"the English seems to leave out “{_short(lost)}”: translate it here"
        severity = None if gap.score > least and not _credited(segment.source.prose, gap.span) else Severity.NOTE
        place = word_before(segment.source.prose, gap.span, segment.target.prose, context)
        yield Flag(segment.target_at(place), message, segment.source_at(gap.span), severity=severity)


@segment_rule(severity=Severity.WARNING, category="accuracy/omission", needs_source=True)
def shrunken_paragraph(segment: Segment, context: Context, *, shorter: float = _SHORT) -> Iterator[Flag]:
    """A paragraph far too short for its Chinese.

    English has about four characters for each one of Chinese, Latin text and figures aside. Where it falls short by
    `shorter` standard deviations, much of the Chinese is missing or was cut off. The finding points at the last word. A
    paragraph in which the lost clause can be told is left to `omission/dropped-clause`.

    Known problems: Chinese that repeats a name in brackets in the original language.

    Source: lengths after Gale and Church (1993); MQM, accuracy/omission.

    Bad:
        zh: 孩子们唱道：“春天来了，春天来了，小河边春天来了，山坡上春天来了，我们的春天来了。”
        en: The children sang of «spring».

    Good:
        zh: 孩子们唱道：“春天来了，春天来了，小河边春天来了。”
        en: The children sang: "Spring has come, spring has come, spring has come to the little river."
    """
    if segment.source is None or deviation(segment.source.prose, segment.target.prose) > -shorter:
        return
    words = list(_WORD.finditer(segment.target.prose))
    if words and not _clause(segment, context, _CLAUSE - _WEAKER) and not _CREDIT.search(segment.source.prose):
        message = "the English is far too short for its Chinese: look for what was lost"
        yield Flag(segment.target_at(words[-1].span()), message, _whole(segment))


@segment_rule(severity=Severity.WARNING, category="accuracy/addition", needs_source=True)
def swollen_paragraph(segment: Segment, context: Context, *, longer: float = _LONG) -> Iterator[Flag]:
    """A paragraph far too long for its Chinese.

    English has about four characters for each one of Chinese. Where it runs over by `longer` standard deviations, a
    machine has mostly begun to repeat itself or to invent. The finding points at the first word.

    Known problems: an abbreviation that the English spells out several times.

    Source: lengths after Gale and Church (1993); MQM, accuracy/addition.

    Bad:
        zh: 只剩两种面包。
        en: «Only» two breads are left, two of the breads, the breads of two, one of two breads, one of the breads.

    Good:
        zh: 只剩两种面包。
        en: Only two kinds of bread are left.
    """
    first = _WORD.search(segment.target.prose)
    if segment.source and first and deviation(segment.source.prose, segment.target.prose) > longer:
        message = "the English is far too long for its Chinese: look for what was repeated or made up"
        yield Flag(segment.target_at(first.span()), message, _whole(segment))


def _clause(segment: Segment, context: Context, least: float) -> Gap | None:
    """The stretch of the Chinese that the English lacks, where the signs reach `least` and words can tell it."""
    gap = missing(context.lexicon, segment.source.prose, segment.target.prose) if segment.source else None
    return gap if gap and gap.score > least and gap.surprise > _TELLING else None


def _credited(source: str, gap: Span) -> bool:
    """Whether most of a gap is the outlet or reporter in brackets at the head of a paragraph."""
    head = _HEAD.match(source)
    return head is not None and 2 * (head.end() - gap.start) > gap.end - gap.start


def _whole(segment: Segment) -> Place | None:
    return segment.source_at((0, len(segment.source.prose))) if segment.source else None


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE else text[:_QUOTE] + "…"
