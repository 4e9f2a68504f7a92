"""Which English words a Chinese name became when spelling alone cannot tell: several kinds of evidence, weighed.

A name that the English does not render, and a run of capitalised words that nothing in the Chinese accounts for, belong
together as far as they sound alike, keep the same company, stand equally far into the paragraph, and are alone there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from math import exp
from types import MappingProxyType
from typing import NamedTuple

from toolkit.alignment.company import Company
from toolkit.alignment.hearing import heard
from toolkit.alignment.kinds import headed, titled
from toolkit.alignment.lexicon import Lexicon
from toolkit.alignment.names import again, preceded
from toolkit.alignment.origins import Origins
from toolkit.alignment.sound import resemblance
from toolkit.core import Cover, Ground, Span
from toolkit.core.pattern import pattern
from toolkit.language.pinyin import spell

_HEARD = 0.9
_LINE = 100
"""In a shorter paragraph (code points) the order of a person and his office tells less."""
_PART = pattern(r"[^\W\d_]+")
_KINDS = frozenset({"person", "organisation", "outlet", "place"})
_NONE: Mapping[Span, str] = MappingProxyType({})


class Lost(NamedTuple):
    """A Chinese name (code points) that nothing in the English renders: its right forms in English, and its kind: person,
    organisation, outlet or place.
    """

    span: Span
    forms: tuple[str, ...]
    kind: str


class Evidence(NamedTuple):
    """What speaks for a rendering, each 0 to 1.

    `sound`: likeness to a right form, to the pinyin of the name, or to its transcription. `company`: the share of the
    Chinese words around the name that are rendered around the English, nearer ones counting more. `order`: 1 where both
    stand equally far into the paragraph. `kind`: 1 where the English is of the same kind as the name: somebody else's name,
    a phrase with the same head noun, a person with a title. `alone`: 1 where no other words could be meant. `strange`: the
    share of the English words that the lexicon does not know.
    """

    sound: float
    company: float
    order: float
    kind: float
    alone: float
    strange: float


BIAS = -6.5
WEIGHTS = Evidence(sound=4.0, company=3.0, order=4.0, kind=1.5, alone=1.0, strange=1.0)
"""How much each counts (log-odds); `corpora/names/fit.py` says how they were chosen."""


_EVEN = 0.5
_SAYS = (
    "sounds like it", "keeps its company", "stands at its place", "is of its kind", "stands alone", "is no known word",
)  # fmt: skip


class Bearer(NamedTuple):
    """English words (code points) that a Chinese name became, how surely (0 to 1), and on what evidence.

    `headed` says that they have the head noun of a right form.
    """

    span: Span
    confidence: float
    evidence: Evidence
    headed: bool = False

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The evidence in words, each with what it added to the log-odds, or took from them where it is less than half."""
        weighed = zip(_SAYS, WEIGHTS, self.evidence, strict=True)
        return tuple(
            Ground(f"{says} {value:.2f}", round(weight * (value - _EVEN), 2)) for says, weight, value in weighed
        )


class Board:
    """One paragraph whose lost names are to be brought together with what became of them; `chinese` is Simplified.

    `taken` is English that renders something of the Chinese; `others` is English whose kind is known (a type of concept)
    and which renders nothing there.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - a paragraph has this many sides
        self,
        chinese: str,
        english: str,
        lexicon: Lexicon,
        names: Iterable[Lost],
        taken: Iterable[Span] = (),
        others: Mapping[Span, str] = _NONE,
    ) -> None:
        """Read nothing yet."""
        self._zh, self._en, self._lexicon, self._others = chinese, english, lexicon, others
        self._names, self._taken = tuple(names), tuple(taken)
        words = (span for span, kind in others.items() if kind not in _KINDS)
        spans = (lost.span for lost in self._names)
        self._origins = Origins(chinese, english, lexicon, (*self._taken, *words), spans)
        self._company = Company(chinese, english, lexicon)
        self._heads: dict[tuple[str, ...], set[Span]] = {}

    def bearers(self) -> dict[Lost, Bearer]:
        """The English that each name most likely became, no words twice: the surest pairs are made first."""
        pairs = [(bearer, lost) for lost in self._names for bearer in self._candidates(lost)]
        found: dict[Lost, Bearer] = {}
        taken: list[Span] = []
        for bearer, lost in sorted(pairs, key=lambda pair: -pair[0].confidence):
            if lost not in found and not any(bearer.span.overlaps(other) for other in taken):
                found[lost] = bearer
                taken.extend(again(self._en, bearer.span))
        return found

    def _candidates(self, lost: Lost) -> list[Bearer]:
        runs, kin = self._persons if lost.kind == "person" else self._things(lost)
        alone = len({self._en[slice(*run)] for run in runs}) == 1
        return [self._weighed(run, lost, float(run in kin), float(alone)) for run in runs]

    @cached_property
    def _persons(self) -> tuple[set[Span], set[Span]]:
        """What may be a person, no abbreviations; and what is one for sure."""
        runs = {run for run in self._unclaimed("person") if not self._en[slice(*run)].isupper()}
        return runs, {run for run in runs if run in self._others or titled(self._en, run)}

    def _things(self, lost: Lost) -> tuple[set[Span], set[Span]]:
        """What may be a firm, an outlet or a place; and what is of its kind."""
        kin = {span for span, kind in self._others.items() if kind == lost.kind}
        if lost.kind == "place":
            return kin, kin
        if lost.kind == "organisation":  # one word of its own is as often a common noun: the Party, the Council
            kin = {span for span in kin if " " in self._en[slice(*span)]}
        kin |= self._headed(lost.forms)
        free = (run for run in self._unclaimed(lost.kind) if not preceded(self._en, run) and not titled(self._en, run))
        return kin.union(free), kin

    def _headed(self, forms: tuple[str, ...]) -> set[Span]:
        if forms not in self._heads:
            self._heads[forms] = set(headed(self._en, forms, self._taken))
        return self._heads[forms]

    def _unclaimed(self, kind: str) -> set[Span]:
        """The runs of unknown origin that are no known name of another kind."""
        elsewhere = Cover(span for span, other in self._others.items() if other != kind)
        return {run for run in self._unknown if not elsewhere.overlaps(run)}

    @cached_property
    def _unknown(self) -> set[Span]:
        return set(self._origins.unknown)

    def _weighed(self, run: Span, lost: Lost, kind: float, alone: float) -> Bearer:
        text, name = self._en[run.start : run.end], lost.span
        parts = _PART.findall(text)
        drift = abs((name.start + name.end) / len(self._zh) - (run.start + run.end) / len(self._en)) / 2
        if lost.kind == "person":  # a byline has its name first or last
            drift *= min(1.0, len(self._en) / _LINE)
        evidence = Evidence(
            sound=sound(self._zh[name.start : name.end], text, lost.forms),
            company=self._company.kept(name, run),
            order=1 - drift,
            kind=kind,
            alone=alone,
            strange=sum(not self._lexicon.knows(part) for part in parts) / max(len(parts), 1),
        )
        score = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, evidence, strict=True))
        return Bearer(run, round(1 / (1 + exp(-score)), 3), evidence, run in self._headed(lost.forms))


def sound(chinese: str, english: str, forms: Iterable[str]) -> float:
    """How alike a Chinese name and English words sound, 0 to 1, by its right forms, its pinyin and its transcription."""
    told = max((resemblance(english, form) for form in (*forms, "".join(spell(chinese)))), default=0.0)
    by_ear = heard(chinese, english)
    return max(told, _HEARD * by_ear.score * (by_ear.span.end - by_ear.span.start) / len(chinese) if by_ear else 0.0)
