"""Forms of address, and the order of a Chinese name."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment.persons import in_pinyin, is_reversed
from toolkit.core import Fix, Flag, Segment, Severity, Span
from toolkit.core.pattern import pattern
from toolkit.language.pinyin import letters
from toolkit.language.romanisations import surname_forms
from toolkit.language.surnames import COMPOUND, SINGLE, readings_of, romanised
from toolkit.lint import Context, segment_rule
from toolkit.rules.names.bearing import persons

_ADDRESSED = pattern(r"(?P<name>[\u4e00-\u9fff]{1,4}?)(?P<form>先生|女士|小姐|太太)")
_ENGLISH = pattern(r"\b(?P<form>Mr|Ms|Mrs|Miss)\.? (?P<name>[A-Z]\w+)")
_MALE = frozenset({"先生", "Mr"})


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def wrong_courtesy(segment: Segment, context: Context) -> Iterator[Flag]:
    """A man addressed as a woman, or a woman as a man, where the Chinese says which.

    先生 is Mr., 女士 Ms.: a machine that loses sight of who speaks takes the more frequent one.

    Known problems: 先生 as a title of respect for a woman scholar, which names her in full.
    Source: The Associated Press Stylebook, courtesy titles.

    Bad:
        zh: 郑女士说，价格太高。
        en: «Mr. Zheng» said the price was too high.
    Good:
        zh: 郑女士说，价格太高，孙先生也同意。
        en: Ms. Zheng said the price was too high, and Mr. Sun agreed.
    """
    source, prose = segment.source.prose if segment.source else "", segment.target.prose
    told = list(_told(source))
    for match in _ENGLISH.finditer(prose) if told else ():
        said = [(male, span) for male, span, forms in told if letters(match["name"]) in forms]
        if said and all(male != (match["form"] in _MALE) for male, _ in said):
            male, span = said[0]
            right = f"{'Mr.' if male else 'Ms.'} {match['name']}"
            edit = segment.edit(match.span(), right)
            message = f"“{match[0]}” is {source[span.start : span.end]}: {right}"
            fixes = (Fix((edit,)),) if edit else ()
            yield Flag(segment.target_at(match.span()), message, segment.source_at(span), (right,), fixes)


def _told(source: str) -> Iterator[tuple[bool, Span, frozenset[str]]]:
    """Whom the Chinese addresses: whether a man, where, and how the surname may be spelt."""
    for match in _ADDRESSED.finditer(source):
        for at in range(match.start("name"), match.end("name")):
            size = 2 if source[at : at + 2] in COMPOUND else 1
            surname = source[at : at + size]
            if surname in SINGLE or surname in COMPOUND:
                forms = {form for region in surname_forms(surname).values() for form in region}
                yield match["form"] in _MALE, Span(at, match.end()), readings_of(surname) | forms


@segment_rule(severity=Severity.WARNING, category="accuracy/mistranslation", needs_source=True)
def reversed_name(segment: Segment, context: Context) -> Iterator[Flag]:
    """A mainland person's name with the surname last.

    何立峰 is He Lifeng and Mr. He: turned round, the next reader calls him Mr. Lifeng.

    Known problems: a Chinese who lives abroad and writes the name in Western order.
    Source: The Associated Press Stylebook, Chinese names.

    Bad:
        zh: 记者夏明宾报道。
        en: Reporter «Mingbin Xia» has the story.
    Good:
        zh: 记者夏明宾报道。
        en: Reporter Xia Mingbin has the story.
    """
    prose = segment.target.prose
    for one in persons(segment, context):
        for span in in_pinyin(one, prose) if one.customs == "CN" and one.told else ():
            if is_reversed(one, prose[span.start : span.end]):
                right = romanised(one.name)
                edit = segment.edit(span, right)
                message = f"“{prose[span.start : span.end]}” has the surname last: {right}"
                fixes = (Fix((edit,)),) if edit else ()
                yield Flag(segment.target_at(span), message, segment.source_at(one.span), (right,), fixes)
