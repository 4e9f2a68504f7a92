"""What the toolkit asks of a machine translation model, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from toolkit.core import Span


class Told(NamedTuple):
    """A term of a Chinese sentence: where it stands (code points), and the English to write for it."""

    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class Request:
    """One Chinese sentence to translate.

    `prefix` is English that the translation must begin with, `banned` English that must not occur in it, `count` how many
    hypotheses are wanted, `attend` whether the first of them should bring the model's links, where that costs little. `told`
    are terms to take up, which a model that was not trained for it does not hear of.
    """

    source: str
    prefix: str = ""
    banned: tuple[str, ...] = ()
    count: int = 1
    attend: bool = False
    told: tuple[Told, ...] = ()


class Link(NamedTuple):
    """English (code points) that renders Chinese (code points), and how sure that is, 0 to 1."""

    source: Span
    target: Span
    weight: float


class Hypothesis(NamedTuple):
    """One translation, and its log-probability per target token as the model sees it (0 is certainty).

    `cut` says that the model stopped for length and not at an end. What was asked for with a prefix or a ban is scored by what
    the model was left to choose, which ranks the hypotheses of a request; `score` tells how likely it holds them. `links`
    tells what `align` would find, and is None where that did not come by itself. `told` says that the model heard of the terms.
    """

    text: str
    score: float
    cut: bool = False
    links: Callable[[], tuple[Link, ...]] | None = None
    told: bool = False


class Translator(Protocol):
    """A model with its tokenizer; calls are batched, and the order of results is the order of what was asked."""

    @property
    def name(self) -> str:
        """What reports call it."""
        ...

    def translate(self, requests: Sequence[Request]) -> list[tuple[Hypothesis, ...]]:
        """The hypotheses for each request, the likeliest first, none twice; at least one each.

        A prefix or a ban that the model's vocabulary cannot spell is left out, never guessed.
        """
        ...

    def score(self, pairs: Sequence[tuple[str, str]], told: Sequence[tuple[Told, ...]] = ()) -> list[float]:
        """For each (Chinese, English): the English's log-probability per token given the Chinese, and the terms told of it."""
        ...

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        """For each (Chinese, English) which words render which; empty where the model's attention tells nothing."""
        ...
