"""BLEU, chrF and TER by sacrebleu, and whether two translations differ by more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

METRICS = ("BLEU", "chrF", "TER")
"""BLEU and chrF are 0 to 100, higher is better; TER counts edits for 100 words of the reference, lower is better."""

SAMPLES = 1000


class Score(NamedTuple):
    """A figure, and sacrebleu's signature: with it anybody can make the figure again."""

    metric: str
    value: float
    signature: str


class Verdict(NamedTuple):
    """One metric for two translations of one text: `value` for this one, `other` for the one it is held against.

    `p` is the probability of a difference as large by chance (paired bootstrap, Koehn 2004), `low` to `high` the interval
    that holds `value` in 95 of 100 samples.
    """

    metric: str
    value: float
    other: float
    p: float
    low: float
    high: float
    signature: str


def scores(copy: Sequence[str], references: Sequence[Sequence[str]]) -> list[Score]:
    """The figures for a text: its paragraphs against those of each reference, which are as many.

    >>> [(one.metric, one.value) for one in scores(["He agreed to it."], [["He agreed to it."]])]
    [('BLEU', 100.0), ('chrF', 100.0), ('TER', 0.0)]
    """
    found = []
    for name, metric in _metrics().items():
        value = metric.corpus_score(list(copy), [list(one) for one in references]).score
        found.append(Score(name, _rounded(value), str(metric.get_signature())))
    return found


def by_paragraph(copy: Sequence[str], references: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """The figures of each paragraph by itself; BLEU counts only n-grams that so short a text can have."""
    metrics = _metrics(effective_order=True)
    return [
        {name: _rounded(metric.sentence_score(said, list(ours)).score) for name, metric in metrics.items()}
        for said, *ours in zip(copy, *references, strict=True)
    ]


def against(
    copy: Sequence[str], other: Sequence[str], references: Sequence[Sequence[str]], samples: int = SAMPLES
) -> list[Verdict]:
    """Hold `copy` against another translation of the same paragraphs, by paired bootstrap resampling of paragraphs."""
    from sacrebleu.significance import PairedTest  # noqa: PLC0415 (numpy and half a second, for this command alone)

    systems: list[tuple[str, Sequence[str]]] = [("other", list(other)), ("copy", list(copy))]
    test = PairedTest(systems, _metrics(), [list(one) for one in references], test_type="bs", n_samples=samples)
    signatures, found = test()
    named = [name for name in found if name != "System"]
    return [_verdict(ours, found[name], str(signatures[name])) for ours, name in zip(METRICS, named, strict=True)]


def _verdict(metric: str, results: Sequence[Any], signature: str) -> Verdict:
    other, ours = results
    p = float(ours.p_value) if ours.p_value is not None else 1.0
    low, high = _rounded(ours.mean - ours.ci), _rounded(ours.mean + ours.ci)
    return Verdict(metric, _rounded(ours.score), _rounded(other.score), round(p, 4), low, high, signature)


def _metrics(*, effective_order: bool = False) -> dict[str, Any]:
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 (as above)
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415 (as above)
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415 (as above)

    return {"BLEU": BLEU(effective_order=effective_order), "chrF": CHRF(), "TER": TER()}


def _rounded(value: float) -> float:
    return round(float(value), 2) + 0.0
