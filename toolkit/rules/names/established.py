"""Persons whom the article itself shows under an established name, and elsewhere in pinyin."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment.names import goes_on, phrases, preceded
from toolkit.alignment.persons import Person, in_pinyin, kindred
from toolkit.core import Document, Fix, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.lint import Context, document_rule
from toolkit.rules.names.bearing import persons

_BRACKET = pattern(r"[（(]([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3})[）)]")


@document_rule(severity=Severity.WARNING, category="terminology/inconsistent use", needs_source=True)
def established_name(document: Document, context: Context) -> Iterator[Flag]:
    """A person in pinyin whom the article shows elsewhere under the name that he goes by.

    周启明 is Andrew Chow in print, by the brackets of the Chinese or by another paragraph of the English; in pinyin nobody
    finds him, and the reader counts two men.

    Known problems: two persons of one Chinese name; a bearer who goes by both.
    Source: The Associated Press Stylebook, Chinese names (the spelling that the bearer uses).

    Bad:
        zh: 议员周启明（Andrew Chow）表示反对。
        zh: 议员周启明说，他不会投票。
        en: The lawmaker Andrew Chow was opposed.
        en: Lawmaker «Zhou Qiming» said he would not vote.
    Good:
        zh: 议员周启明（Andrew Chow）表示反对。
        zh: 议员周启明说，他不会投票。
        en: The lawmaker Andrew Chow was opposed.
        en: Chow said he would not vote.
    """
    known: dict[str, str] = {}
    for segment in document.segments:
        for one in persons(segment, context):
            name = _in_brackets(one, segment) or _in_print(one, segment)
            if name and len(one.name) > 1 and not _spells(one, name):
                known.setdefault(one.name, name)
    for segment in document.segments if known else ():
        for one in persons(segment, context):
            if one.name in known and known[one.name] not in segment.target.prose:
                yield from _flags(one, known[one.name], segment)


def _in_brackets(one: Person, segment: Segment) -> str | None:
    """The Latin name in brackets right after the Chinese one."""
    found = _BRACKET.match(segment.source.prose, one.span.end) if segment.source else None
    return found[1] if found else None


def _in_print(one: Person, segment: Segment) -> str | None:
    """The only full name of the English that has the surname last, as it is spelt outside the mainland."""
    prose = segment.target.prose
    if _spells(one, prose):
        return None
    names = {
        prose[slice(*span)]
        for span in phrases(prose, 3)
        if " " in prose[slice(*span)] and not goes_on(prose, span) and not preceded(prose, span)
    }
    borne = [name for name in names if kindred(one, name.split()[-1]) and not kindred(one, name.split()[0])]
    return borne[0] if len(borne) == 1 else None


def _spells(one: Person, english: str) -> bool:
    """Whether the English has the person in mainland pinyin."""
    return next(in_pinyin(one, english), None) is not None


def _flags(one: Person, right: str, segment: Segment) -> Iterator[Flag]:
    for span in in_pinyin(one, segment.target.prose):
        edit = segment.edit(span, right)
        wrong = segment.target.prose[slice(*span)]
        message = f"“{wrong}” is {right} elsewhere in the article: one person ({one.name}), one name"
        fixes = (Fix((edit,)),) if edit else ()
        yield Flag(segment.target_at(span), message, segment.source_at(one.span), (right,), fixes)
