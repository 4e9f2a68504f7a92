"""The pieces of HTML that stand out of a text: tags, comments, character references."""

from __future__ import annotations

import html
import re
from bisect import bisect_left

from toolkit.core import Span
from toolkit.core.pattern import pattern

PIECE = pattern(
    r"<(?:!--|[!?]|(/?)([A-Za-z][\w:.-]{0,60}+)(?=[\s/>]))|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});?"
)
_STRICT = pattern(r"""(?>(?:[^<>=]|=\s*+(?:"[^"<]*"|'[^'<]*')?)*)>""")
_LOOSE = pattern(r"""(?>(?:[^<>=]|=\s*+(?:"[^"]*"|'[^']*')?)*)""")
_DECLARATION = pattern(r"[^<>]*+>")
_ATTRIBUTE = pattern(r"""([\w:.-]{1,60}+)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++))""")
_CLOSING = pattern(r"</([A-Za-z][\w:.-]{0,60}+)[^<>]*+>")
_PATIENCE = 2_000_000


class Tags:
    """Finds the ends of what begins with `<` in a text. Takes time linear in the text, whatever is in it.

    Source: HTML Living Standard, 13.2.5 (tokenization); unlike a browser, it lets a tag end only before the next `<`
    outside quotation marks, and leaves what never ends in the text.
    """

    def __init__(self, raw: str, part: Span) -> None:
        """Read the range `part` of `raw`."""
        self._raw = raw
        self._start, self._end = part
        self._last_comment: int | None = None
        self._patience = _PATIENCE
        self._closings: dict[str, list[Span]] | None = None

    def end(self, piece: re.Match[str]) -> int | None:
        """The code point after the tag, comment or declaration that `piece` begins; None where it has no end."""
        start = piece.end()
        if piece[0][0] == "&":
            return None
        if piece[0] == "<!--":
            if self._last_comment is None:
                self._last_comment = self._raw.rfind("-->", self._start, self._end)
            return self._raw.index("-->", start - 2) + 3 if start - 2 <= self._last_comment else None
        if not piece[2]:
            found = _DECLARATION.match(self._raw, start, self._end)
            return found.end() if found else None
        return self._tag(start)

    def closing(self, name: str, start: int) -> Span | None:
        """The first closing tag called `name` (lower case) from `start` on."""
        if self._closings is None:
            self._closings = {}
            for found in _CLOSING.finditer(self._raw, start, self._end):
                self._closings.setdefault(found[1].lower(), []).append(Span(*found.span()))
        spans = self._closings.get(name, [])
        n = bisect_left(spans, (start, 0))
        return spans[n] if n < len(spans) else None

    def _tag(self, start: int) -> int | None:
        found = _STRICT.match(self._raw, start, self._end)
        if not found and self._patience > 0:
            loose = _LOOSE.match(self._raw, start, self._end)
            after = loose.end() if loose else start
            if self._raw.startswith(">", after) and after < self._end:
                return after + 1
            self._patience -= after - start
        return found.end() if found else None


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, values as a browser reads them."""
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(tag)
    }


def character(reference: str) -> str | None:
    """What a character reference such as `&amp;` or `&#38;` stands for; None where it is no reference.

    >>> character("&eacute;"), character("&T")
    ('é', None)
    """
    text = html.unescape(reference)
    return text if text != reference and len(text) <= 2 else None
