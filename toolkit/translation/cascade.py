"""The term cascade: sentences translated so that each wanted term is there, by the least intrusive step that does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from typing import NamedTuple

from toolkit.translation.blame import blamed, ground_of
from toolkit.translation.evidence import Knowledge, trusted
from toolkit.translation.ground import Ground, Placed
from toolkit.translation.steps import Candidate, Step, Tuning, banned, best, improved, prefixed, replaced, unglued
from toolkit.translation.translator import Hypothesis, Link, Request, Told, Translator
from toolkit.translation.wants import Want, met

Errors = Callable[[str, str], int]
"""How many errors our own rules find in English, given its Chinese: Chinese first."""

NO_TUNING = Tuning()


class Outcome(NamedTuple):
    """What became of a wanted term: the step that satisfied it, None where none did."""

    want: Want
    step: Step | None


class Rendered(NamedTuple):
    """A sentence translated. The score is a log-probability per token; `plain` is what the model said first.

    `cut` says that the model stopped for length, `remembered` that no model was asked.
    """

    source: str
    text: str
    plain: str
    score: float
    outcomes: tuple[Outcome, ...] = ()
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
        states = [_State(source, wanted, self.errors) for source, wanted in sentences]
        found = self.translator.translate([state.request(self.tuning) for state in states])
        for state, hypotheses in zip(states, found, strict=True):
            state.begin(hypotheses, self.tuning)
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
            wrong = blamed(state.ground(self.known), want, others)
            if step is Step.PREFIX or wrong.sure >= self.tuning.sure:
                tries.append(_Try(state, want, wrong))
        self._accept(step, list(zip(tries, self._texts(step, tries), strict=True)))

    def _link(self, states: Sequence[_State]) -> None:
        """Ask the model how it linked the words of each sentence, once for each text of it."""
        fresh = [state for state in states if state.now.text not in state.links]
        links = self.translator.align([(state.source, state.now.text) for state in fresh]) if fresh else []
        for state, link in zip(fresh, links, strict=True):
            state.links[state.now.text] = partial(tuple, link)

    def _texts(self, step: Step, tries: Sequence[_Try]) -> list[tuple[Hypothesis, ...]]:
        """What a step makes of each sentence; nothing where it cannot be tried."""
        if step is Step.REPLACED:
            return [(Hypothesis(replaced(one.state.now.text, one.wrong.span, one.want), 0.0),) for one in tries]
        requests = self._together([self._request(step, one) for one in tries])
        asked = [request for request in requests if request]
        answers = iter(self.translator.translate(asked) if asked else [])
        return [tuple(_unglued(request, next(answers))) if request else () for request in requests]

    def _request(self, step: Step, one: _Try) -> Request | None:
        told, english = one.state.told, one.state.now.text
        if step is Step.PREFIX:
            asked = prefixed(one.state.source, english, one.wrong.span, one.want, self.tuning.again)
            return replace(asked, told=told, attend=len(one.state.now.lacks) > 1)
        wish = banned(one.state.source, english, one.wrong.span, one.want, self.tuning.again)
        return wish and replace(wish, told=told)

    @staticmethod
    def _together(requests: Sequence[Request | None]) -> list[Request | None]:
        """Requests that can go in one batch: what is banned in one is banned in all, for it is one list that a batch takes."""
        every = tuple(sorted({word for request in requests if request for word in request.banned}))
        return [request and replace(request, banned=every) for request in requests]

    def _accept(self, step: Step, tried: Sequence[tuple[_Try, tuple[Hypothesis, ...]]]) -> None:
        """Score what was tried against the Chinese, and keep what is within the margin of the plain translation."""
        chosen = [(one, found) for one, said in tried if (found := one.state.choose(one.want, said))]
        pairs = [(one.state.source, found.text) for one, found in chosen]
        scores = self.translator.score(pairs, [one.state.told for one, _ in chosen]) if pairs else []
        for (one, found), score in zip(chosen, scores, strict=True):
            one.state.accept(step, one.want, found._replace(score=score), self.tuning)


def _unglued(request: Request, hypotheses: Iterable[Hypothesis]) -> Iterator[Hypothesis]:
    """The hypotheses, and those whose first word after the prefix is none by itself also without it."""
    for said in hypotheses:
        yield said
        text = unglued(said.text, request.prefix)
        if request.prefix and not request.banned and text != said.text:
            yield said._replace(text=text, links=None)


class _State:
    """A sentence on its way through the cascade."""

    def __init__(self, source: str, wanted: tuple[Want, ...], errors: Errors) -> None:
        self.source = source
        self.wanted = wanted
        self.errors = cache(partial(errors, source))
        self.told = tuple(Told(want.span, want.form) for want in wanted)
        self.asked = Step.PLAIN
        self.steps: dict[Want, Step] = {}
        self.tried: set[tuple[Step, Want]] = set()
        self.links: dict[str, Callable[[], tuple[Link, ...]]] = {}
        self.grounds: dict[str, Ground] = {}
        self.others: list[Hypothesis] = []
        self.plain = self.now = Candidate("", 0.0)
        self.floor = 0.0

    def request(self, tuning: Tuning) -> Request:
        """What the model is asked first."""
        return Request(self.source, count=tuning.count, attend=bool(self.wanted), told=self.told)

    def begin(self, hypotheses: Sequence[Hypothesis], tuning: Tuning) -> None:
        """Take what has most terms of the model's own hypotheses; whether our rules find fault with it is asked at the end."""
        first, *self.others = hypotheses
        self.asked = Step.INLINE if first.told else Step.PLAIN
        self.plain = self.now = self.candidate(first)
        self.floor = self.plain.score - tuning.leeway(self.plain.text)
        if self.plain.lacks:
            self.now = min(self.own, key=lambda one: len(one.lacks))

    @cached_property
    def own(self) -> list[Candidate]:
        """The model's own hypotheses that are likely enough."""
        likely = (one for one in self.others if one.score >= self.floor and not self.stunted(one.text))
        return [self.plain, *map(self.candidate, likely)]

    def ground(self, known: Knowledge) -> Ground:
        """What links the Chinese with what is said now; the model's links as far as they are to be believed."""
        text = self.now.text
        if text not in self.grounds:
            links = trusted(self.links[text](), self.now.score)
            self.grounds[text] = ground_of(self.source, text, links, known)
        return self.grounds[text]

    def candidate(self, said: Hypothesis) -> Candidate:
        """A hypothesis with the wants that it lacks; its links are remembered."""
        if said.links is not None:
            self.links[said.text] = said.links
        return Candidate(
            said.text, said.score, frozenset(self.wanted).difference(met(self.wanted, said.text)), said.cut
        )

    def choose(self, want: Want, said: Iterable[Hypothesis]) -> Candidate | None:
        """The best of what a step made that has the want and did not break off; None where none is as good as before."""
        whole = (one for one in said if not one.cut and not self.stunted(one.text))
        return improved(map(self.candidate, whole), self.now, want, self.errors)

    def stunted(self, text: str) -> bool:
        """Whether a translation broke off: a model that was made to write a term sometimes takes it for the end."""
        return 2 * len(text) < len(self.plain.text)

    def next(self, step: Step) -> Want | None:
        """A want that is not met and for which the step was not tried; it counts as tried from now on."""
        want = next((one for one in self.wanted if one in self.now.lacks and (step, one) not in self.tried), None)
        if want:
            self.tried.add((step, want))
        return want

    def accept(self, step: Step, want: Want, found: Candidate, tuning: Tuning) -> None:
        """Go on from what a step made, if it is likely enough."""
        forced = sum(len(one.form) for one in {want, *(self.plain.lacks - self.now.lacks)})
        if found.score >= self.plain.score - tuning.leeway(self.plain.text, forced):
            self.steps.update(dict.fromkeys(self.now.lacks - found.lacks, step))
            self.now = found

    def rendered(self) -> Rendered:
        """What came of it."""
        made = [self.now] if self.steps else []
        good = not self.errors(self.now.text) if made else not (self.plain.lacks or self.errors(self.plain.text))
        now = (None if good else best([*made, *self.own], self.errors)) or self.now
        steps = {want: Step.BEST if want in self.plain.lacks else self.asked for want in self.wanted}
        steps |= self.steps if now is self.now else {}
        outcomes = tuple(Outcome(want, None if want in now.lacks else steps[want]) for want in self.wanted)
        return Rendered(self.source, now.text, self.plain.text, now.score, outcomes, now.cut)


class _Try(NamedTuple):
    """A want of a sentence, and the words that stand in its place."""

    state: _State
    want: Want
    wrong: Placed
