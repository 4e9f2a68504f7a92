"""The two languages of an article against each other: paragraphs, words, and what is missing."""

from toolkit.alignment.english import stem, stems
from toolkit.alignment.lexicon import Lexicon
from toolkit.alignment.pairing import Bead, pair

__all__ = ["Bead", "Lexicon", "pair", "stem", "stems"]
