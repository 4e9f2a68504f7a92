"""A rule's manual, cut for the room a report has."""

from __future__ import annotations

import re

from toolkit.core.pattern import pattern

_SOURCE = pattern(r"^Source: (.+(?:\n(?!Bad:|Good:|\n).+)*)", re.MULTILINE)
_VERDICT = pattern(r"^(Bad|Good):\n", re.MULTILINE)
_HEADINGS = ("Known problems:", "Source:", "Bad:", "Good:")


def mistake(manual: str) -> str:
    """The first paragraph: one sentence that names the mistake."""
    return _line(manual.partition("\n\n")[0])


def reason(manual: str) -> str:
    """The second paragraph, why the mistake misleads; empty where the manual has none."""
    second = f"{manual}\n\n".split("\n\n", 2)[1]
    return "" if second.startswith(_HEADINGS) else _line(second)


def authority(manual: str) -> str:
    """What the rule stands on, as its `Source:` says; empty where it says nothing."""
    found = _SOURCE.search(manual)
    return _line(found[1]) if found else ""


def markdown(manual: str) -> str:
    """The manual with its examples as code blocks."""
    return _VERDICT.sub(r"**\1:**\n\n", manual)


def _line(text: str) -> str:
    return " ".join(text.split())
