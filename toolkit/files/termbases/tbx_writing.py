"""The interchange model to TBX: version 3 Basic, Min and Core, and version 2 (martif) with tig or ntig."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

from toolkit.files.termbases.dialects import DIALECTS, SIGNATURE, SPACES, TBX, Dialect
from toolkit.files.termbases.facts import write_facts
from toolkit.files.termbases.names import encoded
from toolkit.files.termbases.xml import LANG, clean
from toolkit.glossary.interchange import Concept, Designation, Fact, Section, Termbase

if TYPE_CHECKING:
    Element = Any

_DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">'
_SOURCE = Fact("p", SIGNATURE, "sourceDesc")
_FILE = ("titleStmt", "publicationStmt", "sourceDesc")


def write_tbx(termbase: Termbase, flavour: str) -> bytes:
    """A TBX file in UTF-8; `flavour` names a dialect. What the dialect cannot say is left out."""
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 (slow to import, and only XML needs it)

    dialect = DIALECTS[flavour]
    root = _root(dialect)
    _header(root, termbase.facts, dialect)
    text = dialect.child(root, "text")
    body = dialect.child(text, "body")
    for concept in termbase.concepts:
        _concept(body, concept, dialect)
    _back(text, termbase.facts, dialect)
    etree.indent(root, "  ")
    doctype = _DOCTYPE if dialect.martif else None
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=doctype)
    return data + b"\n"


def _root(dialect: Dialect) -> Element:
    from lxml import etree  # noqa: PLC0415 (as above)

    if dialect.martif:
        root = etree.Element("martif", type="TBX")
    else:
        spaces: dict[str | None, str] = {None: TBX} | ({**SPACES} if dialect.tags else {})
        root = etree.Element(f"{{{TBX}}}tbx", nsmap=spaces, type=dialect.type, style="dct" if dialect.tags else "dca")
    root.set(LANG, "en")
    return root


def _header(root: Element, facts: Iterable[Fact], dialect: Dialect) -> None:
    facts = list(facts)
    if not any(fact.holder == "sourceDesc" for fact in facts):
        facts.append(_SOURCE)
    header = dialect.child(root, "martifHeader" if dialect.martif else "tbxHeader")
    file = dialect.child(header, "fileDesc")
    for holder in (*_FILE, "encodingDesc", "revisionDesc"):
        those = [fact for fact in facts if fact.holder == holder]
        if those:
            element = dialect.child(file if holder in _FILE else header, holder)
            _paragraphs(dialect.child(element, "change") if holder == "revisionDesc" else element, those, dialect)


def _paragraphs(element: Element, facts: Iterable[Fact], dialect: Dialect) -> None:
    for fact in facts:
        title = element.tag.endswith("titleStmt")
        child = dialect.child(element, ("title" if fact.kind == "title" else "note") if title else "p")
        if fact.kind not in ("p", "title"):
            child.set("type", fact.kind)
        child.text = clean(fact.value)


def _concept(body: Element, concept: Concept, dialect: Dialect) -> None:
    sections = [section for section in concept.sections if section.designations]
    if not sections and not dialect.martif:
        return
    entry = dialect.child(body, "termEntry" if dialect.martif else "conceptEntry")
    entry.set("id", encoded(clean(concept.id)) or f"c{len(body)}")
    write_facts(entry, concept.facts, dialect)
    for section in sections:
        _section(entry, section, dialect)


def _section(entry: Element, section: Section, dialect: Dialect) -> None:
    element = dialect.child(entry, "langSet" if dialect.martif else "langSec")
    element.set(LANG, clean(section.language))
    write_facts(element, section.facts, dialect)
    for designation in section.designations:
        _designation(element, designation, dialect)


def _designation(section: Element, designation: Designation, dialect: Dialect) -> None:
    name = ("ntig" if dialect.nested else "tig") if dialect.martif else "termSec"
    outer = dialect.child(section, name)
    if designation.id:
        outer.set("id", encoded(clean(designation.id)))
    inner = dialect.child(outer, "termGrp") if dialect.nested else outer
    dialect.child(inner, "term").text = clean(designation.text)
    notes = [fact for fact in designation.facts if fact.holder == "termNote"]
    others = [fact for fact in designation.facts if fact.holder != "termNote"]
    write_facts(inner, notes, dialect, in_term=True)
    write_facts(outer, others, dialect, in_term=True)


def _back(text: Element, facts: Iterable[Fact], dialect: Dialect) -> None:
    objects = [fact for fact in facts if fact.holder == "refObject"]
    back = dialect.child(text, "back") if objects else None
    for kind, those in groupby(objects, key=lambda fact: fact.kind):
        group = dialect.child(back, "refObjectList" if dialect.martif else "refObjectSec")
        group.set("type", clean(kind))
        for fact in those:
            element = dialect.child(group, "refObject")
            for key, value in fact.marks:
                element.set(key, clean(value))
            for item in fact.about:
                child = dialect.child(element, "item")
                child.set("type", clean(item.kind))
                child.text = clean(item.value)
