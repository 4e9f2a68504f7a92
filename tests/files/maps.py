"""The way back from prose to the file, checked character by character."""

from __future__ import annotations

import html

from toolkit.core import Article
from toolkit.files.builder import OBJECT


def exact(article: Article) -> None:
    for paragraph in article.paragraphs:
        text = paragraph.text
        assert text.spans[0].start <= text.locate((0, 1)).start
        assert text.locate((len(text.prose) - 1, len(text.prose))).end <= text.spans[-1].end
        before = 0
        for n, character in enumerate(text.prose):
            start, end = text.locate((n, n + 1))
            assert before <= start < end <= len(article.raw)
            raw = article.raw[start:end]
            assert character in {OBJECT, raw, "\n", " "} or character in html.unescape(raw) or raw == f"\\{character}"
            assert character not in "\n " or any(white in raw for white in ("\n", "\r", " ", "&", "<br"))
            before = start


def words(article: Article) -> list[str]:
    """Every word of the prose, as it stands in the file."""
    found: list[str] = []
    for paragraph in article.paragraphs:
        at = 0
        for word in paragraph.text.prose.split():
            at = paragraph.text.prose.index(word, at)
            start, end = paragraph.text.locate((at, at + len(word)))
            found.append(article.raw[start:end])
            at += len(word)
    return found
