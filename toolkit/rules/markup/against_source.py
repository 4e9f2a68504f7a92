"""Markup of the Chinese that the English lost, moved or changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from toolkit.core import Applicability, Document, Edit, Fix, Flag, Place, Segment, Severity, Side, Span
from toolkit.core.pattern import pattern
from toolkit.lint import Context, document_rule
from toolkit.rules.markup.rebuilding import cured
from toolkit.rules.markup.references import Reference, emphasised, pairs, references, worth_reading

_FIRST_WORD = pattern(r"\w+")
_LANGUAGE = pattern(
    r"(?<![A-Za-z])(?:zh|cn|en|chs|cht|eng|chn|zh-(?:cn|hans|hant|tw|hk)|chinese|english)(?![A-Za-z])", re.IGNORECASE
)
_NOT_ASCII_OR_SPACE = pattern(r"[^\x21-\x7e]")


@document_rule(severity=Severity.ERROR, category="design and markup/markup", needs_source=True)
def lost_reference(document: Document, context: Context) -> Iterator[Flag]:
    """A link, image, footnote mark or inline code of the Chinese that is nowhere in the English.

    The reader cannot follow the source, see the picture or find the note. Codes stand for formatting in XLIFF and TMX.

    Known problems: a link that the desk cut on purpose is found; ignore it there.

    Source: MQM, design and markup: missing markup; TAUS DQF, "markup".

    Bad:
        format: markdown
        zh: 部长[表示](https://example.org/a)同意。
        en: «The» minister said he agreed.
    Good:
        format: markdown
        zh: 部长[表示](https://example.org/a)同意。
        en: The minister [said](https://example.org/a) he agreed.
    Bad:
        format: markdown
        zh: 银行倒闭。[^1]
        en: «The» bank failed.
    Good:
        format: markdown
        zh: 银行倒闭。[^1]
        en: The bank failed.[^1]
    """
    if worth_reading(document):
        everywhere = _values(document)
        for segment, missing, extra in _differences(document):
            for one in missing:
                paired = one.kind != "code" and any(other.kind == one.kind for other in extra)
                if one.kind != "id" and not paired and everywhere[one.kind, one.value] <= 0:
                    message = f"the Chinese has the {one.kind} {_short(one.value)}: put it back"
                    yield cured(_at_first_word(segment, one, message), context)


@document_rule(severity=Severity.WARNING, category="design and markup/markup", needs_source=True)
def moved_reference(document: Document, context: Context) -> Iterator[Flag]:
    """A link, image or footnote mark that stands in another paragraph than in the Chinese.

    It now supports a claim that it was not made for.

    Known problems: a writer may move a picture on purpose.

    Source: MQM, design and markup: misplaced markup.

    Bad:
        format: markdown
        zh: 部长[表示](https://example.org/a)同意。
        zh: 会谈周五在海牙开始，双方将讨论关税。
        en: The minister said he agreed.
        en: The talks begin in The Hague on Friday, and both sides will [discuss](«https://example.org/a») tariffs.
    Good:
        format: markdown
        zh: 部长[表示](https://example.org/a)同意。
        zh: 会谈周五在海牙开始，双方将讨论关税。
        en: The minister [said](https://example.org/a) he agreed.
        en: The talks begin in The Hague on Friday, and both sides will discuss tariffs.
    """
    if worth_reading(document):
        found = list(_differences(document))
        wanted = {(one.kind, one.value): one for _, missing, _ in found for one in missing if one.kind != "id"}
        for _, _, extra in found:
            for one in extra:
                origin = wanted.pop((one.kind, one.value), None)
                if origin:
                    message = f"the {one.kind} {_short(one.value)} belongs to another paragraph: move it back"
                    yield Flag(_target(one.span), message, evidence=_source(origin.span))


@document_rule(severity=Severity.ERROR, category="design and markup/markup", needs_source=True)
def changed_attribute(document: Document, context: Context) -> Iterator[Flag]:
    """An address or id that differs from the Chinese by so much as a byte.

    A link with one letter changed leads nowhere, and an anchor with another id is not found.

    Known problems: a link to the English version of a page is let pass only where the language code is the difference.

    Source: RFC 3986, 6.2.1 (addresses are compared character by character); HTML Living Standard, 3.2.6, on ids.

    Bad:
        format: html
        zh: <p>部长<a href="https://example.org/a-1">表示</a>同意。</p>
        en: <p>The minister <a href="«https://example.org/a -1»">said</a> he agreed.</p>
    Good:
        format: html
        zh: <p>部长<a href="https://example.org/zh/a-1">表示</a>同意。</p>
        en: <p>The minister <a href="https://example.org/en/a-1">said</a> he agreed.</p>
    """
    if worth_reading(document):
        everywhere = _values(document)
        for _, missing, extra in _differences(document):
            for kind in ("link", "image", "footnote", "id"):
                ours = [one for one in missing if one.kind == kind and everywhere[kind, one.value] <= 0]
                theirs = [one for one in extra if one.kind == kind]
                for origin, one in zip(ours, theirs, strict=False):
                    if _LANGUAGE.sub("", origin.value) != _LANGUAGE.sub("", one.value):
                        yield cured(_changed(origin, one), context)


@document_rule(severity=Severity.NOTE, category="design and markup/markup", needs_source=True)
def lost_emphasis(document: Document, context: Context) -> Iterator[Flag]:
    """Bold or italic type of the Chinese that the English paragraph lacks altogether.

    What the writer stressed is no longer stressed.

    Known problems: some desks drop emphasis in news on purpose; it is a note.

    Source: MQM, design and markup: missing markup.

    Bad:
        format: markdown
        zh: 部长**不**同意。
        en: «The» minister does not agree.
    Good:
        format: markdown
        zh: 部长**不**同意。
        en: The minister does **not** agree.
    """
    if document.source is not None and worth_reading(document):
        for segment in document.segments:
            if segment.source and segment.target.prose:
                ours = emphasised(document.source, segment.source)
                if ours and not emphasised(document.target, segment.target):
                    one = Reference("emphasis", "", ours[0])
                    message = "the Chinese stresses words here: stress them in English too"
                    yield cured(_at_first_word(segment, one, message), context)


def _differences(document: Document) -> Iterator[tuple[Segment, list[Reference], list[Reference]]]:
    """Each paragraph with what of the Chinese it lacks and what it has besides."""
    for segment, ours, theirs in pairs(document):
        have, need = Counter(map(_key, theirs)), Counter(map(_key, ours))
        if have != need:
            yield segment, _surplus(ours, have), _surplus(theirs, need)


def _surplus(found: tuple[Reference, ...], partners: Counter[tuple[str, str]]) -> list[Reference]:
    left = Counter(partners)
    surplus: list[Reference] = []
    for one in found:
        left[_key(one)] -= 1
        if left[_key(one)] < 0:
            surplus.append(one)
    return surplus


def _values(document: Document) -> Counter[tuple[str, str]]:
    """How many more of each reference the whole English has than its paragraphs account for."""
    spare: Counter[tuple[str, str]] = Counter()
    for segment in document.segments:
        theirs = Counter(map(_key, references(document.target, segment.target))) if segment.target.prose else Counter()
        spare.update(theirs)
        if document.source is not None and segment.source:
            needed = Counter(map(_key, references(document.source, segment.source)))
            spare.subtract(needed & theirs)
    return spare


def _key(one: Reference) -> tuple[str, str]:
    return one.kind, one.value


def _changed(origin: Reference, one: Reference) -> Flag:
    torn = _NOT_ASCII_OR_SPACE.search(one.value) or one.value.lower() == origin.value.lower()
    sure = Applicability.SAFE if torn else Applicability.UNSAFE
    fixes = (Fix((Edit(one.span, origin.value),), sure),) if one.kind != "footnote" else ()
    message = f"the {one.kind} differs from the Chinese: write {_short(origin.value)}"
    return Flag(_target(one.span), message, evidence=_source(origin.span), expected=(origin.value,), fixes=fixes)


def _at_first_word(segment: Segment, one: Reference, message: str) -> Flag:
    first = _FIRST_WORD.search(segment.target.prose)
    place = segment.target_at(first.span() if first else (0, 1))
    return Flag(place, message, evidence=_source(one.span))


def _target(span: Span) -> Place:
    return Place(Side.TARGET, Span(span.start, min(span.end, span.start + 40)))


def _source(span: Span) -> Place:
    return Place(Side.SOURCE, span)


def _short(value: str) -> str:
    return value if len(value) <= 60 else f"{value[:57]}…"
