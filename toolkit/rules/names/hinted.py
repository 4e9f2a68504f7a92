"""Names that a user's list of hints spells otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.alignment.names import mangled
from toolkit.core import Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.glossary import Glossary, Term, rendered, straddles
from toolkit.lint import Context, segment_rule
from toolkit.lint.termbase import claim

_SHORTEST = 3
_ASIDE = pattern(r"\([^()]*\)")


@segment_rule(severity=Severity.NOTE, category="accuracy/mistranslation", needs_source=True)
def hinted_spelling(segment: Segment, context: Context) -> Iterator[Flag]:
    """A name that the list of hints spells otherwise than the English does.

    Hints are likely spellings (a two-column list given with --hints), no termbase: they are worth a look where the glossary
    is silent and English words resemble the hint without being it.

    Known problems: another bearer of the same Chinese name; that is why it is never more than a note.
    Source: the user's list of hints.

    Bad:
        hints: 格里沃利=Grivory
        zh: 律师格里沃利拒绝置评。
        en: The lawyer «Grevoly» declined to comment.
    Good:
        hints: 格里沃利=Grivory
        zh: 律师格里沃利拒绝置评。
        en: The lawyer Grivory declined to comment.
    """
    if not context.hints:
        return
    source, words = segment.source.prose if segment.source else "", context.words(segment)
    hints = context.glossary.kept(f"names/hinted-spelling/{id(context.hints)}", lambda: _glossary(context.hints))
    known = [match.span for match in context.matches(segment)]
    for match in hints.find(source):
        if any(match.span.overlaps(other) for other in known) or rendered(match.terms, words):
            continue
        taken = [hit.span for hit in context.glossary.accepted.find(words)]
        found = mangled(match.term.targets, match.term.zh, segment.target.prose, taken, context.lexicon.knows)
        if found and not straddles(source, match.span):
            yield claim(segment, found.span, match.terms, match, severity=Severity.NOTE)


def _glossary(hints: Mapping[str, tuple[str, ...]]) -> Glossary:
    """The hints that are names, as concepts; one or two characters are too common to be a name."""
    names = ((zh, [_ASIDE.sub("", form).strip() for form in english]) for zh, english in hints.items())
    return Glossary(
        Term(zh, "person", zh, forms[0], en_alt=(*forms[1:], *(form.split()[0] for form in forms)))
        for zh, forms in names
        if len(zh) >= _SHORTEST and all(form[:1].isupper() for form in forms)
    )
