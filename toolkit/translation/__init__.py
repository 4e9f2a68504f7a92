"""Retranslation: what to redo, which candidate to take, where the markup goes."""

from toolkit.translation.cascade import Cascade, Outcome, Rendered
from toolkit.translation.evidence import Aligned, Knowledge
from toolkit.translation.marks import Mark, Marked
from toolkit.translation.memory import Memory
from toolkit.translation.paragraphs import Rendition, linked, render
from toolkit.translation.projection import Projection, project
from toolkit.translation.selection import Selection
from toolkit.translation.steps import Step, Tuning
from toolkit.translation.translator import Hypothesis, Link, Request, Told, Translator

__all__ = [
    "Aligned",
    "Cascade",
    "Hypothesis",
    "Knowledge",
    "Link",
    "Mark",
    "Marked",
    "Memory",
    "Outcome",
    "Projection",
    "Rendered",
    "Rendition",
    "Request",
    "Selection",
    "Step",
    "Told",
    "Translator",
    "Tuning",
    "linked",
    "project",
    "render",
]
