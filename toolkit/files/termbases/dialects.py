"""What each dialect of TBX can say, and how its elements are called (ISO 30042:2019; tbxinfo.net)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from toolkit.core.pattern import pattern
from toolkit.glossary.interchange import STATUS, Fact

if TYPE_CHECKING:
    Element = Any

TBX = "urn:iso:std:iso:30042:ed-2"
SIGNATURE = "Exported by copydesk"
"""What our files say of their source where nothing else does (TBX wants it); it is no content."""
SPACES = {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}

_MIN = {
    "administrativeStatus": "termNote",
    "customerSubset": "admin",
    "externalCrossReference": "xref",
    "partOfSpeech": "termNote",
    "subjectField": "descrip",
}
_BASIC = {
    "context": "descrip",
    "crossReference": "ref",
    "definition": "descrip",
    "geographicalUsage": "termNote",
    "grammaticalGender": "termNote",
    "projectSubset": "admin",
    "responsibility": "transacNote",
    "source": "admin",
    "termLocation": "termNote",
    "termType": "termNote",
    "transactionType": "transac",
    "xGraphic": "xref",
}
HOLDERS = _MIN | _BASIC
"""The element that bears a data category in the DCA style."""

_ABOUT = {
    "descrip": {"descripNote", "admin", "note", "ref", "xref"},
    "admin": {"adminNote", "note", "ref", "xref"},
    "transac": {"transacNote", "date", "note", "ref", "xref"},
    "termNote": {"admin", "note", "ref", "xref"},
}
STATUSES = frozenset({"preferred", "admitted", "deprecated", "superseded"})
"""The picklist of the standard's administrativeStatus, without its ending Term-admn-sts."""
_MARKS = {
    "descrip": {"id", "target", "lang", "datatype"},
    "note": {"id", "lang"},
    "date": {"id"},
    "xref": {"id", "target"},
}
_DAY = pattern(r"\d{4}-\d\d-\d\d")
_ADDRESS = pattern(r"https?://\S+")
_NAME = pattern(r"[^\W\d][\w.-]*")


class Dialect(NamedTuple):
    """A dialect: its data categories (None: any), whether they are elements (DCT) or attributes (DCA), and its names."""

    type: str
    categories: dict[str, str] | None
    tags: bool = False
    martif: bool = False
    nested: bool = False

    def allows(self, fact: Fact, *, in_term: bool) -> bool:
        """Whether the dialect has this data category at this level."""
        if fact.holder == "termNote" and not in_term:
            return False
        return fact.holder not in ("date", "transacNote", "adminNote", "descripNote") and self._knows(fact)

    def allows_about(self, fact: Fact, about: Fact) -> bool:
        """Whether the dialect can say `about` of `fact`."""
        if self.martif and fact.holder == "termNote" and not self.nested:
            return False
        return about.holder in _ABOUT.get(fact.holder, ()) and self._knows(about)

    def marks(self, fact: Fact, key: str) -> bool:
        """Whether the fact's element may have this attribute: in martif any, since tools add their own."""
        known = _MARKS.get(fact.holder, _MARKS["descrip"])
        return key in known or (self.martif and key != "markup" and bool(_NAME.fullmatch(key)))

    def _knows(self, fact: Fact) -> bool:
        if fact.holder == "note":
            return fact.kind == "note"
        if fact.holder == "date":
            return bool(_DAY.fullmatch(fact.value))
        if self.categories is None:
            return fact.holder in {*_ABOUT, "ref", "xref", "transacNote", "adminNote", "descripNote"}
        if fact.kind == STATUS and fact.value not in STATUSES:
            return False
        marks = dict(fact.marks)
        if fact.holder == "xref" and not _ADDRESS.fullmatch(marks.get("target", "")):
            return False
        names = [
            value for key, value in fact.marks if key in ("id", "group") or (key == "target" and fact.holder != "xref")
        ]
        return self.categories.get(fact.kind) == fact.holder and all(map(_NAME.fullmatch, names))

    def child(self, parent: Element, name: str) -> Element:
        """A new element of the dialect's structure."""
        from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 (slow to import, and only XML needs it)

        return etree.SubElement(parent, name if self.martif else f"{{{TBX}}}{name}")

    def category(self, parent: Element, fact: Fact) -> Element:
        """A new element for a data category."""
        if fact.holder in ("note", "date"):
            return self.child(parent, fact.holder)
        if self.tags:
            from lxml import etree  # noqa: PLC0415 (as above)

            return etree.SubElement(parent, f"{{{SPACES['min' if fact.kind in _MIN else 'basic']}}}{fact.kind}")
        element = self.child(parent, fact.holder)
        element.set("type", fact.kind)
        return element


DIALECTS = {
    "basic": Dialect("TBX-Basic", HOLDERS),
    "basic-dct": Dialect("TBX-Basic", HOLDERS, tags=True),
    "min": Dialect("TBX-Min", _MIN),
    "min-dct": Dialect("TBX-Min", _MIN, tags=True),
    "core": Dialect("TBX-Core", {}),
    "tig": Dialect("TBX", None, martif=True),
    "ntig": Dialect("TBX", None, martif=True, nested=True),
}
