"""How rules are declared, selected and run. Knows no rule by name."""

from toolkit.lint.context import Context
from toolkit.lint.engine import Plan, Run, run, selected
from toolkit.lint.rule import Rule, document_rule, segment_rule

__all__ = ["Context", "Plan", "Rule", "Run", "document_rule", "run", "segment_rule", "selected"]
