"""Candidate terms and names: what an article pair renders that the termbase lacks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from toolkit.alignment.bracketed import bracketed
from toolkit.alignment.lexicon import Lexicon
from toolkit.alignment.namesakes import is_titled, namesakes
from toolkit.alignment.occurrences import Standing, occurrences
from toolkit.alignment.repeated import Found, repeated
from toolkit.alignment.sighting import Sighting, View
from toolkit.alignment.worded import worded
from toolkit.core import Span
from toolkit.glossary import Glossary
from toolkit.glossary.words import key

_LEAST = 0.45
_LONGEST = 5000
_ONCE = 0.25
_MOST_EVIDENCE = 3
_COMMON = 0.25
_CLIPPED = 0.6
_GIVEN = 0.5
_OFTEN_GIVEN = 0.2


class Evidence(NamedTuple):
    """Where a candidate stands: the number of the paragraph (from 0) and code points of its prose in both languages."""

    paragraph: int
    zh: Span
    en: Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Chinese name or term and the English that renders it in `count` paragraphs; `confidence` is 0 to 1.

    `type` is a type of the termbase, `how` what speaks for the pair: spelt (pinyin), heard (transcription), bracketed, worded
    (word by word) or repeated. `evidence` is the first three of its places.
    """

    zh: str
    en: str
    type: str
    count: int
    confidence: float
    how: str
    evidence: tuple[Evidence, ...]
    zh_alt: tuple[str, ...] = ()
    en_alt: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        """What candidates are sorted by."""
        return self.confidence * self.count


def mine(paragraphs: Iterable[tuple[str, str]], lexicon: Lexicon, glossary: Glossary) -> list[Candidate]:
    """Candidates from paragraphs (Simplified Chinese, English), the weightiest first; none that the glossary renders."""
    views = [View(*_readable(chinese, english), lexicon, glossary) for chinese, english in paragraphs]
    pairs = _paired(views, _seen(views))
    standings = occurrences((view.zh for view in views), pairs)
    found = [one for zh, places in pairs.items() if (one := _candidate(zh, places, standings[zh], views))]
    kept = _apart(list(_folded(_one_rendering(found))))
    return sorted(kept, key=lambda one: (-one.weight, one.zh))


def _readable(chinese: str, english: str) -> tuple[str, str]:
    """A paragraph, or nothing where it is longer than any that somebody wrote: its pairs would cost the square."""
    return (chinese, english) if len(chinese) <= _LONGEST and len(english) <= 3 * _LONGEST else ("", "")


def _seen(views: Sequence[View]) -> Iterator[Found]:
    people: list[list[Span]] = []
    for n, view in enumerate(views):
        names = [*bracketed(view), *namesakes(view)]
        yield from ((n, one) for one in names)
        people.append([*view.people, *(one.zh for one in names if one.kind == "person")])
        yield from ((n, one) for one in worded(view, people[n]))
    yield from ((n, one) for n, one in repeated(views) if not _titled(views[n], one.zh, people[n]))


def _titled(view: View, zh: Span, people: Iterable[Span]) -> bool:
    """Whether the Chinese is a person with a title."""
    inside = (one for one in people if zh.start <= one.start and one.end <= zh.end)
    return any(is_titled(view.zh[zh.start : one.start] + view.zh[one.end : zh.end]) for one in inside)


def _paired(views: Sequence[View], seen: Iterable[Found]) -> dict[str, list[Found]]:
    pairs: defaultdict[str, list[Found]] = defaultdict(list)
    for n, sighting in seen:
        pairs[views[n].zh[sighting.zh.start : sighting.zh.end]].append((n, sighting))
    return pairs


def _candidate(zh: str, places: Sequence[Found], standing: Standing, views: Sequence[View]) -> Candidate | None:
    """The rendering that most speaks for, with its share of all that was seen and of all that the Chinese stands in."""
    voices: defaultdict[str, dict[int, Found]] = defaultdict(dict)
    for n, one in places:
        form = key(views[n].en[one.en.start : one.en.end], exact=False)
        before = voices[form].get(n)
        if before is None or _precedence(one) > _precedence(before[1]):
            voices[form][n] = n, one
    totals = {form: sum(one.score for _, one in found.values()) for form, found in voices.items()}
    best = max(totals, key=lambda form: totals[form])
    found = list(voices[best].values())
    count = len(found)
    strength = max(0.0, totals[best] / count)
    share = totals[best] / sum(totals.values())
    everywhere = max(standing.count, count)
    faith = (count + 1) / (everywhere + 1)
    strength *= _CLIPPED if found[0][1].how == "heard" and count > 2 and standing.clipped else 1
    strength *= _GIVEN if standing.after["·"] > _OFTEN_GIVEN * everywhere else 1
    confidence = strength * (0.4 + 0.6 * faith) * (0.5 + 0.5 * share) * (1 - _ONCE / count**2)
    if confidence < _LEAST:
        return None
    shown = _shown(Counter(views[n].en[one.en.start : one.en.end] for n, one in found))
    kinds = Counter(one.kind for _, one in found if one.kind) or {"person": 1}
    evidence = tuple(Evidence(n, one.zh, one.en) for n, one in found[:_MOST_EVIDENCE])
    kind = max(kinds, key=lambda kind: kinds[kind]) if shown != shown.lower() else "term"
    return Candidate(zh, " ".join(shown.split()), kind, count, round(confidence, 2), found[0][1].how, evidence)


def _precedence(one: Sighting) -> tuple[bool, float]:
    return one.kind not in ("", "term"), one.score


def _shown(surfaces: Counter[str]) -> str:
    """The commonest spelling, or a rarer one with fewer capitals: they may come from a headline."""
    enough = (text for text, count in surfaces.items() if count >= _COMMON * surfaces.total())
    return min(enough, key=lambda text: (sum(map(str.isupper, text)), -surfaces[text], text))


def _folded(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Persons with their short form (the last part of the name) as one candidate."""
    candidates = {one.zh: one for one in found}
    for full in [one for one in candidates.values() if "·" in one.zh]:
        short = candidates.get(full.zh.rpartition("·")[2])
        if short and short.en == full.en.rpartition(" ")[2]:
            confidence = max(full.confidence, short.confidence)
            evidence = (*full.evidence, *short.evidence)[:_MOST_EVIDENCE]
            whole = replace(full, count=full.count + short.count, confidence=confidence, evidence=evidence)
            candidates[full.zh] = replace(whole, zh_alt=(short.zh,), en_alt=(short.en,))
            del candidates[short.zh]
    yield from candidates.values()


def _one_rendering(found: Iterable[Candidate]) -> list[Candidate]:
    """For each English the weightiest Chinese."""
    best: dict[str, Candidate] = {}
    for candidate in found:
        form = key(candidate.en, exact=False)
        rival = best.get(form)
        if rival is None or (candidate.weight, len(candidate.zh)) > (rival.weight, len(rival.zh)):
            best[form] = candidate
    return list(best.values())


def _apart(found: Sequence[Candidate]) -> list[Candidate]:
    """Without candidates that stand in a longer one about as often as at all."""
    kept: list[Candidate] = []
    longer: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in sorted(found, key=lambda one: -len(one.zh)):
        around = [other for other in longer[candidate.zh[:2]] if candidate.zh in other.zh]
        if sum(other.count for other in around) < candidate.count * 0.7:
            kept.append(candidate)
            for start in range(len(candidate.zh) - 1):
                longer[candidate.zh[start : start + 2]].append(candidate)
    return kept
