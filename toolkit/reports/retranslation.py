"""What a retranslation did: as text with both versions side by side, and as JSON."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from math import exp
from typing import Any

from toolkit.language.width import width
from toolkit.reports.wire import dump
from toolkit.translation.redone import Redone, Retranslated
from toolkit.translation.steps import Step

SCHEMA_VERSION = 1
_COLUMN = 56


def render_retranslation(form: str, done: Retranslated) -> str:
    """The report in the format text or json."""
    if form == "json":
        return dump(_wired(done), indent=2) + "\n"
    return "\n".join([*(_text(one) for one in done.redone), summary(done) + "\n"])


def summary(done: Retranslated) -> str:
    """One line: how many paragraphs, by what, how their terms and their markup fared."""
    kept = sum(bool(one.kept) for one in done.redone)
    marks, strayed = sum(one.marks for one in done.redone), sum(len(one.strayed) for one in done.redone)
    steps = _steps(done.redone)
    parts = [
        f"{len(done.redone) - kept} of {done.paragraphs} paragraphs translated anew by {done.model}",
        *([f"{kept} left as they were"] if kept else []),
        *([f"terms: {', '.join(f'{count} {step}' for step, count in steps.items())}"] if steps else []),
        *([f"markup: {marks} marks, {strayed} of them unsure"] if marks else []),
    ]
    return "; ".join(parts)


def _steps(redone: Iterable[Redone]) -> dict[str, int]:
    """How many terms each step satisfied, and how many none did."""
    counts = Counter(outcome.step for one in redone for outcome in one.outcomes)
    named = {str(step): counts[step] for step in Step if counts[step]}
    return named | ({"not rendered": counts[None]} if counts[None] else {})


def _text(one: Redone) -> str:
    head = f"paragraph {', '.join(map(str, one.numbers))}: {f'left as it was: {one.kept}' if one.kept else 'changed'}"
    return "\n".join([head, *(f"  {line}" for line in _lines(one)), ""])


def _lines(one: Redone) -> Iterator[str]:
    if one.reasons:
        yield f"for     {', '.join(one.reasons)}"
    yield f"zh      {one.source}"
    if one.before:
        yield from _beside(one.before, one.after)
    else:
        yield f"en      {one.after}"
    terms = [f"{it.want.form} ({it.step or 'not rendered'})" for it in one.outcomes]
    if terms:
        yield f"terms   {', '.join(terms)}"
    if one.marks:
        yield f"markup  {one.marks} carried over, {len(one.strayed)} of them unsure"
    how = "from the translation memory" if one.remembered else f"{exp(one.score):.2f} a token, as the model sees it"
    yield f"sure    {how}; errors by our own rules: {f'{one.errors[0]} before, ' if one.before else ''}{one.errors[1]} now"
    if one.doubts:
        yield f"look    {'; '.join(one.doubts)}"


def _beside(before: str, after: str) -> Iterator[str]:
    """Both versions in two columns."""
    columns = [[line for part in text.split("\n") for line in textwrap.wrap(part, _COLUMN)] for text in (before, after)]
    for n, (left, right) in enumerate(zip_longest(*columns, fillvalue="")):
        yield f"{'en' if n == 0 else '':8}{left}{' ' * (_COLUMN - width(left))} | {right}".rstrip()


def _wired(done: Retranslated) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "model": done.model,
        "paragraphs": done.paragraphs,
        "terms": _steps(done.redone),
        "redone": [_wire(one) for one in done.redone],
    }


def _wire(one: Redone) -> dict[str, Any]:
    return {
        "numbers": list(one.numbers),
        "reasons": list(one.reasons),
        "kept": one.kept or None,
        "source": one.source,
        "before": one.before or None,
        "after": one.after,
        "remembered": one.remembered,
        "probability": round(exp(one.score), 4),
        "terms": [
            {
                "id": it.want.term.id,
                "zh": it.want.term.zh,
                "en": it.want.form,
                "step": str(it.step) if it.step else None,
            }
            for it in one.outcomes
        ],
        "marks": one.marks,
        "unsure": [{"mark": it.mark, "words": it.words} for it in one.strayed],
        "dropped": list(one.dropped),
        "errors": {"before": one.errors[0], "after": one.errors[1]},
        "doubts": list(one.doubts),
    }
