"""Stretches of English that look like names or terms: runs of capitalised words, and short runs of plain ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from toolkit.alignment.english import stem
from toolkit.core import Span
from toolkit.core.pattern import pattern

_TOKEN = pattern(r"[A-Za-z\u00c0-\u024f][\w'’.&]*(?:-[\w'’]+)*")
_CAPITAL = pattern(r"[A-Z\u00c0-\u00d6\u00d8-\u00de]")
_GAP = pattern(r"(?:['’]s)?[ -]|, (?=Ltd|Inc|Co\b)")
_TITLE_CASE = 0.6
_JOINTS = frozenset("of the and for in on de la el al bin van von".split())
EMPTY = frozenset(
    (
        "a according account across additionally after again against all almost along already also although always am "
        "amid among an and any april are around as at august away back be because been before being below besides "
        "between both but by can could currently day december despite did do does done down dr due during each either "
        "else even ever every february few finally first for former friday from further furthermore given had has "
        "have he her here him his hour how however i if in including indeed instead into is it its itself january "
        "july june just last later least less like local many march may meanwhile might million monday month more "
        "moreover most mr mrs ms much must my near nearly never new next no nor not november now nowadays october of "
        "off often on once one only or other our out over own per photo previously prof recently reporter reporters "
        "said same saturday says second see september several she should since sir so some specifically still "
        "subsequently such sunday ten than that the their them then there therefore these they third this those three "
        "through thursday thus time to today together too tuesday two under unlike until up upon us very via was we "
        "wednesday week well were what when where whether which while who whole whom whose why will with within "
        "without would year years yes yesterday yet you your"
    ).split()
)
"""Words that neither begin nor end a name or a term, in lower case."""
HOLLOW = frozenset(map(stem, EMPTY))
"""The same as stems."""


def tokens(prose: str) -> list[Span]:
    """The words of English prose (code points), a final dot and the possessive left out."""
    return [_bare(match) for match in _TOKEN.finditer(prose)]


def _bare(match: re.Match[str]) -> Span:
    text = match[0]
    end = match.end()
    if text.endswith(("'s", "’s")):
        end -= 2
    elif text.endswith((".", "'", "’")) and text.count(".") < 2:
        end -= 1
    return Span(match.start(), end)


@lru_cache(maxsize=256)
def capitalised(prose: str, longest: int = 8) -> tuple[Span, ...]:
    """Runs of up to `longest` words that begin and end with a capitalised one, joined by spaces and by of, the, and…

    None in prose that is written like a headline, where capitals tell nothing.
    """
    words = [(span, prose[span.start : span.end]) for span in tokens(prose)]
    long = [text for _, text in words if len(text) > 3]
    if len(long) > 3 and sum(_is_name(text) for text in long) > _TITLE_CASE * len(long):
        return ()
    return tuple(_runs(prose, words, longest))


def _runs(prose: str, words: list[tuple[Span, str]], longest: int) -> Iterator[Span]:
    for first, (span, text) in enumerate(words):
        if not _is_name(text):
            continue
        end = span.end
        for n, (other, word) in enumerate(words[first : first + longest]):
            if n and not _GAP.fullmatch(prose, end, other.start):
                break
            end = other.end
            if _is_name(word):
                yield Span(span.start, end)
            elif word not in _JOINTS:
                break


def _is_name(text: str) -> bool:
    return bool(_CAPITAL.match(text)) and text.lower() not in EMPTY


def plain(prose: str, longest: int = 3) -> Iterator[Span]:
    """Runs of two to `longest` words on one stretch that neither begin nor end with an empty word."""
    words = tokens(prose)
    for first, span in enumerate(words):
        if _empty(prose, span):
            continue
        end = span.end
        for other in words[first + 1 : first + longest]:
            if prose[end : other.start] not in (" ", "-"):
                break
            end = other.end
            if not _empty(prose, other):
                yield Span(span.start, end)


def _empty(prose: str, span: Span) -> bool:
    return prose[span.start : span.end].lower() in EMPTY
