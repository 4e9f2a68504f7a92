"""Everything the page says, as plain data for its templates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from toolkit.core import Finding, Kind
from toolkit.lint import Run
from toolkit.reports.look import Look
from toolkit.reports.manuals import authority, mistake, reason
from toolkit.reports.page.cards import Card, tell
from toolkit.reports.page.counts import Counts, Tick, counts, strip
from toolkit.reports.page.rows import Row, rows

WHOLE = 2_000_000
"""Code points of article text up to which the page shows every paragraph, not only those with findings."""


class Sheet(NamedTuple):
    """One article. `left_out` is how many paragraphs without findings are not shown, `ticks` where the findings lie."""

    number: int
    path: str
    chinese: str
    title: str
    date: str
    counts: Counts
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    span: int
    left_out: int
    not_run: tuple[str, ...]

    @property
    def cards(self) -> dict[str, Card]:
        """The cards by key."""
        return {card.key: card for row in self.rows for card in row.cards}


class Subject(NamedTuple):
    """A rule or a family, what it means and rests on (a family: nothing), and its findings."""

    name: str
    counts: Counts
    mistake: str = ""
    reason: str = ""
    authority: str = ""


class Dossier(NamedTuple):
    """All articles, the worst first; families and rules with findings, the most frequent first."""

    sheets: tuple[Sheet, ...]
    counts: Counts
    families: tuple[Subject, ...]
    rules: tuple[Subject, ...]
    not_run: tuple[str, ...]
    problems: tuple[str, ...]
    version: str


def dossier(runs: Sequence[Run], look: Look) -> Dossier:
    """What the page says of `runs`."""
    ranked = sorted(runs, key=lambda run: (*(-n for n in counts(run.findings)), run.document.target.path))
    brief = sum(_length(run) for run in runs) > WHOLE
    findings = [finding for run in runs for finding in run.findings]
    return Dossier(
        tuple(_sheet(number, run, brief=brief) for number, run in enumerate(ranked, 1)),
        counts(findings),
        _shares(findings, lambda rule: rule.partition("/")[0], {}),
        _shares(findings, str, look.manuals),
        tuple(sorted({name for run in runs for name in run.not_run})),
        look.problems,
        look.version,
    )


def _length(run: Run) -> int:
    return len(run.document.target.raw) + (len(run.document.source.raw) if run.document.source else 0)


def _sheet(number: int, run: Run, *, brief: bool) -> Sheet:
    document = run.document
    told = tell(run, number)
    every = rows(document, *told)
    kept = tuple(row for row in every if row.cards) if brief else every
    return Sheet(
        number,
        document.target.path,
        document.source.path if document.source else "",
        _title(run),
        document.date.isoformat() if document.date else "",
        counts(run.findings),
        kept,
        strip(every),
        len(every),
        len(every) - len(kept),
        run.not_run,
    )


def _title(run: Run) -> str:
    headlines = (segment.target.prose for segment in run.document.segments if segment.kind is Kind.HEADLINE)
    return next((line.strip() for line in headlines if line.strip()), "") or run.document.name


def _shares(findings: Iterable[Finding], name: Callable[[str], str], manuals: Mapping[str, str]) -> tuple[Subject, ...]:
    grouped: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        grouped[name(finding.rule)].append(finding)
    told = [_share(one, counts(members), manuals.get(one, "")) for one, members in grouped.items()]
    return tuple(sorted(told, key=lambda one: (-one.counts.total, one.name)))


def _share(name: str, counted: Counts, manual: str) -> Subject:
    return (
        Subject(name, counted, mistake(manual), reason(manual), authority(manual)) if manual else Subject(name, counted)
    )
