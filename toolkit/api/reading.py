"""What a user names as one document: a pair of files, an article alone, or a file that holds both languages."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from toolkit.api.desk import Desk
from toolkit.api.document import alone, paired
from toolkit.core import Article, Document
from toolkit.files.article import load
from toolkit.files.bilingual import is_bilingual, load_bilingual
from toolkit.files.errors import Unreadable


def read_document(
    target: Article | Document | Path,
    source: Article | Path | None,
    desk: Desk,
    date: datetime.date | None = None,
) -> Document:
    """The document of an English article, or of its file, and its Chinese or the file of that if there is one.

    A bilingual file is a document by itself. Raises Unreadable where a file cannot be read.
    """
    if isinstance(target, Path) and is_bilingual(target):
        target = load_bilingual(target)
    if isinstance(target, Document):
        if source:
            raise Unreadable(target.name, None, "holds both languages; leave out --source")
        return replace(target, date=date) if date else target
    english = load(target) if isinstance(target, Path) else target
    if source is None:
        return alone(english, date)
    chinese = load(source) if isinstance(source, Path) else source
    return paired(chinese, english, desk.lexicon, desk.glossary, date)
