"""What a rule claims, and what the reader is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from toolkit.core.document import Place
from toolkit.core.fix import Fix


class Severity(IntEnum):
    """How much a finding matters to a reader of the article."""

    NOTE = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()


class Ground(NamedTuple):
    """One piece of evidence for (weight above 0) or against a claim, in words; the weight is in log-odds."""

    says: str
    weight: float


@dataclass(frozen=True, slots=True)
class Flag:
    """A rule's bare claim: where in the English, on what evidence in the Chinese, what should stand there, the cure.

    `message` says in one line what is wrong and what to write instead. `term` is the id of the concept it rests on.
    `severity` lowers (or raises) the rule's own severity for this one claim, when its evidence is weaker (or stronger).
    `grounds` is that evidence, weighed, where a rule weighs it.
    """

    place: Place
    message: str
    evidence: Place | None = None
    expected: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    term: str | None = None
    severity: Severity | None = None
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A flag, stamped by the engine with its rule, its severity and an MQM category in lower case."""

    rule: str
    severity: Severity
    category: str
    flag: Flag
