"""Chinese names that were not read at all."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment.bearers import Bearer
from toolkit.alignment.kinds import titled
from toolkit.alignment.names import again, preceded
from toolkit.alignment.persons import Person, by_ear, kindred, written
from toolkit.core import Cover, Fix, Flag, Segment, Severity
from toolkit.language.pinyin import ONLY_CHINESE, syllables
from toolkit.lint import Context, segment_rule
from toolkit.rules.names.bearing import borne
from toolkit.rules.names.pinyin import misread

_SURE = 0.9
_SHAPED = 0.75
_WORD = 0.85


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def unread_name(segment: Segment, context: Context) -> Iterator[Flag]:
    """A Chinese person's name that became another name, or a word.

    A rare character stops a machine: 夏宾 becomes Sharp, 聂青 Yu Qing. The person is found in the Chinese by titles and
    verbs of saying, and the English in the name's place by the evidence that `--explain` shows; how the name reads is
    told. Names that the glossary holds are another rule's.

    Known problems: a person known abroad under a Western name that the glossary lacks. Where the surname is spelt as in
    Taiwan, Hong Kong or South-East Asia, and where the English is no pinyin and has two words, or the Chinese does not tell
    whose country it speaks of, nothing is said.
    Source: ISO 7098:2015, romanization of Chinese.

    Bad:
        zh: 记者聂青报道。
        en: Reporter «Zou Qiang» has the story.
    Good:
        zh: 记者聂青报道。
        en: Reporter Nie Qing has the story.
    """
    source, prose = segment.source.prose if segment.source else "", segment.target.prose
    for one, bearer in unread(segment, context):
        wrong, right = prose[bearer.span.start : bearer.span.end], written(one)
        severity = Severity.ERROR if bearer.confidence >= _SURE and syllables(wrong) else Severity.WARNING
        message = f"“{wrong}” stands for {source[one.span.start : one.span.end]}, which reads {' or '.join(right)}"
        for span in again(prose, bearer.span):
            edit = segment.edit(span, right[0]) if len(right) == 1 and one.customs == "CN" else None
            fixes = (Fix((edit,)),) if edit else ()
            place, evidence = segment.target_at(span), segment.source_at(one.span)
            yield Flag(place, message, evidence, right, fixes, severity=severity, grounds=bearer.grounds)


def unread(segment: Segment, context: Context) -> list[tuple[Person, Bearer]]:
    """The persons of a paragraph under words that cannot be their name."""
    prose = segment.target.prose
    told = Cover(span for span, _ in misread(segment, context))
    found = borne(segment, context).persons
    return [(one, bearer) for one, bearer in found if not told.overlaps(bearer.span) and _is_wrong(one, bearer, prose)]


def _is_wrong(one: Person, bearer: Bearer, prose: str) -> bool:
    """Whether the words are whole, and no name that the person may bear: pinyin of others, or a single word."""
    wrong = prose[bearer.span.start : bearer.span.end]
    if not one.customs or kindred(one, wrong) or (preceded(prose, bearer.span) and not titled(prose, bearer.span)):
        return False
    foreign = " " not in wrong and by_ear(one, wrong) and not one.sure
    if syllables(wrong) and not (foreign and not ONLY_CHINESE.search(wrong.lower())):
        return bearer.confidence >= _SHAPED
    return " " not in wrong and bearer.confidence >= _WORD and one.told and not foreign
