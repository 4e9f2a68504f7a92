"""Where a paragraph's new text goes in an article, and whether it reads there as it was meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from toolkit.core import Article, Edit, Span
from toolkit.core.pattern import pattern
from toolkit.files.article import parse
from toolkit.files.escaping import ESCAPES, Escape, field, opening, plain
from toolkit.files.marked import marked
from toolkit.language.script import simplified
from toolkit.translation.marks import Marked

_PARTED = {
    "text": pattern(r"\s*"),
    "markdown": pattern(r"\s*\n[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?"),
    "html": pattern(r"\s*</(\w+)>\s*<\1(?:\s[^<>]*)?>\s*"),
}
_ADDRESS = pattern(r"\]\s*\(([^()\n]+)\)|\s(?:href|src)\s*=\s*[\"']?([^\"'<>]+)")
_LANGUAGE = {
    "html": pattern(r"(?<=<html)([^>]*?\slang=[\"']?)zh[\w-]*"),
    "markdown": pattern(r"(\A---\r?\n(?:.*\r?\n)*?lang:[ \t]*)zh[\w-]*"),
}


def chinese(article: Article) -> list[Marked]:
    """Each paragraph of a Chinese article with its marks, in Simplified script."""
    return [
        marked(article.raw, replace(paragraph.text, prose=simplified(paragraph.text.prose)))
        for paragraph in article.paragraphs
    ]


def english(article: Article, numbers: Iterable[int]) -> list[Marked]:
    """Paragraphs of an English article with their marks."""
    return [marked(article.raw, article.paragraphs[n].text) for n in numbers]


def extent(article: Article, number: int) -> Span:
    """The raw range of a paragraph with its markup."""
    spans = article.paragraphs[number].text.spans
    return Span(spans[0].start, spans[-1].end)


def between(article: Article, number: int) -> str | None:
    """What parts a paragraph from the one before it, where a writer could put the same between two of his own."""
    raw = article.raw[extent(article, number - 1).end : extent(article, number).start] if number else ""
    return raw if raw and _PARTED[article.format].fullmatch(raw) else None


def joined_range(article: Article, numbers: Sequence[int]) -> Span | None:
    """The raw range of neighbouring paragraphs; None where something else stands between them."""
    if any(between(article, n) is None for n in numbers[1:]) or list(numbers) != [*range(numbers[0], numbers[-1] + 1)]:
        return None
    return Span(extent(article, numbers[0]).start, extent(article, numbers[-1]).end)


def addresses(raw: str) -> set[str]:
    """Where the links and images of a text lead, white space left out, torn ones included.

    >>> sorted(addresses('![a] (b .jpg) <a href="c">'))
    ['b.jpg', 'c']
    """
    return {"".join((found[1] or found[2]).split()) for found in _ADDRESS.finditer(raw)}


def fitting(article: Article, span: Span, texts: Sequence[Marked], parting: str, before: str = "") -> Edit | None:
    """The edit that puts paragraphs in place of a raw range, `parting` between them and `before` before the first.

    It is tried out: the article with it must read as those paragraphs with exactly their marks, and no other paragraph
    changed. None where no way of writing them does.
    """
    for escape, begin in _ways(article, span):
        written = [begin(text.written(escape)) for text in texts]
        edit = Edit(span, before + parting.join(written))
        if _reads(article, edit, texts):
            return edit
    return None


def _ways(article: Article, span: Span) -> Iterator[tuple[Escape, Escape]]:
    """The ways to write prose at a place of an article, and then the whole paragraph, the likeliest first."""
    if article.format == "markdown" and _is_field(article, span):
        yield plain, plain if article.raw[span.start - 1 : span.start] in {'"', "'"} else field
        return
    for escape in ESCAPES[article.format]:
        yield escape, opening if article.format == "markdown" else plain


def _is_field(article: Article, span: Span) -> bool:
    """Whether a paragraph of Markdown is the title in the front matter: it alone holds no markup."""
    return any(one.text.spans[0].start == span.start and not one.text.markup for one in article.paragraphs)


def edited(raw: str, edits: Iterable[Edit]) -> str:
    """`raw` with edits that do not overlap; of several at one point the order stays."""
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += [raw[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*pieces, raw[done:]])


def declared_english(raw: str, form: str) -> str:
    """An article's own statement of its language changed to English.

    >>> declared_english('<html lang="zh-Hans">', "html")
    '<html lang="en">'
    """
    return _LANGUAGE[form].sub(r"\g<1>en", raw, count=1) if form in _LANGUAGE else raw


def _reads(article: Article, edit: Edit, texts: Sequence[Marked]) -> bool:
    raw = edited(article.raw, [edit])
    again = parse(raw, article.path, article.format)
    end = len(edit.text) - (edit.span.end - edit.span.start)
    old = [_outline(article, n) for n in range(len(article.paragraphs)) if not _touches(article, n, edit.span)]
    inside = [
        n for n in range(len(again.paragraphs)) if edit.span.start <= extent(again, n).start < edit.span.end + end
    ]
    new = [_outline(again, n) for n in range(len(again.paragraphs)) if n not in inside]
    found = english(again, inside)
    return old == new and len(found) == len(texts) and all(map(_alike, found, texts))


def _touches(article: Article, number: int, span: Span) -> bool:
    return span.start <= extent(article, number).start < span.end


def _outline(article: Article, number: int) -> str:
    return article.raw[slice(*extent(article, number))]


def _alike(found: Marked, wanted: Marked) -> bool:
    return found.nesting() == wanted.nesting() and found.prose.split() == wanted.prose.split()
