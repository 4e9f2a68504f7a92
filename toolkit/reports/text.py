"""The report for people: the English line with carets, the Chinese behind it, what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from toolkit.core import Applicability, Finding, Ground, Place, Severity, Side
from toolkit.lint import Run
from toolkit.reports.habits import more, shown
from toolkit.reports.lines import Pages
from toolkit.reports.look import Look
from toolkit.reports.manuals import authority, reason
from toolkit.reports.mending import mended
from toolkit.reports.window import visible, window

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_SHOWN = 4
Row = tuple[str, str]  # its label; carets have none


def render(runs: Sequence[Run], look: Look) -> str:
    """Each finding as `path:line:column: severity: message [rule]` over its line, evidence and cure.

    A blank line parts two findings; a long line is cut to a window of `look.width` columns round the finding. Of a
    mechanical habit the first five findings are shown, then how many more there are.
    """
    return "\n".join(chain.from_iterable(_article(run, look) for run in runs))


def _article(run: Run, look: Look) -> Iterator[str]:
    pages = Pages(run.document)
    for finding, left in shown(run.findings):
        colour = _COLOURS[finding.severity] if look.colour else ""
        rows = (*_rows(pages, finding, look), *([("more", more(left))] if left else ()))
        yield "\n".join((_head(pages, finding, colour), *_body(rows, colour))) + "\n"


def _head(pages: Pages, finding: Finding, colour: str) -> str:
    place = finding.flag.place
    at = pages.extent(place)
    path = visible(pages.article(place.side).path)
    where = _paint(f"{path}:{at['line']}:{at['column']}:", "1" if colour else "")
    rule = _paint(f"[{finding.rule}]", "2" if colour else "")
    return f"{where} {_paint(f'{finding.severity}:', colour)} {visible(finding.flag.message)} {rule}"


def _body(rows: Iterable[Row], colour: str) -> Iterator[str]:
    rows = tuple(rows)
    gutter = max(len(label) for label, _ in rows)
    for label, text in rows:
        yield f"  {label:>{gutter}} | {text if label else _paint(text, colour)}".rstrip()


def _rows(pages: Pages, finding: Finding, look: Look) -> Iterator[Row]:
    flag = finding.flag
    yield from _view(pages, flag.place, look)
    if flag.evidence:
        yield from _view(pages, flag.evidence, look, flag.evidence.side.value + " ")
    yield from _cure(pages, finding)
    if look.explain:
        yield from _grounds(flag.grounds)
        yield from _explanation(look.manuals.get(finding.rule, ""), look.width)


def _view(pages: Pages, place: Place, look: Look, mark: str = "") -> Iterator[Row]:
    """The line a place begins on, and the carets under it."""
    line = pages.extent(place)["line"]
    label = f"{mark}{line}"
    bounds = pages.lines(place.side).bounds(line)
    seen = window(pages.article(place.side).raw, bounds, place.span, max(20, look.width - len(label) - 5))
    yield label, seen.text
    yield "", " " * seen.column + "^" * seen.carets


def _cure(pages: Pages, finding: Finding) -> Iterator[Row]:
    flag = finding.flag
    safe = any(fix.applicability is Applicability.SAFE for fix in flag.fixes)
    label = "fix" if safe else "write"
    if flag.expected:
        yield label, visible(", or ".join(flag.expected[:_SHOWN]))
    elif flag.fixes and (change := mended(pages.article(Side.TARGET).raw, flag.fixes[0])):
        yield label, visible(change.after) or "(nothing)"


def _grounds(grounds: Iterable[Ground]) -> Iterator[Row]:
    """What spoke for a claim and what against it, with its weight in log-odds, the heaviest first."""
    heaviest = sorted(grounds, key=lambda ground: -abs(ground.weight))
    for label, sign in (("for", 1), ("against", -1)):
        said = [f"{ground.says} ({ground.weight:+.1f})" for ground in heaviest if ground.weight * sign > 0]
        if said:
            yield label, ", ".join(said)


def _explanation(manual: str, columns: int) -> Iterator[Row]:
    from textwrap import wrap  # noqa: PLC0415 - only --explain needs it

    for label, text in (("why", reason(manual)), ("source", authority(manual))):
        for n, line in enumerate(wrap(text, max(20, columns - 12))):
            yield label if n == 0 else " ", line


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if code else text
