"""XML from strangers, parsed safely: no entities, no network, bounded size and depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.core.pattern import pattern
from toolkit.files.errors import Unreadable

if TYPE_CHECKING:
    Element = Any
    """An lxml element; lxml brings no types."""

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST_TAGS = 2_000_000
_DEEPEST = 60
_DECLARATION = pattern(r"^\s*<\?xml[^>]*\?>")
_ILLEGAL = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parse_xml(text: str, name: str) -> Element:
    """The root element of an XML file called `name`. Raises Unreadable with the line.

    A document type is passed over and never fetched; entities of its own are refused, since a terminology file has no
    use for them and an attacker has (OWASP, XML External Entity Prevention).
    """
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 (slow to import, and only XML needs it)

    _guard(text, name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(_DECLARATION.sub("", text, count=1).encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        line = (error.position or (None,))[0]
        raise Unreadable(
            name, line, f"is not well-formed XML: {_said(error)}; mend it there or export it anew"
        ) from error
    _bound(root, name)
    return root


def clean(text: str) -> str:
    """The text without the characters that XML 1.0 forbids."""
    return _ILLEGAL.sub("", text)


def plain(element: Element) -> str:
    """All text in an element, runs of white space as one space."""
    return " ".join("".join(element.itertext()).split())


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def space(element: Element) -> str:
    """The element's namespace, empty where it has none."""
    return str(element.tag).rpartition("}")[0].removeprefix("{")


def _guard(text: str, name: str) -> None:
    entity = text.find("<!ENTITY")
    if entity >= 0:
        line = text.count("\n", 0, entity) + 1
        raise Unreadable(name, line, "declares an entity, which is not read for safety; export it without a DOCTYPE")
    if text.count("<") > 2 * _MOST_TAGS:
        raise Unreadable(name, None, f"has more than {_MOST_TAGS:,} elements; split it")


def _bound(root: Element, name: str) -> None:
    """Refuse what is nested more deeply than terminology ever is."""
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > _DEEPEST:
            raise Unreadable(name, level[0].sourceline, f"is nested more than {_DEEPEST} elements deep; it is no TBX")
        level = [child for element in level for child in element if isinstance(child.tag, str)]


def _said(error: Exception) -> str:
    message = " ".join(str(error).partition(", line ")[0].split())
    return message[:1].lower() + message[1:160].rstrip(". ")
