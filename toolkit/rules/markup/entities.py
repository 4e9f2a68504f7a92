"""Character references that show as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Applicability, Edit, Fix, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.machine import inside
from toolkit.lint import Context, segment_rule

_NAMES = (
    "nbsp|amp|quot|apos|lt|gt|ldquo|rdquo|lsquo|rsquo|laquo|raquo|mdash|ndash|hellip|bull|middot|copy|reg|trade|deg|euro|pound|yen"
    "|times|eacute|egrave|ccedil|uuml|ouml|auml|szlig|ensp|emsp|thinsp|zwnj|zwj|shy"
)
_REFERENCE = pattern(
    rf"[&＆] ?(?:amp ?[;；] ?)*(?:(?P<name>{_NAMES}) ?[;；]|# ?(?P<number>\d{{2,5}}|[xX][0-9a-fA-F]{{2,5}}) ?[;；])"
    r"|&(?P<bare>nbsp|quot|ldquo|rdquo|amp)(?:(?![\w;=])|(?=(?-i:[A-Z][a-z])))",
    re.IGNORECASE,
)


@segment_rule(severity=Severity.ERROR, category="design and markup/markup")
def broken_entity(segment: Segment, context: Context) -> Iterator[Flag]:
    """A character reference that the reader sees as letters: "& nbsp;", "&amp;amp;", "&quot".

    It was torn apart, escaped twice, or pasted into text that knows no references.

    Known problems: an article on HTML may mean it.

    Source: HTML Living Standard, 13.1.4, "Character references".

    Bad:
        en: Research«& nbsp;»and trade.
    Good:
        en: Research & trade, R&D, AT&T; nbsp.
    Bad:
        en: He said «&quot;»yes«&quot;».
    Good:
        en: He said "yes".
    Bad:
        en: He said: «&quot»Yes."
    Good:
        en: He said: "Yes."
    Bad:
        format: html
        en: <p>Research «&amp;amp;» trade.</p>
    Good:
        format: html
        en: <p>Research &amp; trade.</p>
    """
    prose = segment.target.prose
    if "&" not in prose and "＆" not in prose:
        return
    for match in _REFERENCE.finditer(prose):
        if inside(prose, *match.span()):
            continue
        meant = _meant(match)
        place = segment.target_at(match.span())
        sure = Applicability.UNSAFE if meant in "<>" else Applicability.SAFE
        written = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(meant, meant) if segment.target.markup else meant
        fixes = (Fix((Edit(place.span, written),), sure),) if meant.isprintable() else ()
        yield Flag(place, f"“{match[0]}” shows as text: write “{meant}”", expected=(meant,), fixes=fixes)


def _meant(match: re.Match[str]) -> str:
    from html import unescape  # noqa: PLC0415 - its table of names is large, broken references are rare

    name = match["name"] or match["bare"]
    text = unescape(f"&{name.lower()};" if name else f"&#{match['number']};")
    return " " if text in "\u00a0\u2002\u2003\u2009" else text
