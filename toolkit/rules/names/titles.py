"""Titles that their holders do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.alignment.kinds import RANKS
from toolkit.alignment.names import goes_on
from toolkit.core import Flag, Segment, Severity, Span
from toolkit.core.pattern import pattern
from toolkit.glossary import Term, Words
from toolkit.lint import Context, segment_rule
from toolkit.rules.names.near import near_names

_RANK = f"(?:{'|'.join(f'[{rank[0].upper()}{rank[0]}]{rank[1:]}' for rank in RANKS)})"
_RANKED = pattern(rf"{_RANK} \Z")
_TITLE = pattern(
    r"\b(?:(?:[Ff]ormer|[Ee]x|[Tt]hen|[Aa]cting|[Ii]ncoming|[Oo]utgoing|[Ll]ate)[ -])?"
    r"(?:(?:[Vv]ice|[Dd]eputy|[Uu]nder(?=[ -][Ss]ecretary)|"
    r"[Aa]ssistant|[Ff]irst|[Ee]xecutive|[Pp]rime|[Ff]oreign|[Tt]rade|[Cc]ommerce|"
    r"[Tt]reasury|[Dd]efen[cs]e|[Ff]inance|[Ee]conomy)[ -]){0,3}"
    rf"{_RANK}(?: (?:of|for)(?: the| (?!{_RANK})[A-Z]\w+| and){{1,5}}?)?(?: (?!{_RANK})[A-Z][\w.]+){{0,2}}? \Z"
)
_PAST = pattern(r"\b(?:former|ex|then|acting|incoming|outgoing|late)[ -]", re.IGNORECASE)
_DEPUTY = frozenset({"vice", "deputy", "under", "assistant", "undersecretary"})
_REACH = 80
_LONG = 5


@segment_rule(severity=Severity.WARNING, category="accuracy/mistranslation")
def wrong_title(segment: Segment, context: Context) -> Iterator[Flag]:
    """A title before a person of the glossary who holds another office at the article's date.

    部长 is Minister in Beijing and Secretary in Washington, 副部长 is Deputy Secretary or Under Secretary there: a machine
    renders the word and not the office. Without a date any office that the person ever held will do.

    Known problems: an office that the glossary does not list; a nickname ("spy chief") is not looked at.
    Source: the desk's glossary, column office; titles as the institutions themselves translate them.

    Bad:
        glossary: type=title; id=us-under-secretary; zh=商务部副部长; en=Under Secretary of Commerce
        glossary: type=person; zh=埃斯特韦斯; en=Alan Estevez; en_alt=Estevez; office=us-under-secretary@2022-04-01..2025-01-20
        date: 2024-06-19
        en: «Deputy Minister of Commerce» Alan Estevez went to Tokyo.
    Good:
        glossary: type=title; id=us-under-secretary; zh=商务部副部长; en=Under Secretary of Commerce
        glossary: type=person; zh=埃斯特韦斯; en=Alan Estevez; en_alt=Estevez; office=us-under-secretary@2022-04-01..2025-01-20
        date: 2024-06-19
        en: Under Secretary of Commerce Alan Estevez went to Tokyo, then former Minister Estevez left.
    """
    prose = segment.target.prose
    small = prose.lower()
    if not any(rank in small for rank in RANKS):
        return
    for person, span in [*_people(segment, context), *near_names(segment, context)]:
        title = _before(prose, span)
        offices = _offices(person, context)
        if title and offices and not _fits(Words(prose[title.start : title.end]), offices):
            expected = tuple(office.en for office in offices)
            wrong = prose[title.start : title.end]
            message = f"{person.en} is {expected[0]}, not “{wrong}”"
            yield Flag(segment.target_at(title), message, expected=expected, term=person.id)


def _people(segment: Segment, context: Context) -> Iterator[tuple[Term, Span]]:
    """Persons with known offices under their full names, or under a long surname that stands by itself."""
    prose = segment.target.prose
    for hit in context.glossary.accepted.find(context.words(segment)):
        if not hit.term.office or not context.speaks_of(hit.term, segment):
            continue
        alone = len(hit.form) >= _LONG and not goes_on(prose, hit.span)
        if " " in hit.form or (alone and _RANKED.search(prose[max(0, hit.span.start - _REACH) : hit.span.start])):
            yield hit.term, hit.span


def _before(prose: str, span: Span) -> Span | None:
    """The title that stands right before a name, without the name's own first words."""
    start = max(0, span.start - _REACH)
    found = _TITLE.search(prose[start : span.start])
    if found is None or _PAST.match(found[0]):
        return None
    return Span(start + found.start(), start + found.start() + len(found[0].rstrip()))


def _offices(person: Term, context: Context) -> list[Term]:
    """The titles that a person holds at the article's date; every one of them where it is unknown."""
    held = [office for office in person.office if context.date is None or context.date in office.period]
    return [context.glossary.by_id[office.title] for office in held if office.title in context.glossary.by_id]


def _fits(title: Words, offices: list[Term]) -> bool:
    """Whether the rank of a title, and whether it is a deputy's, is that of one of the offices."""
    said = set(title.lower.split())
    ranks, deputy = said & set(RANKS), bool(said & _DEPUTY)
    for office in offices:
        for form in office.targets:
            accepted = set(Words(form).lower.split())
            if ranks <= accepted | _kin(accepted) and deputy == bool(accepted & _DEPUTY):
                return True
    return False


def _kin(words: set[str]) -> set[str]:
    """Ranks that say the same: man, woman and person; undersecretary in one word or two."""
    kin: set[str] = set()
    for group in (
        {"chairman", "chairwoman"},
        {"spokesman", "spokeswoman", "spokesperson"},
        {"undersecretary", "secretary"},
    ):
        if words & group:
            kin |= group
    return kin
