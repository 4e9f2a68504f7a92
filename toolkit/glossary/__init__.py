"""Concepts, and finding them in Chinese and in English."""

from toolkit.glossary.english import EnglishIndex, Hit
from toolkit.glossary.glossary import Glossary, Match, rendered, straddles
from toolkit.glossary.table import COLUMNS, Problem, parse
from toolkit.glossary.term import Office, Period, Term
from toolkit.glossary.words import Words

__all__ = [
    "COLUMNS",
    "EnglishIndex",
    "Glossary",
    "Hit",
    "Match",
    "Office",
    "Period",
    "Problem",
    "Term",
    "Words",
    "parse",
    "rendered",
    "straddles",
]
