"""A finding as its card tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.core import Finding, Ground, Side
from toolkit.lint import Run
from toolkit.reports.habits import shown
from toolkit.reports.mending import Mended, mended
from toolkit.reports.page.command import acceptance
from toolkit.reports.page.pieces import Mark
from toolkit.reports.wire import WireEvidence, WireFinding, wire

_LEAST_SCALE = 2.0


class Bar(NamedTuple):
    """A ground: its words, its weight in log-odds, and where its bar starts and how long it is, on a scale of 0 to 100."""

    says: str
    weight: float
    start: float
    length: float


class Card(NamedTuple):
    """What the page says of one finding; `more` is how many like it stand for themselves in the text only.

    `mended` are the words before and after the first fix, `sure` whether a fix is safe; `command` accepts the finding
    (empty where the article has no file).
    """

    key: str
    number: int
    told: WireFinding
    more: int
    mended: Mended | None
    sure: bool
    bars: tuple[Bar, ...]
    command: str

    @property
    def family(self) -> str:
        """The family of its rule."""
        return self.told["rule"].partition("/")[0]

    @property
    def evidence(self) -> WireEvidence | None:
        """The Chinese it rests on."""
        return self.told["evidence"]

    @property
    def writes(self) -> list[str]:
        """What may be written instead, best first."""
        if self.told["expected"]:
            return self.told["expected"]
        return [self.mended.after] if self.mended and self.mended.after.strip() else []


class Told(NamedTuple):
    """The cards of an article, and the marks that belong to them in the English and in the Chinese."""

    cards: tuple[Card, ...]
    marks: tuple[Mark, ...]
    evidence: tuple[Mark, ...]


def tell(run: Run, article: int) -> Told:
    """A card for each finding that people are shown, numbered from 1, and marks for every finding.

    Where a mechanical habit has more findings than are shown, their marks belong to the last card of its rule.
    """
    left = {id(finding): more for finding, more in shown(run.findings)}
    wired = tuple(wire(run))
    cards: list[Card] = []
    marks: list[Mark] = []
    evidence: list[Mark] = []
    last: dict[str, str] = {}
    for finding, told in zip(run.findings, wired, strict=True):
        if id(finding) in left:
            number = len(cards) + 1
            last[finding.rule] = f"{article}-{number}"
            cards.append(_card(run, finding, told, last[finding.rule], number, left[id(finding)]))
        key, place = last[finding.rule], finding.flag.evidence
        marks.append(Mark(finding.flag.place.span, key, finding.severity))
        if place and place.side is Side.SOURCE:
            evidence.append(Mark(place.span, key, finding.severity))
    return Told(tuple(cards), tuple(marks), tuple(evidence))


def _card(run: Run, finding: Finding, told: WireFinding, key: str, number: int, more: int) -> Card:  # noqa: PLR0913, PLR0917 - the facts of a card
    flag = finding.flag
    fixes = sorted(flag.fixes, key=lambda fix: -fix.applicability)
    change = mended(run.document.target.raw, fixes[0]) if fixes else None
    sure = bool(fixes) and str(fixes[0].applicability) == "safe"
    command = acceptance(told["path"], told["fingerprint"])
    return Card(key, number, told, more, change, sure, tuple(_bars(flag.grounds)), command)


def _bars(grounds: Sequence[Ground]) -> Iterator[Bar]:
    """What speaks for the claim, the heaviest first, then what speaks against it."""
    scale = max([_LEAST_SCALE, *(abs(ground.weight) for ground in grounds)])
    for ground in sorted(grounds, key=lambda ground: (ground.weight < 0, -abs(ground.weight))):
        length = round(50 * abs(ground.weight) / scale, 1)
        yield Bar(ground.says, ground.weight, 50 if ground.weight >= 0 else 50 - length, length)
