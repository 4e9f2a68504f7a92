"""The nouns of the toolkit: plain, frozen data that every other room speaks in."""

from toolkit.core.cover import Cover
from toolkit.core.document import Article, Document, Ignore, Kind, Paragraph, Place, Segment, Side
from toolkit.core.finding import Finding, Flag, Ground, Severity
from toolkit.core.fix import Applicability, Fix, apart, apply
from toolkit.core.text import Edit, Run, Span, Text

__all__ = [
    "Applicability",
    "Article",
    "Cover",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Flag",
    "Ground",
    "Ignore",
    "Kind",
    "Paragraph",
    "Place",
    "Run",
    "Segment",
    "Severity",
    "Side",
    "Span",
    "Text",
    "apart",
    "apply",
]
