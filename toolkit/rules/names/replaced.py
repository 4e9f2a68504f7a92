"""Names of the glossary that became other names."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment.bearers import Bearer
from toolkit.alignment.names import again
from toolkit.core import Flag, Segment, Severity
from toolkit.glossary import Match, rendered
from toolkit.lint import Context, segment_rule
from toolkit.lint.termbase import claim
from toolkit.rules.names.bearing import borne

_SURE = 0.9
_HEADED = 0.7
"""The same with the head noun of a right form: what else would the Foundation be, where one is lost?"""
_ALIKE = 0.6
"""A place becomes another one only where the two sound alike: else the capital stands for its country, or the reverse."""
_LIKELY = {"person": 0.6, "organisation": 0.9, "outlet": 0.85, "place": 0.9}
"""From what confidence on a replacement is told: firms and places have many names that are also words."""


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def replaced_name(segment: Segment, context: Context) -> Iterator[Flag]:
    """A name of the glossary that became another name altogether.

    The words look like a name and are somebody else's, or nobody's: a machine that does not know 岸田文雄 writes a prime
    minister whom it knows. What stands in the Chinese and is rendered nowhere, and what stands in the English without an
    origin, are brought together by their sound, by the words around them, by their place in the paragraph and by their
    kind; `--explain` shows the weights.

    A word of the right name by itself (the Bank) is its short form where the article has the name in full.

    Known problems: a name that the English leaves out while another has an origin that the lexicon does not know. In a
    paragraph with more than 300 capitalised words nothing is looked for.
    Source: the desk's glossary; Multidimensional Quality Metrics, accuracy/mistranslation.

    Bad:
        glossary: type=person; zh=岸田文雄; en=Fumio Kishida; en_alt=Kishida
        zh: 岸田文雄表示反对。
        en: «Shinzo Abe» said he was opposed.
    Bad:
        glossary: type=outlet; id=cns; zh=中新网; en=China News Service
        glossary: type=outlet; id=xinhua; zh=新华社; en=Xinhua; en_alt=Xinhua News
        zh: 他接受中新网记者采访。
        en: He spoke to a reporter from «Xinhua News».
    Good:
        glossary: type=organisation; zh=世界银行; en=World Bank
        zh: 世界银行行长周五抵达。
        zh: 投诉针对世界银行的项目。
        en: The World Bank's president arrived on Friday.
        en: The complaints are about Bank projects.
    Good:
        glossary: type=person; zh=岸田文雄; en=Fumio Kishida; en_alt=Kishida
        zh: 岸田文雄表示反对。
        en: Kishida said he was opposed, as Shinzo Abe had been.
    """
    for match, bearer in borne(segment, context).terms:
        unlike = match.term.type == "place" and bearer.evidence.sound < _ALIKE
        least = _HEADED if bearer.headed else _LIKELY[match.term.type]
        if bearer.confidence >= least and not unlike and not _short(match, bearer, segment, context):
            severity = Severity.ERROR if bearer.confidence >= _SURE else Severity.WARNING
            for span in again(segment.target.prose, bearer.span):
                yield claim(segment, span, match.terms, match, severity=severity, grounds=bearer.grounds)


def _short(match: Match, bearer: Bearer, segment: Segment, context: Context) -> bool:
    """Whether one word of a right form stands for the whole, which another paragraph has."""
    said = segment.target.prose[slice(*bearer.span)]
    part = any(said in form.split() for form in match.term.targets)
    return part and any(rendered(match.terms, context.words(other)) for other in context.document.segments)
