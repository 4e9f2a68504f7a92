"""How good a translation is, in figures that say how they were made."""

from toolkit.evaluation.scores import METRICS, Score, Verdict, against, by_paragraph, scores
from toolkit.evaluation.terms import Rendered, TermScore, term_score

__all__ = [
    "METRICS",
    "Rendered",
    "Score",
    "TermScore",
    "Verdict",
    "against",
    "by_paragraph",
    "scores",
    "term_score",
]
