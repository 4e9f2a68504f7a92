"""Articles in miniature for tests: what rules say of examples and of strings."""

from __future__ import annotations

from datetime import date
from functools import cache

from toolkit.alignment import Lexicon
from toolkit.api import Desk, check_text
from toolkit.core import Applicability, Finding, apply
from toolkit.files.lexicon import load_lexicon
from toolkit.glossary import Glossary
from toolkit.glossary.table import row
from toolkit.lint import Plan, Rule
from toolkit.lint.examples import Example


def of_example(rule: Rule, example: Example, en: str | None = None) -> list[Finding]:
    """What `rule` says of an example, or of `en` in its place."""
    terms = [row(dict(cell.strip().split("=", 1) for cell in cells.split(";"))) for cells in example.glossary]
    day = date.fromisoformat(example.date) if example.date else None
    hints = {zh: (en,) for zh, en in (pair.split("=", 1) for pair in example.hints)}
    desk = Desk(Glossary(terms), _lexicon() if example.zh else Lexicon.parse(""), hints)
    text = example.en if en is None else en
    return list(check_text(text, example.zh, form=example.format, date=day, desk=desk, plan=Plan((rule,))).findings)


def found(rules: tuple[Rule, ...], en: str, zh: str | None = None, form: str = "text") -> list[Finding]:
    """What `rules` say of a file."""
    return list(check_text(en, zh, form=form, plan=Plan(rules)).findings)


def fixed(findings: list[Finding], text: str) -> str:
    """`text` with every safe fix applied."""
    return apply(text, [fix for one in findings for fix in one.flag.fixes if fix.applicability is Applicability.SAFE])


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()
