"""Names in pinyin that the Chinese does not spell."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment.hearing import heard
from toolkit.alignment.names import phrases
from toolkit.alignment.readings import Reading, nearly_read, readable
from toolkit.core import Fix, Flag, Segment, Severity, Span
from toolkit.core.pattern import pattern
from toolkit.language.pinyin import syllables
from toolkit.lint import Context, segment_rule

_SHORTEST = 5
_BY_EAR = 0.8
_SYLLABLES = 2
_PART = pattern(r"[^\W\d_]+")


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def misread_name(segment: Segment, context: Context) -> Iterator[Flag]:
    """A Chinese name in pinyin with a syllable that its characters do not have.

    The reader meets a person who does not exist. The right spelling is read off the characters of the Chinese name that
    the English nearly spells.

    Known problems: a character with a reading only its bearer uses; a person who spells the name another way.
    Source: ISO 7098:2015, romanization of Chinese; the readings of the pypinyin tables.

    Bad:
        zh: 记者周启明报道。
        en: «Zhou Qiling» reports.
    Good:
        zh: 记者周启明报道。
        en: Zhou Qiming reports.
    """
    source = segment.source.prose if segment.source else ""
    for span, found in misread(segment, context):
        word, right = segment.target.prose[span.start : span.end], found.right
        edit = segment.edit(span, right)
        message = f"“{word}” is not how {source[found.span.start : found.span.end]} reads: {right}"
        fixes = (Fix((edit,)),) if edit else ()
        yield Flag(segment.target_at(span), message, segment.source_at(found.span), (right,), fixes)


def misread(segment: Segment, context: Context) -> list[tuple[Span, Reading]]:
    """Where pinyin misses a name of the Chinese by a syllable, and how that name reads."""
    return context.kept(f"names/misread/{segment.id}", lambda: list(_misread(segment, context)))


def _misread(segment: Segment, context: Context) -> Iterator[tuple[Span, Reading]]:
    source = segment.source.prose if segment.source else ""
    prose = segment.target.prose
    if all(_known(prose[start:end], context) for start, end in phrases(prose, longest=1)):
        return
    suspects = [span for span in phrases(prose, longest=3) if _strange(prose[span.start : span.end], context)]
    done: set[int] = set()
    for span in sorted(suspects, key=lambda span: span.start - span.end):
        word = prose[span.start : span.end]
        if not done.isdisjoint(range(*span)):
            continue
        done.update(range(*span))
        found = None if readable(word, source) else nearly_read(word, source)
        if found and not _foreign(word, source, found) and not _established(found.span, span, segment, context):
            yield span, found


def _foreign(word: str, source: str, found: Reading) -> bool:
    """Whether one word sounds like a transcription that begins like a Chinese name: Susanna for 苏珊娜."""
    by_ear = heard(source[slice(*found.span)], word) if " " not in word else None
    return by_ear is not None and by_ear.score >= _BY_EAR and by_ear.span.end - by_ear.span.start > _SYLLABLES


def _established(chinese: Span, english: Span, segment: Segment, context: Context) -> bool:
    """Whether the glossary speaks for the name: it knows the Chinese, or the English is a full name that it holds."""
    matches = context.matches(segment)
    present = {term.id for match in matches for term in match.terms}
    hits = context.glossary.accepted.find(context.words(segment))
    return any(match.term.type == "person" and match.span.overlaps(chinese) for match in matches) or any(
        hit.span.overlaps(english) for hit in hits if hit.term.id in present and " " in hit.form
    )


def _known(phrase: str, context: Context) -> bool:
    return all(map(context.lexicon.knows, _PART.findall(phrase)))


def _strange(phrase: str, context: Context) -> bool:
    """Whether a phrase has the shape of a name in pinyin and is no word that the lexicon knows."""
    return len(phrase) >= _SHORTEST and not _known(phrase, context) and bool(syllables(phrase))
