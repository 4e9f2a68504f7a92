"""Bodies that many countries have under one name, and of which the English names another country's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from toolkit.core import Flag, Segment, Severity, Span
from toolkit.core.pattern import pattern
from toolkit.glossary import Match, Term
from toolkit.lint import Context, segment_rule
from toolkit.lint.termbase import claim
from toolkit.rules.names.bearing import chinese

_ABROAD = pattern("[美英港澳台韩法德俄印欧]|日[本元圆方经股美韩]|[中美韩]日")
"""Short forms of other countries and regions; some are also parts of other words, and silence the rule for nothing."""
_HOME = "CN"


@segment_rule(severity=Severity.WARNING, category="accuracy/mistranslation", needs_source=True)
def foreign_body(segment: Segment, context: Context) -> Iterator[Flag]:
    """A ministry or regulator that became another country's, of which the Chinese article does not speak.

    证监会 is the CSRC in Beijing, the SFC in Hong Kong and the SEC in Washington; 国务院 is the State Council, or the State
    Department. A machine takes the one it has read of most. The English names one country's body alone, and nothing in the
    Chinese of the article speaks of any country but China.

    Known problems: silent wherever another country is spoken of, which may be the one that is meant.
    Source: the desk's glossary, column country; the bodies' own English names.

    Bad:
        glossary: type=organisation; id=regulator; zh=证监会; en=China Securities Regulatory Commission; en_alt=CSRC|SEC
        glossary: type=organisation; id=us-sec; zh=美国证监会; en=Securities and Exchange Commission; en_alt=SEC; country=US
        zh: 证监会周五公布了新规。
        en: The «SEC» published new rules on Friday.
    Good:
        glossary: type=organisation; id=regulator; zh=证监会; en=China Securities Regulatory Commission; en_alt=CSRC|SEC
        glossary: type=organisation; id=us-sec; zh=美国证监会; en=Securities and Exchange Commission; en_alt=SEC; country=US
        zh: 美股周五下跌，证监会公布了新规。
        en: American shares fell on Friday; the SEC published new rules.
    """
    matches = {term.id: match for match in context.matches(segment) for term in match.terms}
    for span, owners in _named(segment, context).items():
        said = segment.target.prose[slice(*span)]
        here = [term for term in owners if term.id in matches and not term.country and term.en != said]
        abroad = [term for term in owners if term.country]
        proper = len(abroad) == 1 and abroad[0].country != _HOME and (said == abroad[0].en or said.isupper())
        if proper and len(here) == 1 and _at_home(context):
            yield claim(segment, span, here, matches[here[0].id])


def _named(segment: Segment, context: Context) -> dict[Span, list[Term]]:
    """The organisations that a proper name of the English may mean."""
    found: defaultdict[Span, list[Term]] = defaultdict(list)
    prose = segment.target.prose
    for hit in context.glossary.accepted.find(context.words(segment)):
        if hit.term.type == "organisation" and hit.form == prose[slice(*hit.span)] and hit.form[0].isupper():
            found[hit.span].append(hit.term)
    return found


def _at_home(context: Context) -> bool:
    """Whether the article's Chinese speaks of no country or region but China."""

    def found() -> bool:
        named = {term.country for match in _matches(context) for term in match.terms}
        return named <= {"", _HOME} and not _ABROAD.search(chinese(context))

    return context.kept("names/foreign/at-home", found)


def _matches(context: Context) -> Iterator[Match]:
    for segment in context.document.segments:
        yield from context.matches(segment)
