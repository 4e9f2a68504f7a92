"""Chinese names in the English that the Chinese article does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment.kinds import titled
from toolkit.alignment.names import goes_on, phrases, preceded
from toolkit.alignment.readings import nearly_read, readable, same_surname
from toolkit.core import Cover, Fix, Flag, Segment, Severity, Span
from toolkit.core.pattern import pattern
from toolkit.language.pinyin import ONLY_CHINESE, spell, syllables
from toolkit.language.romanisations import surname_forms
from toolkit.language.surnames import READ, SINGLE, spelt
from toolkit.lint import Context, segment_rule
from toolkit.rules.names.bearing import chinese
from toolkit.rules.names.unread import unread

_TELLING = pattern(r"zh|x|q|j[iu]|ng|i[aeou]|u[aeio]|ao|ou|ei|ai")
_WORD = pattern(r"[^\W\d_]+")
_FOREIGN = frozenset({"o", "e", "lo", "dia", "ei"})
"""Syllables that hardly a Chinese name has behind its first."""
_ENGLISH = frozenset(
    "song long sun fan man ding ping tang gong tong bang gang hang sang rang dong ming king song yuan jiao fen".split()
)
_SURNAME = pattern(r"\b(?:An|He|You|Her|So) \Z")
_MOST = 4
_SHORTEST = 3


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def unfounded_pinyin(segment: Segment, context: Context) -> Iterator[Flag]:
    """A Chinese name in pinyin of which the Chinese article has not one reading.

    A machine that cannot read a name puts a common one in its place, and an innocent Mr. Liu says what another said. A
    surname alone, or a name of two to four syllables, is held against every character of the article.

    Known problems: a name that the English adds from elsewhere; a spelling of Taiwan or Hong Kong that looks like pinyin
    by chance.
    Source: ISO 7098:2015, romanization of Chinese.

    Bad:
        zh: 他星期一会见了宋明。
        en: He met with «Liu Xiaoqiang» on Monday.
    Good:
        zh: 他星期一会见了宋明。
        en: He met with Song Ming on Monday.
    """
    prose = segment.target.prose
    suspects = [span for span in _longest_first(prose) if _shaped(prose[slice(*span)], context)]
    if not suspects:
        return
    taken = _taken(segment, context)
    told = Cover(bearer.span for _, bearer in unread(segment, context))
    done = -1
    for span in suspects:
        text = prose[span.start : span.end]
        if span.start < done:
            continue
        done = span.end
        if taken.overlaps(span) or told.overlaps(span) or _founded(text, segment, context, acts=titled(prose, span)):
            continue
        sure = " " in text or ONLY_CHINESE.search(text.lower())
        yield _flag(segment, span, context, Severity.ERROR if sure else Severity.WARNING)


def _flag(segment: Segment, span: Span, context: Context, severity: Severity) -> Flag:
    """The claim; where one stretch of the Chinese has the surname and the length of the name, it is shown, and how it reads."""
    text, source = segment.target.prose[span.start : span.end], segment.source.prose if segment.source else ""
    found = same_surname(text, source, context.lexicon.translations)
    if found is None:
        message = f"“{text}” is no reading of any name in the Chinese: who is meant?"
        return Flag(segment.target_at(span), message, severity=severity)
    edit = segment.edit(span, found.right)
    message = f"“{text}” is no reading of any name in the Chinese: {source[slice(*found.span)]} is {found.right}"
    fixes = (Fix((edit,)),) if edit else ()
    return Flag(
        segment.target_at(span), message, segment.source_at(found.span), (found.right,), fixes, severity=severity
    )


def _longest_first(prose: str) -> Iterator[Span]:
    """Phrases of up to three words that are part of no longer name; of those that begin together, the longest first."""
    for span in sorted(phrases(prose, 3), key=lambda span: (span.start, -span.end)):
        if not _longer(prose, span):
            yield span


def _longer(prose: str, span: Span) -> bool:
    """Whether a phrase is part of a longer name, also of one whose surname looks like an English word (An Jing)."""
    if _SURNAME.search(prose, max(0, span.start - 6), span.start):
        return True
    return goes_on(prose, span) or (preceded(prose, span) and not titled(prose, span))


def _shaped(text: str, context: Context) -> bool:
    """Whether a phrase has the shape of a Chinese name and of nothing else."""
    words = _WORD.findall(text.lower())
    sizes = {len(way) for way in syllables(text) if not _FOREIGN & {*way[1:]}}
    if not sizes or len(text) < _SHORTEST or not text.replace(" ", "").isalpha() or text.lower() in _ENGLISH:
        return False
    telling, strange = bool(_TELLING.search(text.lower())), not all(map(context.lexicon.knows, words))
    if len(words) == 1:
        return telling and (words[0] in spelt() if 1 in sizes else max(sizes) <= _MOST and strange)
    return (telling or strange) and words[0] in spelt() and min(sizes) <= _MOST


def _founded(text: str, segment: Segment, context: Context, *, acts: bool) -> bool:
    """Whether the article's Chinese can be read so, or nearly, or has a surname that is spelt so somewhere.

    A surname alone that speaks or has a title (`acts`) is held against surnames only: any character might be read like it.
    """
    every = chinese(context)
    read, elsewhere = context.kept("names/unfounded/surnames", lambda: _surnames(every))
    words = _WORD.findall(text.lower())
    if {words[0], words[-1]} & elsewhere or text in every:
        return True
    if segment.source and text.lower() in spelt() and len(syllables(text)[0]) == 1:
        return words[0] in read or not (acts or not readable(text, segment.source.prose))
    return readable(text, every) or bool(segment.source and nearly_read(text, segment.source.prose))


def _taken(segment: Segment, context: Context) -> Cover:
    """The names of the glossary in the English, save surnames of persons who are not in the Chinese."""
    hits = context.glossary.accepted.find(context.words(segment))
    every = chinese(context)
    return Cover(
        hit.span
        for hit in hits
        if hit.term.type != "person" or " " in hit.form or any(form in every for form in hit.term.sources)
    )


def _surnames(chinese: str) -> tuple[frozenset[str], frozenset[str]]:
    """How the surnames among the characters are read, and how they are spelt outside the mainland where that is otherwise."""
    here = SINGLE & set(chinese)
    read = frozenset(form for char in here for form in (READ.get(char, ""), *spell(char)))
    return read, frozenset(form for char in here for forms in surname_forms(char).values() for form in forms) - read
