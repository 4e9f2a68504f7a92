"""Names in pinyin that the Chinese does not spell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.alignment.names import phrases
from toolkit.alignment.readings import nearly_read, readable
from toolkit.core import Fix, Flag, Segment, Severity, Span
from toolkit.language.pinyin import syllables
from toolkit.lint import Context, segment_rule

_SHORTEST = 5


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
    prose = segment.target.prose
    present = {term.id for match in context.matches(segment) for term in match.terms}
    hits = context.glossary.accepted.find(context.words(segment))
    taken = [hit.span for hit in hits if hit.term.id in present and " " in hit.form]
    done: list[Span] = []
    for span in sorted(phrases(prose, longest=3), key=lambda span: span.start - span.end):
        word = prose[span.start : span.end]
        if any(span.overlaps(other) for other in (*taken, *done)) or not _strange(word, context):
            continue
        done.append(span)
        found = None if readable(word, source) else nearly_read(word, source)
        if found:
            right = found.right
            edit = segment.edit(span, right)
            message = f"“{word}” is not how {source[found.span.start : found.span.end]} reads: {right}"
            fixes = (Fix((edit,)),) if edit else ()
            yield Flag(segment.target_at(span), message, segment.source_at(found.span), (right,), fixes)


def _strange(phrase: str, context: Context) -> bool:
    """Whether a phrase has the shape of a name in pinyin and is no word that the lexicon knows."""
    parts = re.findall(r"[^\W\d_]+", phrase)
    return (
        len(phrase) >= _SHORTEST
        and len(parts) <= 3
        and bool(syllables(phrase))
        and not all(context.lexicon.knows(part) for part in parts)
    )
