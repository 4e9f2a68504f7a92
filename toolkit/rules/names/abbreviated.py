"""Countries and regions that Chinese shortens to one character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from toolkit.core import Flag, Segment, Severity, Span
from toolkit.core.pattern import pattern
from toolkit.glossary import Term, Words
from toolkit.lint import Context, segment_rule
from toolkit.lint.termbase import claim

_DOUBLED = pattern(r"\b([A-Z]\w{2,30}(?: [A-Z]\w{2,30})?)(?P<joint>-| and )\1\b(?:(?P=joint)\1\b)*")
_TWICE = pattern(r"([中美英法德日俄韩朝印越])[-—]?\1")
SHORT = {
    "澳": ("澳门", "澳大利亚"),
    "新": ("新加坡", "新西兰"),
    "印": ("印度", "印度尼西亚"),
    "巴": ("巴基斯坦", "巴勒斯坦", "巴西", "巴拿马"),
    "伊": ("伊朗", "伊拉克"),
    "马": ("马来西亚", "马耳他", "马尔代夫", "马里"),
    "哥": ("哥伦比亚", "哥斯达黎加"),
    "阿": ("阿富汗", "阿根廷", "阿联酋", "阿尔及利亚"),
    "白": ("白俄罗斯",),
    "格": ("格鲁吉亚",),
}
"""One-character short forms and the names they may stand for (Xinhua usage)."""


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def misread_abbreviation(segment: Segment, context: Context) -> Iterator[Flag]:
    """A country named for a one-character short form that stands for another.

    港澳 is Hong Kong and Macau, 越新关系 the ties of Vietnam and Singapore. A machine takes the more frequent country and the
    reader lands on another continent. The article itself decides: it names the one in full and never the other.

    Known problems: an article that never names in full the country it shortens.
    Source: Xinhua usage of short forms; the desk's glossary.

    Bad:
        glossary: type=place; id=macau; zh=澳门; en=Macau
        glossary: type=place; id=australia; zh=澳大利亚; en=Australia; en_alt=Australian
        zh: 澳门旅游局接待代表团。
        zh: 港澳企业参加考察。
        en: The Macau tourism office received the delegation.
        en: Firms of Hong Kong and «Australia» took part.
    Good:
        glossary: type=place; id=macau; zh=澳门; en=Macau
        glossary: type=place; id=australia; zh=澳大利亚; en=Australia; en_alt=Australian
        zh: 澳门旅游局接待澳大利亚代表团。
        zh: 中澳企业参加考察。
        en: The Macau tourism office received the Australian delegation.
        en: Chinese and Australian firms took part.
    """
    source = segment.source.prose if segment.source else ""
    meant = context.kept("names/misread-abbreviation", lambda: _meant(context))
    shorts = [short for short in meant if short in source]
    hits = context.glossary.accepted.find(context.words(segment)) if shorts else ()
    present = {term.id for match in context.matches(segment) for term in match.terms}
    held = {hit.span for hit in hits if hit.term.id in present}
    for hit in hits:
        if hit.term.type != "place" or hit.span in held or any(form in source for form in hit.term.sources):
            continue
        for short in shorts:
            if hit.term.zh in SHORT[short] and hit.term.zh != meant[short].zh:
                at = _standing_alone(short, meant[short].zh, source)
                yield replace(claim(segment, hit.span, (meant[short],), None), evidence=segment.source_at((at, at + 1)))


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation")
def doubled_country(segment: Segment, context: Context) -> Iterator[Flag]:
    """One country joined to itself by a hyphen, or by “and”.

    越新 and 中印 join two countries by one character each; a machine that knows the one repeats it for the other.

    Known problems: a country the glossary does not hold.
    Source: Xinhua usage of short forms; the desk's glossary.

    Bad:
        glossary: type=place; zh=越南; en=Vietnam; en_alt=Vietnamese
        en: They praised «Vietnamese-Vietnamese» ties.
    Bad:
        glossary: type=place; zh=越南; en=Vietnam; en_alt=Vietnamese
        en: They praised the ties between «Vietnam and Vietnam».
    Good:
        glossary: type=place; zh=越南; en=Vietnam; en_alt=Vietnamese
        en: They praised Vietnamese-Singaporean ties in Baden-Baden.
    """
    prose = segment.target.prose
    if segment.source and _TWICE.search(segment.source.prose):
        return
    for match in _DOUBLED.finditer(prose):
        words = Words(match[1])
        term = next((hit.term for hit in context.glossary.accepted.find(words) if hit.term.type == "place"), None)
        if term is not None:
            twice = Span(match.start(), match.end(1) + len(match["joint"]) + len(match[1]))
            message = f"“{prose[slice(*twice)]}” names one place twice: write the two that the Chinese joins"
            yield Flag(segment.target_at(twice), message, term=term.id)


def _meant(context: Context) -> dict[str, Term]:
    """Short forms whose only country that the article's Chinese names in full is known, and that country."""
    named = {match.term.zh: match.term for segment in context.document.segments for match in context.matches(segment)}
    found: dict[str, Term] = {}
    for short, countries in SHORT.items():
        full = [named[country] for country in countries if country in named]
        if len(full) == 1 and full[0].type == "place":
            found[short] = full[0]
    return found


def _standing_alone(short: str, full: str, source: str) -> int:
    """Where the character stands outside the full name, or where it first stands."""
    bare = source.replace(full, "\0" * len(full))
    return bare.find(short) if short in bare else source.find(short)
