"""The lexicon that ships with the package."""

from __future__ import annotations

from pathlib import Path

from toolkit.alignment import Lexicon

_FILE = Path(__file__).parent.parent / "alignment" / "data" / "lexicon.txt"


def load_lexicon() -> Lexicon:
    """The shipped word lexicon (corpora/lexicon says how it was trained)."""
    return Lexicon.parse(_FILE.read_bytes().decode())
