"""How rules are named: one by its name, many by their family."""

from __future__ import annotations


def names(selector: str, rule: str) -> bool:
    """Whether `selector` (a rule, a family or `all`) covers the rule of that name.

    >>> names("numbers", "numbers/shifted-magnitude"), names("number", "numbers/shifted-magnitude")
    (True, False)
    """
    return selector in ("all", rule) or rule.startswith(selector.rstrip("/") + "/")
