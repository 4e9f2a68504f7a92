"""The public verbs: text, then file, then folder."""

from toolkit.api.check import check_articles, check_document, check_pair, check_text, default_plan
from toolkit.api.desk import Desk, open_desk

__all__ = ["Desk", "check_articles", "check_document", "check_pair", "check_text", "default_plan", "open_desk"]
