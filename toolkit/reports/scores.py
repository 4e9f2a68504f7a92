"""Scores as text and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from toolkit.evaluation import METRICS, Score, TermScore, Verdict
from toolkit.reports.wire import dump

SCHEMA_VERSION = 1
_SHOWN = 60


class Figures(Protocol):
    """What a report is made of, as `toolkit.api.score.Scored` has it."""

    @property
    def overall(self) -> tuple[Score, ...]:
        """The figures of the whole."""
        ...

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs that were compared."""
        ...

    @property
    def each(self) -> tuple[dict[str, float], ...]:
        """Their figures."""
        ...

    @property
    def terms(self) -> TermScore | None:
        """How the terms fared."""
        ...

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """How it compares with another copy."""
        ...

    @property
    def other_terms(self) -> TermScore | None:
        """How the terms fared there."""
        ...


def render_scores(form: str, found: Figures) -> str:
    """The figures in the format text or json."""
    if form == "json":
        return dump(_wired(found), indent=2) + "\n"
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Figures) -> Iterator[str]:
    for one in found.overall:
        yield f"{one.metric:12} {one.value:6.2f}   {one.signature}"
    if found.terms:
        yield from _of_terms("", found.terms)
    for verdict in found.verdicts:
        yield (
            f"{verdict.metric:12} {verdict.value:6.2f} against {verdict.other:.2f}, p = {verdict.p:.3f},"
            f" 95 % of samples {verdict.low:.2f} to {verdict.high:.2f}   {verdict.signature}"
        )
    if found.other_terms:
        yield from _of_terms(" (other)", found.other_terms)
    yield ""
    yield f"{'':>4} {' '.join(f'{name:>6}' for name in METRICS)}"
    for n, (text, figures) in enumerate(zip(found.paragraphs, found.each, strict=True), 1):
        yield f"{n:>4} {' '.join(f'{figures[name]:6.2f}' for name in METRICS)}  {_short(text)}".rstrip()


def _of_terms(which: str, terms: TermScore) -> Iterator[str]:
    pairs = len(terms.pairs)
    rows = ("terms", terms.success), ("occurrences", terms.occurrences), ("consistency", terms.consistency)
    for name, value in rows:
        if value is not None:
            about = f"of {pairs} (paragraph, term) pairs" if name == "terms" else ""
            yield f"{name + which:12} {100 * value:6.2f}   {about}".rstrip()
    for one in terms.missing:
        yield f"             paragraph {one.paragraph + 1} lacks {one.term.en} ({one.term.zh})"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"


def _wired(found: Figures) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "overall": [one._asdict() for one in found.overall],
        "terms": _terms_wired(found.terms),
        "against": [one._asdict() for one in found.verdicts],
        "other_terms": _terms_wired(found.other_terms),
        "paragraphs": [{"text": text, **figures} for text, figures in zip(found.paragraphs, found.each, strict=True)],
    }


def _terms_wired(terms: TermScore | None) -> dict[str, Any] | None:
    if terms is None:
        return None
    return {
        "pairs": len(terms.pairs),
        "success": terms.success,
        "occurrences": terms.occurrences,
        "consistency": terms.consistency,
        "missing": [{"paragraph": one.paragraph + 1, "id": one.term.id, "en": one.term.en} for one in terms.missing],
    }
