"""Pieces into pieces: what is asked of CTranslate2, in batches, so that nothing is cut silently and Ctrl-C is heard."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from toolkit.engines.families import END
from toolkit.engines.hardware import Running

if TYPE_CHECKING:
    from ctranslate2 import Translator

Pieces = list[str]
Progress = Callable[[int, int], None]
"""Is told how many parts are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Job:
    """A part to translate: its source with all that frames it, what the target begins with, what it must not contain.

    `given` counts the pieces of `prefix` that the caller asked for; the others are the family's tags. `attend` asks where the
    model looked.
    """

    source: tuple[str, ...]
    prefix: tuple[str, ...] = ()
    given: int = 0
    banned: tuple[tuple[str, ...], ...] = ()
    count: int = 1
    attend: bool = False


class Raw(NamedTuple):
    """A hypothesis in pieces, without the family's tags; its score is a log-probability per piece, the end counted.

    `looks` tells how much the model looked at each piece of the source for each of these and the tags; None where not asked.
    """

    pieces: Pieces
    score: float
    cut: bool
    looks: Callable[[], Sequence[Sequence[float]]] | None = None


_SHORTEST, _LONGEST = 0.0001, 0.01
PLACES = 500
"""So many pieces of English the smallest models have room for, the prefix counted."""


def room(job: Job) -> int:
    """The most pieces that a job may become; what wants more is told to be cut."""
    return min(3 * len(job.source) + 50 + len(job.prefix), PLACES)


def decode(model: Translator, jobs: Sequence[Job], running: Running, progress: Progress | None) -> list[list[Raw]]:
    """The hypotheses of each job, in the order of the jobs.

    What a prefix leaves to say is searched with a beam no wider than the hypotheses that are asked for.
    """
    found: dict[int, list[Raw]] = {}
    for numbers in _batches(jobs, running.batch):
        batch = [jobs[number] for number in numbers]
        found.update(zip(numbers, _decoded(model, batch, running), strict=True))
        if progress:
            progress(len(found), len(jobs))
    return [found[number] for number in range(len(jobs))]


def score(model: Translator, pairs: Sequence[tuple[Pieces, Pieces]], opening: int, running: Running) -> list[float]:
    """The log-probability per piece of each target given its source, the end counted, the family's `opening` tags not."""
    if not pairs:
        return []
    sources, targets = [list(pair[0]) for pair in pairs], [list(pair[1]) for pair in pairs]
    asked = model.score_batch(
        sources, targets, max_batch_size=running.batch, batch_type="tokens", max_input_length=0, asynchronous=True
    )
    return [_mean(result.log_probs[opening:]) for result in _awaited(asked)]


def attention(model: Translator, pairs: Sequence[tuple[Pieces, Pieces]], running: Running) -> list[list[list[float]]]:
    """How much the model looked at each piece of a source when it was led to write each piece of its target."""
    if not pairs:
        return []
    sources, targets = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    asked = model.translate_batch(
        sources,
        target_prefix=targets,
        beam_size=1,
        max_batch_size=running.batch,
        batch_type="tokens",
        max_input_length=0,
        max_decoding_length=max(map(len, targets)),
        return_attention=True,
        asynchronous=True,
    )
    return [result.attention[0][: len(target)] for result, target in zip(_awaited(asked), targets, strict=True)]


def _batches(jobs: Sequence[Job], most: int) -> Iterator[list[int]]:
    """The numbers of jobs that go together: alike in what is asked, of like length, `most` source pieces at most."""

    def alike(number: int) -> tuple[object, ...]:
        return jobs[number].banned, jobs[number].count, bool(jobs[number].given)

    by_length = sorted(range(len(jobs)), key=lambda number: len(jobs[number].source))
    for _, group in groupby(sorted(by_length, key=lambda number: repr(alike(number))), key=alike):
        batch: list[int] = []
        for number in group:
            if batch and (len(batch) + 1) * len(jobs[number].source) > most:
                yield batch
                batch = []
            batch.append(number)
        yield batch


def _decoded(model: Translator, batch: Sequence[Job], running: Running) -> Iterator[list[Raw]]:
    first = batch[0]
    asked = model.translate_batch(
        [list(job.source) for job in batch],
        target_prefix=[list(job.prefix) for job in batch] if any(job.prefix for job in batch) else None,
        beam_size=first.count if first.given else max(running.beam, first.count),
        num_hypotheses=first.count,
        max_input_length=0,
        max_decoding_length=max(map(room, batch)),
        suppress_sequences=[list(pieces) for pieces in first.banned] or None,
        return_scores=True,
        return_end_token=True,
        return_attention=any(job.attend for job in batch),
        asynchronous=True,
    )
    for job, result in zip(batch, _awaited(asked), strict=True):
        tags = len(job.prefix) - job.given
        scores = result.scores or [0.0] * len(result.hypotheses)
        raws = [_raw(*one, tags) for one in zip(result.hypotheses, scores, strict=True)]
        yield [raws[0]._replace(looks=partial(_looked, result)), *raws[1:]] if job.attend else raws


def _looked(result: Any) -> Sequence[Sequence[float]]:
    """The attention of the likeliest hypothesis, which takes time to fetch."""
    rows: Sequence[Sequence[float]] = result.attention[0]
    return rows


def _raw(pieces: Pieces, value: float, tags: int) -> Raw:
    """Without tags and end. CTranslate2 divides by the length without the end, whose probability it counts."""
    ended = pieces[-1:] == [END]
    length = len(pieces) - ended
    cut = not ended and length > tags
    return Raw(pieces[tags:length], value * length / max(1, length + ended), cut)


def _awaited(asked: Sequence[Any]) -> list[Any]:
    """The results; waiting in short naps, since only Python hears Ctrl-C; the longer it takes, the longer they are."""
    nap = _SHORTEST
    while not all(each.done() for each in asked):
        time.sleep(nap)
        nap = min(2 * nap, _LONGEST)
    return [each.result() for each in asked]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
