"""The term cascade: sentences translated so that each wanted term is there, by the least intrusive step that does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.translation.blame import blamed, ground_of
from toolkit.translation.evidence import Knowledge, trusted
from toolkit.translation.ground import Placed
from toolkit.translation.steps import Candidate, Step, Tuning, accepted, banned, best, prefixed, replaced
from toolkit.translation.translator import Hypothesis, Link, Request, Translator
from toolkit.translation.wants import Want, met

Errors = Callable[[str, str], int]
"""How many errors our own rules find in English, given its Chinese."""

NO_TUNING = Tuning()


class Outcome(NamedTuple):
    """What became of a wanted term: the step that satisfied it, None where none did."""

    want: Want
    step: Step | None


class Rendered(NamedTuple):
    """A sentence translated. Scores are log-probabilities per token; `plain` is what the model says unasked.

    `errors` are those that our own rules still find, `cut` says that the model stopped for length, `remembered` that
    no model was asked.
    """

    source: str
    text: str
    plain: str
    score: float
    plain_score: float
    outcomes: tuple[Outcome, ...] = ()
    errors: int = 0
    cut: bool = False
    remembered: bool = False


@dataclass(frozen=True, slots=True)
class Cascade:
    """A translator with what judges its words."""

    translator: Translator
    known: Knowledge = field(default_factory=Knowledge)
    errors: Errors = lambda _zh, _en: 0
    tuning: Tuning = NO_TUNING

    def render(self, sentences: Sequence[tuple[str, tuple[Want, ...]]]) -> list[Rendered]:
        """Translate Chinese sentences, each with the terms wanted in it; the model is asked for all of them at once."""
        states = [_State(source, wanted) for source, wanted in sentences]
        found = self.translator.translate([Request(one.source, count=self.tuning.count) for one in states])
        for state, hypotheses in zip(states, found, strict=True):
            state.begin(list(self._promising(state, hypotheses)), self.tuning.leeway(hypotheses[0].text))
        for step in (Step.PREFIX, Step.BANNED, Step.REPLACED):
            for _ in range(self.tuning.rounds):
                self._round(step, states)
        return [state.rendered() for state in states]

    def _round(self, step: Step, states: Sequence[_State]) -> None:
        """Try a step once on each sentence that lacks a term for which it was not tried."""
        waiting = [(state, want) for state in states if (want := state.next(step))]
        self._link([state for state, _ in waiting])
        tries: list[_Try] = []
        for state, want in waiting:
            others = [other for other in state.wanted if other != want]
            wrong = blamed(ground_of(state.source, state.now.text, state.links, self.known), want, others)
            if wrong and (step is Step.PREFIX or wrong.sure >= self.tuning.sure):
                tries.append(_Try(state, want, wrong))
        texts = self._texts(step, tries)
        self._accept(step, [(one, said) for one, said in zip(tries, texts, strict=True) if said])

    def _promising(self, state: _State, hypotheses: Sequence[Hypothesis]) -> Iterator[Candidate]:
        """The hypotheses, the first in any case, less those that lack more than the best one has faults.

        Our own rules take longer than to look for terms, and are not asked about what cannot win.
        """
        fewest = len(state.wanted) + 1
        for n, one in enumerate(hypotheses):
            lacking = len(state.wanted) - len(met(state.wanted, one.text))
            if n == 0 or lacking < fewest:
                found = self._judged(state, *one)
                fewest = min(fewest, found.faults)
                yield found

    def _link(self, states: Sequence[_State]) -> None:
        """Ask the model how it linked the words of each sentence, once for each text of it."""
        fresh = [state for state in states if state.linked != state.now.text]
        links = self.translator.align([(state.source, state.now.text) for state in fresh]) if fresh else []
        for state, link in zip(fresh, links, strict=True):
            state.linked, state.links = state.now.text, trusted(link, state.now.score)

    def _texts(self, step: Step, tries: Sequence[_Try]) -> list[tuple[Hypothesis, ...]]:
        """What a step makes of each sentence; nothing where it cannot be tried."""
        if step is Step.REPLACED:
            return [self._put_in(one) for one in tries]
        requests = [self._request(step, one) for one in tries]
        asked = [request for request in requests if request]
        answers = iter(self.translator.translate(asked) if asked else [])
        return [next(answers) if request else () for request in requests]

    def _request(self, step: Step, one: _Try) -> Request | None:
        english, count = one.state.now.text, max(self.tuning.count // 3, 1)
        if step is Step.PREFIX:
            return prefixed(one.state.source, english, one.wrong.span, one.want, count)
        return banned(one.state.source, english, one.wrong.span, count)

    def _put_in(self, one: _Try) -> tuple[Hypothesis, ...]:
        return (Hypothesis(replaced(one.state.now.text, one.wrong.span, one.want), 0.0),)

    def _accept(self, step: Step, tried: Sequence[tuple[_Try, tuple[Hypothesis, ...]]]) -> None:
        """Score what was tried against the Chinese, and keep what is within the margin of the plain translation."""
        useful = [
            (one, said)
            for one, hypotheses in tried
            for said in hypotheses
            if one.want in met(one.state.wanted, said.text) and not _stunted(said.text, one.state.plain.text)
        ]
        states = list({id(one.state): one.state for one, _ in useful if one.state.base is None}.values())
        pairs = [(state.source, state.plain.text) for state in states]
        scores = self.translator.score([*pairs, *((one.state.source, said.text) for one, said in useful)])
        for state, score in zip(states, scores, strict=False):
            state.base = score
        for one, _ in tried:
            judged = [
                self._judged(one.state, said.text, score, said.cut)
                for (other, said), score in zip(useful, scores[len(states) :], strict=True)
                if other is one
            ]
            one.state.accept(step, one.want, judged, self.tuning)

    def _judged(self, state: _State, text: str, score: float, cut: bool = False) -> Candidate:  # noqa: FBT001, FBT002 (as Hypothesis has it)
        lacks = frozenset(state.wanted).difference(met(state.wanted, text))
        return Candidate(text, score, lacks, self.errors(state.source, text), cut)


def _stunted(text: str, plain: str) -> bool:
    """Whether a translation broke off: a model that was made to write a term sometimes takes it for the end."""
    return 2 * len(text) < len(plain)


class _State:
    """A sentence on its way through the cascade."""

    def __init__(self, source: str, wanted: tuple[Want, ...]) -> None:
        self.source = source
        self.wanted = wanted
        self.steps: dict[Want, Step] = {}
        self.tried: set[tuple[Step, Want]] = set()
        self.base: float | None = None
        self.linked: str | None = None
        self.links: tuple[Link, ...] = ()
        self.plain = self.now = Candidate("", 0.0)

    def begin(self, candidates: Sequence[Candidate], margin: float) -> None:
        """Take the best of the model's own hypotheses."""
        self.plain, self.now = candidates[0], best(candidates, margin)
        for want in self.wanted:
            if want not in self.now.lacks:
                self.steps[want] = Step.BEST if want in self.plain.lacks else Step.PLAIN

    def next(self, step: Step) -> Want | None:
        """A want that is not met and for which the step was not tried; it counts as tried from now on."""
        want = next((one for one in self.wanted if one in self.now.lacks and (step, one) not in self.tried), None)
        if want:
            self.tried.add((step, want))
        return want

    def accept(self, step: Step, want: Want, candidates: Iterable[Candidate], tuning: Tuning) -> None:
        """Go on from the best of the candidates, if one is good enough; `base` is the score of the plain translation."""
        if self.base is None:
            return
        forced = sum(len(one.form.split()) for one in {want, *(self.plain.lacks - self.now.lacks)})
        found = accepted(candidates, self.now, want, self.base - tuning.leeway(self.plain.text, forced))
        if found:
            self.steps.update(dict.fromkeys(self.now.lacks - found.lacks, step))
            self.now = found

    def rendered(self) -> Rendered:
        """What came of it."""
        outcomes = tuple(Outcome(want, self.steps.get(want)) for want in self.wanted)
        now, plain = self.now, self.plain
        return Rendered(self.source, now.text, plain.text, now.score, plain.score, outcomes, now.errors, now.cut)


class _Try(NamedTuple):
    """A want of a sentence, and the words that stand in its place."""

    state: _State
    want: Want
    wrong: Placed
