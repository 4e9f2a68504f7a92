"""Remembered decisions, a line each."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.lint.baseline import Decision
from toolkit.reports.window import visible

_LONGEST = 60


def render(decisions: Iterable[Decision]) -> str:
    r"""`path: rule: “words” (fingerprint): reason`; words that are many are cut.

    >>> render([Decision("0123456789abcdef", "names/x", "a.en.txt", "Asm", "their own spelling")])
    'a.en.txt: names/x: “Asm” (0123456789abcdef): their own spelling\n'
    """
    return "".join(map(_line, decisions))


def _line(decision: Decision) -> str:
    text = " ".join(visible(decision.text).split())
    words = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    reason = visible(decision.reason) or "no reason given"
    return f"{visible(decision.path)}: {decision.rule}: “{words}” ({decision.fingerprint}): {reason}\n"
