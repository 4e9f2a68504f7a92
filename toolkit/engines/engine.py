"""A CTranslate2 model with its SentencePiece tokenizers, as the toolkit's translator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
        that spells it another way goes, as long as one remains.
        """
        jobs = [list(self._jobs(request)) for request in requests]
        every = [job for group in jobs for job in group]
        flat = iter(decode(self.model, every, self.running, self.progress))
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
        return self.attended(pairs) if self.guided else [() for _ in pairs]

    def attended(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        """The links that the attention shows, trusted or not: what `copydesk model probe` looks at."""
        cut = [(self.source.encode(zh), self.target.encode(en)) for zh, en in pairs]
        tags = self.family.target_opening
        fits = [
            n for n, (source, target) in enumerate(cut) if source and target and max(len(source), len(target)) <= PLACES
        ]
        framed = [([*self._framed(cut[n][0])], [*tags, *cut[n][1]]) for n in fits]
        looks = dict(zip(fits, attention(self.model, framed, self.running), strict=True))
        return [tuple(self._links(*pair, *cut[n], looks[n])) if n in looks else () for n, pair in enumerate(pairs)]

    def _jobs(self, request: Request) -> Iterator[Job]:
        given = tuple(self.target.spell(request.prefix) or ()) if request.prefix.strip() else ()
        given = given if len(given) < PLACES else ()
        spelled = (self.target.spell(word) for word in request.banned if word.strip())
        banned = tuple(sorted(tuple(pieces) for pieces in spelled if pieces))
        whole = bool(given) and self._length(request.source) <= LONGEST
        for n, part in enumerate([request.source] if whole else parts(request.source, self._length)):
            prefix = given if n == 0 else ()
            if pieces := self.source.encode(part.strip()):
                opening = (*self.family.target_opening, *prefix)
                attend = self.guided and request.attend
                yield Job(self._framed(pieces), opening, len(prefix), banned, request.count, attend)

    def _hypotheses(self, raws: list[Raw]) -> list[tuple[Raw, str]]:
        found: dict[str, Raw] = {}
        for raw in sorted(raws, key=lambda raw: -raw.score):
            found.setdefault(self.target.decode(raw.pieces), raw)
        return [(raw, text) for text, raw in found.items()]

    def _joined(self, request: Request, found: list[list[tuple[Raw, str]]]) -> tuple[Hypothesis, ...]:
        """The n-th hypotheses of all parts make the n-th of the whole."""
        joined: dict[str, Hypothesis] = {}
        for rank in range(max(map(len, found), default=0)):
            chosen = [part[min(rank, len(part) - 1)] for part in found]
            pieces = sum(len(raw.pieces) + 1 for raw, _ in chosen)
            total = sum(raw.score * (len(raw.pieces) + 1) for raw, _ in chosen) / pieces
            text = " ".join(text for _, text in chosen if text)
            joined.setdefault(text, Hypothesis(text, total, any(raw.cut for raw, _ in chosen)))
        clean = [one for one in joined.values() if not any(word in one.text for word in request.banned if word.strip())]
        first, *others = clean or joined.values() or [Hypothesis("", 0.0)]
        alone = found[0][0][0] if len(found) == 1 else None
        return (first._replace(links=self._shown(request.source, first.text, alone)) if alone else first, *others)

    def _shown(self, zh: str, en: str, raw: Raw) -> Callable[[], tuple[Link, ...]] | None:
        """Tells the links that came with a hypothesis; None where its pieces are not those of the text that they spell."""
        looks = raw.looks
        if not looks or zh != zh.strip() or "".join(raw.pieces) != "".join(self.target.encode(en)):
            return None
        return lambda: tuple(self._links(zh, en, self.source.encode(zh), raw.pieces, looks()))

    def _runs(self, zh: str, en: str) -> Iterator[tuple[list[str], list[str]]]:
        source, target = self.source.encode(zh.strip()), self.target.encode(en.strip())
        count = -(-max(len(source), len(target)) // PLACES) if source and target else 0
        for n in range(count):
            cut = [side[len(side) * n // count : len(side) * (n + 1) // count] for side in (source, target)]
            yield [*self._framed(cut[0])], [*self.family.target_opening, *cut[1]]

    def _links(
        self, zh: str, en: str, source: Sequence[str], target: Sequence[str], rows: Sequence[Sequence[float]]
    ) -> Iterator[Link]:
        front, tags = len(self.family.opening), len(self.family.target_opening)
        inner = [row[front : front + len(source)] for row in rows[tags:]]
        return links(inner, self.source.spans(zh, source), self.target.spans(en, target), target)

    def _framed(self, pieces: Sequence[str]) -> tuple[str, ...]:
        return (*self.family.opening, *pieces, *self.family.closing)

    def _length(self, text: str) -> int:
        return len(self.source.encode(text))
