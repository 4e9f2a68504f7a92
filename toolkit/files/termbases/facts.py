"""Data categories as elements: what TBX says about a concept, a language or a term, read and written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from toolkit.core.pattern import pattern
from toolkit.files.termbases.dialects import HOLDERS, STATUSES, TBX, Dialect
from toolkit.files.termbases.xml import LANG, clean, local, plain, space
from toolkit.glossary.interchange import OURS, STATUS, Fact

if TYPE_CHECKING:
    Element = Any

GROUPS = {"descripGrp", "adminGrp", "transacGrp", "termNoteGrp"}
_PRIVATE = pattern(r"copydesk/(\w+): ?(.*)", re.DOTALL)
_STATUSES = {
    **{word: word for word in ("preferred", "admitted", "deprecated", "superseded", "draft")},
    **dict.fromkeys(("legal", "regulated", "standardized", "allowed", "approved", "current"), "admitted"),
    **dict.fromkeys(("notrecommended", "forbidden", "donotuse", "prohibited", "rejected"), "deprecated"),
    **dict.fromkeys(("obsolete", "outdated", "archaic"), "superseded"),
}


def status(value: str) -> str:
    """A status of the wild as preferred, admitted, deprecated, superseded or draft; as it is where it is none of these.

    >>> status("supersededTerm-admn-sts"), status("notRecommended"), status("Do not use"), status("new")
    ('superseded', 'deprecated', 'deprecated', 'new')
    """
    word = re.sub(r"(?:term)?(?:-admn-sts)?$|[^a-z]", "", value.strip().lower())
    return _STATUSES.get(word, value)


def read_facts(elements: Iterable[Element]) -> tuple[Fact, ...]:
    """What the elements say, those of a term first, as the standard orders them."""
    found = [fact for element in elements if (fact := read_fact(element)) is not None]
    return tuple(sorted(found, key=lambda fact: fact.holder != "termNote"))


def read_fact(element: Element) -> Fact | None:
    """What one element says; None for an empty group."""
    if local(element) in GROUPS:
        inner = [fact for child in element if (fact := read_fact(child)) is not None]
        group = (("group", element.get("id")),) if element.get("id") else ()
        return inner[0]._replace(marks=inner[0].marks + group, about=tuple(inner[1:])) if inner else None
    return _leaf(element)


def _leaf(element: Element) -> Fact:
    name, value = local(element), plain(element)
    marks = tuple(
        (key.replace(LANG, "lang"), text) for key, text in element.attrib.items() if key not in ("type", "module")
    )
    if inside := sorted({local(child) for child in element if isinstance(child.tag, str)}):
        marks += (("markup", " ".join(inside)),)
    if space(element) not in ("", TBX):
        return _said(name, value, HOLDERS.get(name, "descrip"), marks)
    if name == "note" and (private := _PRIVATE.fullmatch(value)):
        return Fact(private[1], private[2], OURS)
    return _said(element.get("type", name), value, name, marks)


def _said(kind: str, value: str, holder: str, marks: tuple[tuple[str, str], ...]) -> Fact:
    return Fact(kind, status(value) if kind == STATUS else value, holder, marks)


def write_facts(parent: Element, facts: Iterable[Fact], dialect: Dialect, *, in_term: bool = False) -> None:
    """Append what the dialect can say; the rest is left out, and found missing when the file is read back."""
    for fact in facts:
        said = _ours(fact)
        if dialect.allows(said, in_term=in_term):
            _append(parent, said, dialect)


def _ours(fact: Fact) -> Fact:
    return Fact("note", f"{OURS}/{fact.kind}: {fact.value}") if fact.holder == OURS else fact


def _append(parent: Element, fact: Fact, dialect: Dialect) -> None:
    about = [each for each in fact.about if dialect.allows_about(fact, each)]
    marks = dict(fact.marks)
    group = marks.pop("group", None)
    if about or group or fact.holder == "transac":
        parent = dialect.child(parent, f"{fact.holder}Grp")
        if group:
            parent.set("id", group)
    _element(parent, fact, marks, dialect)
    for each in about:
        _element(parent, each, dict(each.marks), dialect)


def _element(parent: Element, fact: Fact, marks: dict[str, str], dialect: Dialect) -> None:
    element = dialect.category(parent, fact)
    for key, value in marks.items():
        if dialect.marks(fact, key):
            element.set(LANG if key == "lang" else key, clean(value))
    canonical = fact.kind == STATUS and fact.value in STATUSES
    element.text = clean(f"{fact.value}Term-admn-sts" if canonical else fact.value)


def collected(element: Element, names: Iterable[str]) -> Iterator[Element]:
    """The children of these local names."""
    wanted = set(names)
    return (child for child in element if isinstance(child.tag, str) and local(child) in wanted)
