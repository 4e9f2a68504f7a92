"""How a file format writes down text: what it escapes, and what it cannot hold."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.core.pattern import pattern


class Notation(NamedTuple):
    r"""How a stretch of a file spells text. `escapes` are applied in their order; `sound` is a pattern, in the syntax of
    `re`, of all that may stand there raw. `quoted`: what it cannot hold it can in quotation marks round the whole.

    >>> XML.written("R&D < 5"), PO.written('"so"'), QUOTED.written('"so"'), CELL.written("a, b")
    ('R&amp;D &lt; 5', '\\"so\\"', '""so""', None)
    """

    escapes: tuple[tuple[str, str], ...]
    sound: str
    quoted: bool = False

    def written(self, text: str) -> str | None:
        """`text` as the file spells it; None where the format has no way to."""
        for character, escape in self.escapes:
            text = text.replace(character, escape)
        return text if self.takes(text) else None

    def takes(self, raw: str) -> bool:
        """Whether `raw` may be put into the file as it is, without becoming something else than text."""
        return pattern(rf"(?>(?:{self.sound})*)").fullmatch(raw) is not None

    def whole(self, text: str) -> str | None:
        """All of a paragraph in quotation marks; None where the format has no use for them."""
        return f'"{QUOTED.written(text)}"' if self.quoted else None

    def takes_whole(self, raw: str) -> bool:
        """Whether `raw` is a paragraph as `whole` writes it."""
        return self.quoted and len(raw) > 1 and raw[0] == raw[-1] == '"' and QUOTED.takes(raw[1:-1])


_XML_CHARACTER = r"[\t\n\r\x20-\x25\x27-\x3b\x3d-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"

XML = Notation(
    (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")),
    rf"{_XML_CHARACTER}|&(?:amp|lt|gt|quot|apos);",
)
"""Text between the tags of XML (XML 1.0, 2.4)."""
CDATA = Notation((), r"[\t\n\r\x20-\x5c\x5e-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Text in a CDATA section, less the bracket that could end it (XML 1.0, 2.7)."""
WORD = Notation((), r"[^\x00-\x1f\ufffe\uffff\ud800-\udfff]")
"""Text of a word processor's paragraph: one line, and whoever writes the file escapes it."""
PO = Notation((("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")), r'[^"\\\n\r]|\\["\\nrtabfv]')
"""A string of a gettext catalogue (GNU gettext manual, "The Format of PO Files")."""
PO_FORMAT = PO._replace(sound=r'[^"\\\n\r%{}]|\\["\\nrtabfv]')
"""A string of such a catalogue in which a percent sign or a brace would be a placeholder."""
QUOTED = Notation((('"', '""'),), '[^"]|""')
"""A cell in quotation marks (RFC 4180, 2.7)."""
CELL = Notation((), '[^",;\t\r\n]', quoted=True)
"""A cell without them, whatever parts the cells (RFC 4180, 2.6)."""
TABBED = Notation((), "[^\t\r\n]")
"""A cell of a table that knows no quotation marks (text/tab-separated-values)."""
