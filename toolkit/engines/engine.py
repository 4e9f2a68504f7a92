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
from toolkit.engines.telling import Said, Telling, inside
from toolkit.translation import Hypothesis, Link, Request, Told

if TYPE_CHECKING:
    from ctranslate2 import Translator


@dataclass(frozen=True, slots=True)
class Engine:
    """A loaded model; `guided` says that its attention was trained on word alignments, `telling` how it is told terms.

    It may be used by several threads; each call waits for its own results.
    """

    name: str
    family: Family
    telling: Telling
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
        every = [job for group in jobs for job, _ in group]
        flat = iter(decode(self.model, every, self.running, self.progress))
        return [
            self._joined(request, [(said, self._hypotheses(next(flat))) for _, said in group])
            for request, group in zip(requests, jobs, strict=True)
        ]

    def score(self, pairs: Sequence[tuple[str, str]], told: Sequence[tuple[Told, ...]] = ()) -> list[float]:
        """As the protocol says; -inf for an empty English. A very long pair is scored in runs of pieces, which is rough."""
        runs = [
            list(self._runs(self.telling.say(zh, terms), en))
            for (zh, en), terms in zip(pairs, told or [()] * len(pairs), strict=True)
        ]
        scores = iter(
            score(self.model, [run for group in runs for run in group], len(self.family.target_opening), self.running)
        )
        return [sum(next(scores) for _ in group) / len(group) if group else float("-inf") for group in runs]

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        """As the protocol says; nothing where the model's card does not say that its attention aligns."""
        return self.attended(pairs) if self.guided else [() for _ in pairs]

    def attended(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        """The links that the attention shows, trusted or not: what `copydesk model probe` looks at."""
        cut = [(self.telling.say(zh, ()), self.telling.target.encode(en)) for zh, en in pairs]
        tags = self.family.target_opening
        fits = [
            n
            for n, (said, target) in enumerate(cut)
            if said.pieces and target and max(len(said.pieces), len(target)) <= PLACES
        ]
        framed = [([*self._framed(cut[n][0].pieces)], [*tags, *cut[n][1]]) for n in fits]
        looks = dict(zip(fits, attention(self.model, framed, self.running), strict=True))
        return [
            tuple(self._links(cut[n][0], en, cut[n][1], looks[n])) if n in looks else ()
            for n, (_, en) in enumerate(pairs)
        ]

    def _jobs(self, request: Request) -> Iterator[tuple[Job, Said]]:
        """What is asked of the model for a request: a job for each of its parts, and what that says."""
        spell = self.telling.target.spell
        given = tuple(spell(request.prefix) or ()) if request.prefix.strip() else ()
        given = given if len(given) < PLACES else ()
        spelled = (spell(word) for word in request.banned if word.strip())
        banned = tuple(sorted(tuple(pieces) for pieces in spelled if pieces))
        whole = bool(given) and self._length(request.source) <= LONGEST
        at = 0
        for n, part in enumerate([request.source] if whole else parts(request.source, self._length)):
            prefix = given if n == 0 else ()
            said = self.telling.say(part.strip(), inside(request.told, at, part))
            at += len(part)
            if said.pieces:
                opening = (*self.family.target_opening, *prefix)
                attend = self.guided and request.attend
                yield Job(self._framed(said.pieces), opening, len(prefix), banned, request.count, attend), said

    def _hypotheses(self, raws: list[Raw]) -> list[tuple[Raw, str]]:
        found: dict[str, Raw] = {}
        for raw in sorted(raws, key=lambda raw: -raw.score):
            found.setdefault(self.telling.target.decode(raw.pieces), raw)
        return [(raw, text) for text, raw in found.items()]

    def _joined(self, request: Request, found: list[tuple[Said, list[tuple[Raw, str]]]]) -> tuple[Hypothesis, ...]:
        """The n-th hypotheses of all parts make the n-th of the whole."""
        joined: dict[str, Hypothesis] = {}
        told = any(said.told for said, _ in found)
        for rank in range(max((len(part) for _, part in found), default=0)):
            chosen = [part[min(rank, len(part) - 1)] for _, part in found]
            pieces = sum(len(raw.pieces) + 1 for raw, _ in chosen)
            total = sum(raw.score * (len(raw.pieces) + 1) for raw, _ in chosen) / pieces
            text = " ".join(text for _, text in chosen if text)
            joined.setdefault(text, Hypothesis(text, total, any(raw.cut for raw, _ in chosen), told=told))
        clean = [one for one in joined.values() if not any(word in one.text for word in request.banned if word.strip())]
        first, *others = clean or joined.values() or [Hypothesis("", 0.0)]
        if len(found) == 1 and request.source == request.source.strip():
            ((said, ((raw, _), *_)),) = found
            first = first._replace(links=self._shown(said, first.text, raw))
        return first, *others

    def _shown(self, said: Said, en: str, raw: Raw) -> Callable[[], tuple[Link, ...]] | None:
        """Tells the links that came with a hypothesis; None where its pieces are not those of the text that they spell."""
        looks = raw.looks
        if not looks or "".join(raw.pieces) != "".join(self.telling.target.encode(en)):
            return None
        return lambda: tuple(self._links(said, en, raw.pieces, looks()))

    def _runs(self, said: Said, en: str) -> Iterator[tuple[list[str], list[str]]]:
        source, target = said.pieces, self.telling.target.encode(en.strip())
        count = -(-max(len(source), len(target)) // PLACES) if source and target else 0
        for n in range(count):
            cut = [side[len(side) * n // count : len(side) * (n + 1) // count] for side in (source, target)]
            yield [*self._framed(cut[0])], [*self.family.target_opening, *cut[1]]

    def _links(self, said: Said, en: str, target: Sequence[str], rows: Sequence[Sequence[float]]) -> Iterator[Link]:
        front, tags = len(self.family.opening), len(self.family.target_opening)
        inner = [row[front : front + len(said.pieces)] for row in rows[tags:]]
        return links(inner, said.spans, self.telling.target.spans(en, target), target)

    def _framed(self, pieces: Sequence[str]) -> tuple[str, ...]:
        return (*self.family.opening, *pieces, *self.family.closing)

    def _length(self, text: str) -> int:
        return len(self.telling.source.encode(text))
