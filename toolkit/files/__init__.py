"""Every file but the models': articles found, read and written, glossaries, settings."""

from toolkit.files.article import format_of, load, parse
from toolkit.files.decode import decode
from toolkit.files.discover import Discovery, Pair, discover
from toolkit.files.edits import edited, write_edits
from toolkit.files.errors import FileProblem, Unreadable, Unwritable
from toolkit.files.text import read_text, rewrite, write_atomic

__all__ = [
    "Discovery",
    "FileProblem",
    "Pair",
    "Unreadable",
    "Unwritable",
    "decode",
    "discover",
    "edited",
    "format_of",
    "load",
    "parse",
    "read_text",
    "rewrite",
    "write_atomic",
    "write_edits",
]
