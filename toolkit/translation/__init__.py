"""Retranslation: what to redo, which candidate to take, where the markup goes."""

from toolkit.translation.translator import Hypothesis, Link, Request, Translator

__all__ = ["Hypothesis", "Link", "Request", "Translator"]
