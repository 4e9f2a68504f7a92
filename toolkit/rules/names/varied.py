"""One transcribed name under several English ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from toolkit.alignment.names import again
from toolkit.alignment.persons import Person, said
from toolkit.core import Document, Fix, Flag, Segment, Severity, Span
from toolkit.glossary.words import base
from toolkit.lint import Context, document_rule
from toolkit.rules.names.bearing import borne, persons

_LIKELY = 0.75

Use = tuple[Segment, Person, Span]


@document_rule(severity=Severity.WARNING, category="terminology/inconsistent use", needs_source=True)
def varied_name(document: Document, context: Context) -> Iterator[Flag]:
    """One foreign name of the Chinese under two English names, the rarer of which is flagged.

    焦布洛 is Joblo in one paragraph and Gioblo in the next, and the reader counts two ministers. The Chinese tells that
    they are one. Which spelling is right it cannot tell: the one used more often is taken, of equals the first.

    Known problems: two persons whom Chinese transcribes alike.
    Source: The Associated Press Stylebook, names (one spelling throughout).

    Bad:
        zh: 部长哈里托夫表示反对。
        zh: 哈里托夫说，这是错误的。
        en: Minister Haritov was opposed.
        en: «Karitoff» said it was wrong.
    Good:
        zh: 部长哈里托夫表示反对。
        zh: 哈里托夫说，这是错误的。
        en: Minister Haritov was opposed.
        en: Haritov's view was that it was wrong.
    """
    for uses in _uses(document, context).values():
        spelt: defaultdict[str, list[Use]] = defaultdict(list)
        for use in uses:
            segment, _, span = use
            spelt[base(segment.target.prose[slice(*span)])].append(use)
        usual = max(spelt, key=lambda word: len(spelt[word]))
        for word, odd in spelt.items():
            if word != usual:
                yield from _flags(odd, spelt[usual][0])


def _uses(document: Document, context: Context) -> dict[str, list[Use]]:
    """For each transcribed name the words that render it, a paragraph each."""
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for segment in document.segments:
        became = {one.name: bearer for one, bearer in borne(segment, context).persons}
        for one in persons(segment, context):
            if one.customs:
                continue
            bearer = became.get(one.name)
            span = bearer.span if bearer and bearer.confidence >= _LIKELY else said(one, segment.target.prose)
            if span and " " not in segment.target.prose[slice(*span)]:
                found[one.name].append((segment, one, span))
    return found


def _flags(uses: list[Use], usual: Use) -> Iterator[Flag]:
    right = usual[0].target.prose[slice(*usual[2])]
    for segment, one, first in uses:
        wrong = segment.target.prose[slice(*first)]
        for span in again(segment.target.prose, first):
            edit = segment.edit(span, right)
            message = f"“{wrong}” is “{right}” elsewhere in the article: one name ({one.name}), one spelling"
            fixes = (Fix((edit,)),) if edit else ()
            yield Flag(segment.target_at(span), message, segment.source_at(one.span), (right,), fixes)
