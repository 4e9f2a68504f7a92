"""The two languages of an article against each other: paragraphs, words, and what is missing."""

from toolkit.alignment.bead import Bead
from toolkit.alignment.coverage import Gap, missing, shown
from toolkit.alignment.english import stem, stems
from toolkit.alignment.evidence import Terms, values
from toolkit.alignment.lengths import deviation
from toolkit.alignment.lexicon import Lexicon
from toolkit.alignment.pairing import pair
from toolkit.alignment.rendering import Rendering, locate

__all__ = [
    "Bead",
    "Gap",
    "Lexicon",
    "Rendering",
    "Terms",
    "deviation",
    "locate",
    "missing",
    "pair",
    "shown",
    "stem",
    "stems",
    "values",
]
