"""What a retranslation tells of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from toolkit.translation.cascade import Outcome
from toolkit.translation.paragraphs import Rendition
from toolkit.translation.steps import Step


class Strayed(NamedTuple):
    """A mark whose place nobody is sure of: its opening characters and the English that it stands round."""

    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Redone:
    """A paragraph translated anew (several, where the copy had joined or parted them).

    `numbers` count the paragraphs of the Chinese from 1. `reasons` are the rules that flagged it. `before` and `after` are
    prose. `kept` says why the new English was not put into the article; empty where it was. `errors` are those that our
    rules find before and after, `dropped` links and images that only the copy had.
    """

    numbers: tuple[int, ...]
    reasons: tuple[str, ...]
    source: str
    before: str
    after: str
    renditions: tuple[Rendition, ...]
    strayed: tuple[Strayed, ...] = ()
    dropped: tuple[str, ...] = ()
    marks: int = 0
    errors: tuple[int, int] = (0, 0)
    kept: str = ""

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What became of each wanted term."""
        return tuple(outcome for one in self.renditions for outcome in one.outcomes)

    @property
    def score(self) -> float:
        """The log-probability per token of its least likely sentence; 0 where the memory had all of it."""
        return min((one.score for one in self.renditions), default=0.0)

    @property
    def remembered(self) -> bool:
        """Whether the translation memory had all of it."""
        said = [sentence for one in self.renditions for sentence in one.sentences]
        return all(sentence.remembered for sentence in said) if said else False

    @property
    def doubts(self) -> tuple[str, ...]:
        """Why an editor should look at it, each in a few words; none where nothing speaks for that."""
        cut = any(sentence.cut for one in self.renditions for sentence in one.sentences)
        missing = [one.want.form for one in self.outcomes if one.step is None]
        put_in = [one.want.form for one in self.outcomes if one.step is Step.REPLACED]
        return (
            *(f"lacks {form}" for form in dict.fromkeys(missing)),
            *(f"{form} was put in by force" for form in dict.fromkeys(put_in)),
            *(f"{one.mark} may belong elsewhere" for one in self.strayed),
            *(f"the link or image {address} is only in the copy" for address in self.dropped),
            *(("the model stopped for length",) if cut else ()),
            *((f"{_counted(self.errors[1], 'error')} by our own rules",) if self.errors[1] else ()),
        )


@dataclass(frozen=True, slots=True)
class Retranslated:
    """An English article, the paragraphs of it that were translated anew, and by which model."""

    text: str
    redone: tuple[Redone, ...]
    model: str
    paragraphs: int
    problems: tuple[str, ...] = ()


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
