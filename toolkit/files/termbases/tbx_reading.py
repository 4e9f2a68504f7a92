"""TBX to the interchange model: version 3 in both styles, and version 2 (martif) with tig and ntig."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from toolkit.files.errors import Unreadable
from toolkit.files.termbases.dialects import SIGNATURE
from toolkit.files.termbases.facts import collected, read_facts
from toolkit.files.termbases.names import decoded
from toolkit.files.termbases.xml import LANG, local, parse_xml, plain, space
from toolkit.glossary.interchange import Concept, Designation, Fact, Section, Termbase

if TYPE_CHECKING:
    Element = Any

_ENTRIES = ("conceptEntry", "termEntry")
_SECTIONS = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_HEADER = ("titleStmt", "publicationStmt", "sourceDesc", "encodingDesc", "revisionDesc")


def read_tbx(text: str, name: str) -> tuple[Termbase, str]:
    """The termbase in a TBX file called `name`, and the dialect that writes it back. Raises Unreadable.

    Inline markup in a text is flattened and told of, runs of white space become one space, and statuses are brought to four.
    """
    root = parse_xml(text, name)
    if local(root) not in ("tbx", "martif"):
        raise Unreadable(name, root.sourceline, f"is XML but no TBX: it begins with <{local(root)}>; export it as TBX")
    body = next((each for each in root.iter() if isinstance(each.tag, str) and local(each) == "body"), None)
    if body is None:
        raise Unreadable(name, root.sourceline, "has no <body> with concepts; export it anew")
    concepts = tuple(_concept(entry, name) for entry in collected(body, _ENTRIES))
    strays = (Fact(local(each), plain(each), "body") for each in _others(body, _ENTRIES))
    return Termbase(concepts, (*_header(root), *_back(root), *strays)), _dialect(root)


def _dialect(root: Element) -> str:
    if local(root) == "martif":
        return "ntig" if any(local(each) == "ntig" for each in root.iter() if isinstance(each.tag, str)) else "tig"
    kind = root.get("type", "").removeprefix("TBX-").lower()
    tags = "-dct" if root.get("style", "dca").lower() == "dct" else ""
    return "core" if kind == "core" else f"{kind if kind == 'min' else 'basic'}{tags}"


def _concept(entry: Element, name: str) -> Concept:
    sections = tuple(_section(each, name) for each in collected(entry, _SECTIONS))
    facts = (*read_facts(_others(entry, _SECTIONS)), *_odd(entry))
    return Concept(decoded(entry.get("id", "")), sections, facts)


def _section(section: Element, name: str) -> Section:
    language = section.get(LANG) or section.get("lang")
    if not language:
        raise Unreadable(name, section.sourceline, f"<{local(section)}> has no xml:lang; say its language")
    terms = tuple(_designation(each, name) for each in collected(section, _TERMS))
    return Section(language, terms, (*read_facts(_others(section, _TERMS)), *_odd(section)))


def _designation(element: Element, name: str) -> Designation:
    inner = [each for group in collected(element, ("termGrp",)) for each in group]
    parts = [*inner, *_others(element, ("termGrp",))]
    term = next((each for each in parts if isinstance(each.tag, str) and local(each) == "term"), None)
    if term is None:
        raise Unreadable(name, element.sourceline, f"<{local(element)}> has no <term>; give it one, or take it out")
    facts = read_facts(each for each in parts if each is not term and isinstance(each.tag, str))
    inside = (Fact("markup of a term", local(each), "markup") for each in _others(term, ()))
    name = element.get("id") or term.get("id") or ""
    return Designation(plain(term), (*facts, *_odd(element), *inside), decoded(name))


def _odd(element: Element) -> Iterator[Fact]:
    """Attributes that the structure of TBX does not know, kept to be told of."""
    known = {"id", "lang", LANG}
    return (Fact(f"attribute {key}", value, "attribute") for key, value in element.attrib.items() if key not in known)


def _others(element: Element, names: tuple[str, ...]) -> Iterator[Element]:
    return (child for child in element if isinstance(child.tag, str) and local(child) not in names)


def _header(root: Element) -> Iterator[Fact]:
    for element in root.iter(*(f"{{*}}{each}" for each in _HEADER)):
        for child in element.iter("{*}p", "{*}title", "{*}note"):
            kind = "title" if local(child) == "title" else child.get("type", "p")
            if plain(child) != SIGNATURE:
                yield Fact(kind, plain(child), local(element))
    known = {"p", "title", "note", "change", "fileDesc", *_HEADER}
    for header in collected(root, ("tbxHeader", "martifHeader")):
        for each in header.iter("{*}*"):
            if local(each) not in known and each is not header:
                yield Fact(local(each), plain(each), space(each) or "header")


def _back(root: Element) -> Iterator[Fact]:
    """People and sources that facts point at."""
    for group in root.iter("{*}refObjectSec", "{*}refObjectList"):
        for each in collected(group, ("refObject",)):
            items = tuple(Fact(item.get("type", "item"), plain(item), "item") for item in each.iter("{*}item"))
            marks = (("id", each.get("id")),) if each.get("id") else ()
            yield Fact(group.get("type", "bibl"), "", "refObject", marks, items)
