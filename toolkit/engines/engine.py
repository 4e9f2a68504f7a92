"""A CTranslate2 model with its SentencePiece tokenizers, as the toolkit's translator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.core import Span
from toolkit.engines.attending import links
from toolkit.engines.decoding import PLACES, Job, Progress, Raw, attention, decode, score
from toolkit.engines.families import Family
from toolkit.engines.hardware import Running
from toolkit.engines.parts import LONGEST, parts
from toolkit.engines.pieces import Tokenizer
from toolkit.translation import Hypothesis, Link, Request

if TYPE_CHECKING:
    from ctranslate2 import Translator


@dataclass(frozen=True, slots=True)
class Engine:
    """A loaded model; `guided` says that its attention was trained on word alignments.

    It may be used by several threads; each call waits for its own results.
    """

    name: str
    family: Family
    source: Tokenizer
    target: Tokenizer
    model: Translator
    running: Running = field(default_factory=Running)
    guided: bool = False
    progress: Progress | None = None

    def translate(self, requests: Sequence[Request]) -> list[tuple[Hypothesis, ...]]:
        """As the protocol says. A paragraph is translated sentence by sentence and joined again, unless it has a prefix.

        A ban holds for the pieces of the word as it stands between spaces, and so for what begins with it; a hypothesis
        that spells it another way goes, as long as one remains. A hypothesis with a prefix is scored as `score` does.
        """
        jobs = [list(self._jobs(request)) for request in requests]
        every = [job for group in jobs for job in group]
        flat = iter(self._rescored(every, decode(self.model, every, self.running, self.progress)))
        return [
            self._joined(request, [self._hypotheses(next(flat)) for _ in group])
            for request, group in zip(requests, jobs, strict=True)
        ]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """As the protocol says; -inf for an empty English. A very long pair is scored in runs of pieces, which is rough."""
        runs = [list(self._runs(zh, en)) for zh, en in pairs]
        scores = iter(
            score(self.model, [run for group in runs for run in group], len(self.family.target_opening), self.running)
        )
        return [sum(next(scores) for _ in group) / len(group) if group else float("-inf") for group in runs]

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        """As the protocol says; nothing where the model's card does not say that its attention aligns."""
        return [tuple(self._links(*pair)) if self.guided else () for pair in pairs]

    def attended(self, zh: str, en: str) -> tuple[Link, ...]:
        """The links that the attention shows, trusted or not: what `copydesk model probe` looks at."""
        return tuple(self._links(zh, en))

    def _jobs(self, request: Request) -> Iterator[Job]:
        given = tuple(self.target.spell(request.prefix) or ()) if request.prefix.strip() else ()
        given = given if len(given) < PLACES else ()
        spelled = (self.target.spell(word) for word in request.banned if word.strip())
        banned = tuple(sorted(tuple(pieces) for pieces in spelled if pieces))
        whole = bool(given) and self._length(request.source) <= LONGEST
        for n, part in enumerate([request.source] if whole else parts(request.source, self._length)):
            prefix = given if n == 0 else ()
            if pieces := self.source.encode(part.strip()):
                yield Job(
                    self._framed(pieces), (*self.family.target_opening, *prefix), len(prefix), banned, request.count
                )

    def _rescored(self, jobs: Sequence[Job], found: list[list[Raw]]) -> list[list[Raw]]:
        """With a prefix CTranslate2 leaves its probability out and yet divides by its length: those are scored anew."""
        tags = self.family.target_opening
        asked = [(job, n, k) for n, job in enumerate(jobs) if job.given for k in range(len(found[n]))]
        pairs = [([*job.source], [*tags, *found[n][k].pieces]) for job, n, k in asked]
        for (_, n, k), value in zip(asked, score(self.model, pairs, len(tags), self.running), strict=True):
            found[n][k] = found[n][k]._replace(score=value)
        return found

    def _hypotheses(self, raws: list[Raw]) -> list[tuple[Raw, str]]:
        found: dict[str, Raw] = {}
        for raw in sorted(raws, key=lambda raw: -raw.score):
            found.setdefault(self.target.decode(raw.pieces), raw)
        return [(raw, text) for text, raw in found.items()]

    @staticmethod
    def _joined(request: Request, found: list[list[tuple[Raw, str]]]) -> tuple[Hypothesis, ...]:
        """The n-th hypotheses of all parts make the n-th of the whole."""
        joined: dict[str, Hypothesis] = {}
        for rank in range(max(map(len, found), default=0)):
            chosen = [part[min(rank, len(part) - 1)] for part in found]
            pieces = sum(len(raw.pieces) + 1 for raw, _ in chosen)
            total = sum(raw.score * (len(raw.pieces) + 1) for raw, _ in chosen) / pieces
            text = " ".join(text for _, text in chosen if text)
            joined.setdefault(text, Hypothesis(text, total, any(raw.cut for raw, _ in chosen)))
        clean = [one for one in joined.values() if not any(word in one.text for word in request.banned if word.strip())]
        return tuple(clean or joined.values()) or (Hypothesis("", 0.0),)

    def _runs(self, zh: str, en: str) -> Iterator[tuple[list[str], list[str]]]:
        source, target = self.source.encode(zh.strip()), self.target.encode(en.strip())
        count = -(-max(len(source), len(target)) // PLACES) if source and target else 0
        for n in range(count):
            cut = [side[len(side) * n // count : len(side) * (n + 1) // count] for side in (source, target)]
            yield [*self._framed(cut[0])], [*self.family.target_opening, *cut[1]]

    def _links(self, zh: str, en: str) -> Iterator[Link]:
        source, target = self.source.encode(zh), self.target.encode(en)
        if not source or not target or max(len(source), len(target)) > PLACES:
            return
        front, tags = len(self.family.opening), len(self.family.target_opening)
        rows = attention(self.model, [*self._framed(source)], [*self.family.target_opening, *target])
        inner = [row[front : front + len(source)] for row in rows[tags:]]
        spans: tuple[list[Span], list[Span]] = self.source.spans(zh, source), self.target.spans(en, target)
        yield from links(inner, *spans, target)

    def _framed(self, pieces: Sequence[str]) -> tuple[str, ...]:
        return (*self.family.opening, *pieces, *self.family.closing)

    def _length(self, text: str) -> int:
        return len(self.source.encode(text))
