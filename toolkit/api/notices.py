"""Decisions that have outlived their findings: inline ignores and baseline entries that silence nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from toolkit.api.rules import every_rule
from toolkit.core import Ignore
from toolkit.lint import Run
from toolkit.lint.baseline import Decision, stale
from toolkit.lint.selector import names
from toolkit.settings import Settings

_MOST = 5


def ignore_notices(runs: Iterable[Run], settings: Settings) -> tuple[str, ...]:
    """A line for each inline ignore that has no effect, five for an article at most, and what to do about it.

    Where the command line chose among the rules, one that silences nothing may have its use on other days, and is not told.
    """
    whole = not _narrowed(settings)
    return tuple(line for run in runs if run.document.target.ignores for line in _few(run, _ignores(run, whole=whole)))


def baseline_notices(runs: Iterable[Run], settings: Settings, decisions: Sequence[Decision]) -> tuple[str, ...]:
    """One line that counts the decisions of the settings' baseline whose findings no longer occur."""
    count = 0 if _narrowed(settings) else len(stale(runs, decisions))
    if not count:
        return ()
    entries, occur = ("1 entry", "occurs") if count == 1 else (f"{count:,} entries", "occur")
    return (f"{settings.baseline.value}: {entries} no longer {occur}; copydesk baseline prune drops what is over",)


def _narrowed(settings: Settings) -> bool:
    return any("--" in setting.origin for setting in (settings.select, settings.ignore))


def _few(run: Run, told: Iterator[tuple[Ignore, str]]) -> Iterator[str]:
    from toolkit.reports.lines import Lines  # noqa: PLC0415 (most articles ignore nothing)

    lines = Lines(run.document.target.raw)
    found = list(told)
    path = run.document.target.path
    for ignore, what in found[:_MOST]:
        yield f"{path}:{lines.extent(ignore.comment)['line']}: {what}"
    if len(found) > _MOST:
        yield f"{path}: and {len(found) - _MOST:,} more comments that ignore nothing"


def _ignores(run: Run, *, whole: bool) -> Iterator[tuple[Ignore, str]]:
    known = [rule.name for rule in every_rule().rules]
    idle = dict(run.idle) if whole else {}
    for ignore in run.document.target.ignores:
        unknown = [name for name in ignore.rules if not any(names(name, rule) for rule in known)]
        if unknown:
            yield ignore, f"there is no rule {unknown[0]} to ignore; `copydesk rules` lists them"
        elif not ignore.reason:
            what = ", ".join(ignore.rules) or "RULE"
            yield ignore, f"ignores without a reason, and so nothing; write <!-- copydesk: ignore {what}: REASON -->"
        elif ignore in idle:
            what = ", ".join(name if name != "all" else "at all" for name in idle[ignore])
            yield ignore, f"there is nothing to ignore here ({what}); take the comment away"
