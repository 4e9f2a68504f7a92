"""The desk's remembered decisions: taken, looked through, and dropped when their findings are gone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from toolkit.api.opening import open_planner
from toolkit.api.paths import Order, Told, check_paths
from toolkit.files.article import FORMATS
from toolkit.files.baseline import load_baseline, write_baseline
from toolkit.lint.baseline import Decision, accept, stale
from toolkit.settings import Layer, SettingsError, command_line


class Kept(NamedTuple):
    """What came of a change: the baseline file, the decisions that were added or dropped, and how many it holds now.

    Where there are `problems`, nothing was changed; `notices` are as of a check.
    """

    file: Path
    changed: tuple[Decision, ...]
    holds: int
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def baseline_file(paths: Sequence[Path] = (), asked: Layer | None = None) -> Path:
    """The baseline of the settings that hold for `paths`. Raises SettingsError where they name none."""
    found = open_planner(paths, asked or command_line()).settings.baseline
    if not found.value:
        cure = 'name one with --baseline FILE, or write baseline = "known.json" into copydesk.toml'
        raise SettingsError("baseline", f"no baseline is set; {cure}")
    return Path(found.value)


def add_decisions(order: Order, reason: str, wanted: Collection[str] = (), told: Told | None = None) -> Kept:
    """Let all findings of what `order` names stand (those with the fingerprints `wanted`, if any are named), and write so.

    Raises FileProblem and SettingsError, the file as it was.
    """
    file = baseline_file(order.paths, order.asked)
    earlier = load_baseline(file) if file.exists() else ()
    checked = check_paths(order, told)
    decisions = accept(checked.runs, reason, wanted, earlier)
    changed = tuple(decision for decision in decisions if decision not in earlier)
    unknown = sorted({*wanted} - {decision.fingerprint for decision in accept(checked.runs, reason, wanted)})
    missing = tuple(f"no finding here has the fingerprint {name}; copy it from a report of today" for name in unknown)
    problems = (*checked.problems, *missing)
    if problems:
        return Kept(file, (), len(earlier), problems, checked.notices)
    if changed:
        write_baseline(file, decisions)
    return Kept(file, changed, len(decisions), (), checked.notices)


def prune_decisions(order: Order, told: Told | None = None) -> Kept:
    """Drop the decisions whose findings no longer occur in what `order` names, or whose article is gone, and write so.

    Without paths: the articles of the current folder, and those that the baseline names. A decision on a rule that does not
    run today is kept. Raises FileProblem and SettingsError, the file as it was.
    """
    file = baseline_file(order.paths, order.asked)
    earlier = load_baseline(file)
    known = dict.fromkeys(Path(decision.path) for decision in earlier)
    paths = order.paths or (*filter(_is_article, known), Path())
    checked = check_paths(replace(order, paths=paths), told)
    if checked.problems:
        return Kept(file, (), len(earlier), checked.problems, checked.notices)
    there = {decision.fingerprint for decision in accept(checked.runs, "")}
    gone = {row for row in earlier if not order.paths and row.fingerprint not in there and not Path(row.path).exists()}
    dropped = gone.union(stale(checked.runs, earlier))
    kept = tuple(decision for decision in earlier if decision not in dropped)
    if dropped:
        write_baseline(file, kept)
    return Kept(file, tuple(sorted(dropped)), len(kept), (), checked.notices)


def decisions_in(file: Path) -> tuple[Decision, ...]:
    """The decisions of a baseline file, in its order. Raises Unreadable."""
    return load_baseline(file)


def _is_article(path: Path) -> bool:
    return path.suffix.lower() in FORMATS and path.is_file()
