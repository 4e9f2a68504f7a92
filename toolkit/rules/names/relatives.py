"""Relatives who became other relatives."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Fix, Flag, Segment, Severity, Span
from toolkit.language.kin import CHINESE, ENGLISH, GROUP, IN_CHINESE, IN_ENGLISH, VAGUE
from toolkit.lint import Context, segment_rule


@segment_rule(severity=Severity.WARNING, category="accuracy/mistranslation", needs_source=True)
def wrong_relative(segment: Segment, context: Context) -> Iterator[Flag]:
    """A wife who became a husband, or a nephew a niece, where the Chinese says which.

    Chinese names each relative by one word; a machine that lost sight of who is meant takes the more frequent one. The
    paragraph names one relation that the English lacks, and the English one like it that the Chinese lacks.

    Known problems: relatives who speak of each other by other words (舅舅 of a mother's brother); where the Chinese has
    two in one word (父母), or the English says child or spouse, nothing is said.
    Source: 现代汉语词典, terms of kinship.

    Bad:
        zh: 她的侄子周五出庭。
        en: Her «niece» appeared in court on Friday.
    Good:
        zh: 她的侄子周五出庭，父母没有到场。
        en: Her nephew appeared in court on Friday; her father and mother did not come.
    """
    del context
    source, prose = segment.source.prose if segment.source else "", segment.target.prose
    told = {CHINESE[match[0]]: Span(*match.span()) for match in IN_CHINESE.finditer(source)}
    if not told or _vague(source) or VAGUE.search(prose):
        return
    said = [(ENGLISH[match[0].lower()], Span(*match.span())) for match in IN_ENGLISH.finditer(prose)]
    lost = told.keys() - {name for name, _ in said}
    for name, span in said:
        meant = [other for other in lost if name not in told and GROUP[other] == GROUP[name]]
        if len(meant) == 1:
            yield _flag(segment, span, meant[0], told[meant[0]])


def _vague(source: str) -> bool:
    return any(match[0] not in CHINESE for match in VAGUE.finditer(source))


def _flag(segment: Segment, span: Span, meant: str, evidence: Span) -> Flag:
    wrong, chinese = (
        segment.target.prose[slice(*span)],
        segment.source.prose[slice(*evidence)] if segment.source else "",
    )
    right = f"{meant}s" if wrong.endswith("s") and "-" not in meant else meant
    edit = segment.edit(span, right)
    fixes = (Fix((edit,)),) if edit else ()
    message = f"“{wrong}” is {chinese}: {right}"
    return Flag(segment.target_at(span), message, segment.source_at(evidence), (right,), fixes)
