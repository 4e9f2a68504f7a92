"""Paragraphs translated: cut into sentences, taken from the memory or put through the cascade, joined again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from toolkit.core import Span
from toolkit.language.sentences import chinese_sentences
from toolkit.translation.cascade import Cascade, Outcome, Rendered
from toolkit.translation.evidence import Aligned, trusted
from toolkit.translation.memory import Memory
from toolkit.translation.steps import Step
from toolkit.translation.translator import Translator
from toolkit.translation.wants import Want, met, wants

_AT_ONCE = 64


class Rendition(NamedTuple):
    """A paragraph's English, which sentences belong together (code points), and what is known of each of them."""

    text: str
    pairs: tuple[Aligned, ...]
    sentences: tuple[Rendered, ...]

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What became of every term wanted in the paragraph, a term once a sentence."""
        return tuple(outcome for sentence in self.sentences for outcome in sentence.outcomes)

    @property
    def score(self) -> float:
        """The log-probability per token of its least likely sentence; 0 where all is remembered."""
        return min((sentence.score for sentence in self.sentences), default=0.0)


Told = Callable[[int, int], None]


def render(paragraphs: Sequence[str], cascade: Cascade, memory: Memory, told: Told | None = None) -> list[Rendition]:
    """Translate Chinese paragraphs; one that the memory has whole is taken verbatim, and so is a sentence.

    `told` hears how many sentences of how many are done.
    """
    cuts = [_cut(paragraph, memory) for paragraph in paragraphs]
    sentences = [paragraph[slice(*span)] for paragraph, cut in zip(paragraphs, cuts, strict=True) for span in cut]
    rendered = iter(_rendered(sentences, cascade, memory, told))
    return [
        _joined(paragraph, cut, [next(rendered) for _ in cut]) for paragraph, cut in zip(paragraphs, cuts, strict=True)
    ]


def _cut(paragraph: str, memory: Memory) -> list[Span]:
    """The paragraph's sentences; itself, where the memory has it whole."""
    whole = Span(len(paragraph) - len(paragraph.lstrip()), len(paragraph.rstrip()))
    return [whole] if memory.find(paragraph) is not None else chinese_sentences(paragraph)


def _rendered(sentences: Sequence[str], cascade: Cascade, memory: Memory, told: Told | None) -> Iterator[Rendered]:
    mentioned: set[str] = set()
    for start in range(0, len(sentences), _AT_ONCE):
        part = [(one, _wanted(one, cascade, mentioned)) for one in sentences[start : start + _AT_ONCE]]
        fresh = iter(cascade.render([one for one in part if memory.find(one[0]) is None]))
        for sentence, wanted in part:
            found = memory.find(sentence)
            yield next(fresh) if found is None else _remembered(sentence, found, wanted)
        if told:
            told(min(start + _AT_ONCE, len(sentences)), len(sentences))


def _wanted(sentence: str, cascade: Cascade, mentioned: set[str]) -> tuple[Want, ...]:
    """The terms wanted in a sentence, given the people named before it; they are named from now on."""
    found = wants(sentence, cascade.known, mentioned)
    mentioned |= {want.term.id for want in found if want.term.type == "person"}
    return found


def _remembered(sentence: str, english: str, wanted: Sequence[Want]) -> Rendered:
    """Accepted English as it is, its terms checked."""
    there = met(wanted, english)
    outcomes = tuple(Outcome(want, Step.MEMORY if want in there else None) for want in wanted)
    return Rendered(sentence, english, english, 0.0, outcomes, remembered=True)


def _joined(paragraph: str, cut: Sequence[Span], sentences: Sequence[Rendered]) -> Rendition:
    """Sentences side by side, a line end between them where the Chinese has one."""
    parts: list[str] = []
    targets: list[Span] = []
    at = 0
    for n, one in enumerate(sentences):
        gap = paragraph[cut[n - 1].end : cut[n].start] if n else ""
        parts += ["\n" * gap.count("\n") or " "] if n else []
        at += len(parts[-1]) if n else 0
        text = one.text.strip()
        parts.append(text)
        targets.append(Span(at, at + len(text)))
        at += len(text)
    pairs = (Aligned(span, target) for span, target in zip(cut, targets, strict=True))
    return Rendition("".join(parts), tuple(pairs), tuple(sentences))


def linked(renditions: Sequence[Rendition], translator: Translator) -> list[Rendition]:
    """The paragraphs with the model's own links between the words of their sentences: what their markup needs."""
    if not renditions:
        return []
    said = [one for rendition in renditions for one in rendition.sentences]
    asked = [(one.source, one.text.strip()) for one in said]
    known = iter(translator.score([pair for pair, one in zip(asked, said, strict=True) if one.remembered]))
    scores = [next(known) if one.remembered else one.score for one in said]
    links = map(trusted, translator.align(asked), scores)
    return [
        rendition._replace(pairs=tuple(pair._replace(links=next(links)) for pair in rendition.pairs))
        for rendition in renditions
    ]
