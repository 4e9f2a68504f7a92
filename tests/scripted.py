"""A translator that says what a test wrote for it, as a model would: by prefix, by ban, by count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.core import Span
from toolkit.translation import Hypothesis, Link, Request, Told


@dataclass
class Scripted:
    """`says` has for each Chinese sentence what may be said of it, the likeliest first.

    A prefix keeps what begins with it; where nothing does, the first is continued from the words in `after`, else cut off.
    `scores` are log-probabilities of English that differ from -0.5; `links` pairs of words for each Chinese sentence. Where it
    `hears`, it was trained to be told terms.
    """

    says: Mapping[str, Sequence[str]]
    after: Mapping[str, str] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)
    links: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)
    scored: int = 0
    heard: list[tuple[Told, ...]] = field(default_factory=list)
    hears: bool = False
    name: str = "scripted"

    def translate(self, requests: Sequence[Request]) -> list[tuple[Hypothesis, ...]]:
        self.asked += requests
        return [self._said(request) for request in requests]

    def score(self, pairs: Sequence[tuple[str, str]], told: Sequence[tuple[Told, ...]] = ()) -> list[float]:
        self.scored += len(pairs)
        self.heard += told
        return [self.scores.get(english, -0.5) for _, english in pairs]

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        return [tuple(self._links(zh, en)) for zh, en in pairs]

    def _said(self, request: Request) -> tuple[Hypothesis, ...]:
        known = self.says.get(request.source, [f"<{request.source}>"])
        texts = [text for text in known if text.startswith(request.prefix)]
        if request.prefix and not texts:
            texts = [request.prefix + self.after.get(request.prefix, "")]
        allowed = [text for text in texts if not any(ban in text for ban in request.banned)]
        told = self.hears and bool(request.told)
        said = (allowed or texts[:1])[: request.count]
        return tuple(Hypothesis(text, self.scores.get(text, -0.5), told=told) for text in said)

    def _links(self, zh: str, en: str) -> list[Link]:
        return [
            Link(
                Span(zh.index(one), zh.index(one) + len(one)), Span(en.index(other), en.index(other) + len(other)), 0.9
            )
            for one, other in self.links.get(zh, ())
            if one in zh and other in en
        ]
