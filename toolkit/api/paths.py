"""Check what a user names: files, folders, standard input."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.api.batch import Batch, Task, judge
from toolkit.api.desk import Desk
from toolkit.api.opening import open_office
from toolkit.api.plans import Planner
from toolkit.core import Article, Document
from toolkit.core.pattern import pattern
from toolkit.files.article import parse
from toolkit.files.bilingual import parse_bilingual
from toolkit.files.decode import decode
from toolkit.files.discover import PATTERNS, Discovery, Pair, discover
from toolkit.files.errors import Unreadable
from toolkit.lint import Run
from toolkit.settings import Layer, Settings, SettingsError, command_line

if TYPE_CHECKING:
    from toolkit.lint.baseline import Decision

PIPED = "<stdin>"
_HTML = pattern(r"\s*<(?:!doctype|html|head|body|article|div|p|h[1-6])\b", re.IGNORECASE)
_BOTH = pattern(r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!DOCTYPE[^>]*+>\s*+)?<(xliff|tmx)\b")
_NOTHING = (
    "no English article here; in a folder it is called NAME.en.txt, .md, .html or .docx, or lies in a folder en, "
    "and a file of both languages is called NAME.zh-en.po"
)
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What to check: `paths`, or the bytes that were `piped` in; `source` is the Chinese of the one article named.

    `asked` are settings that go over the project's, `date` that of every article.
    """

    paths: tuple[Path, ...] = ()
    piped: bytes | None = None
    source: Path | None = None
    date: datetime.date | None = None
    asked: Layer = field(default_factory=command_line)


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of an order: a run for each article that could be read, and the settings it was judged under.

    `problems` has a line for each thing that could not be used, `notices` for each that may have been meant otherwise.
    """

    runs: tuple[Run, ...]
    settings: Settings
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an order comes to before anything is judged; `problems` and `notices` as in Checked."""

    tasks: tuple[Task, ...]
    desk: Desk
    settings: Settings
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def check_paths(order: Order, told: Told | None = None) -> Checked:
    """Judge all that `order` names; what cannot be read is told and the rest still judged.

    `told` hears how many articles of how many are done. Raises SettingsError, and Unreadable for a settings file that
    cannot be used.
    """
    ready = prepare(order)
    settings, tasks = ready.settings, ready.tasks
    results = list(_counted(judge(Batch(tasks, ready.desk, order.date), settings.jobs.value), len(tasks), told))
    runs = tuple(result for result in results if isinstance(result, Run))
    failed = (result for result in results if isinstance(result, str))
    left_out = (notice for run in runs for notice in run.document.notices)
    return Checked(runs, settings, (*ready.problems, *failed), (*ready.notices, *left_out, *_ignores(runs, settings)))


def prepare(order: Order) -> Prepared:
    """Open the desk, and find what `order` names. Raises SettingsError, and Unreadable for a settings file."""
    office = open_office(order.paths, order.asked)
    settings = office.planner.settings
    found = _found(order, settings)
    tasks, unread = _tasks(order, found, office.planner)
    notices = found.notices or (() if tasks or found.errors or unread else (_NOTHING,))
    problems = (*office.problems, *map(str, found.errors), *unread)
    return Prepared(tuple(tasks), office.desk, settings, problems, notices)


def remembered(settings: Settings) -> tuple[Decision, ...]:
    """The decisions of the settings' baseline; none where there is no baseline. Raises Unreadable."""
    if not settings.baseline.value:
        return ()
    from toolkit.files.baseline import load_baseline  # noqa: PLC0415 (hashes and JSON, which most checks do without)

    return tuple(load_baseline(Path(settings.baseline.value)))


def without_baseline(checked: Checked) -> Checked:
    """What is left when the findings that the settings' baseline knows are taken away. Raises Unreadable."""
    if not checked.settings.baseline.value:
        return checked
    from toolkit.api.notices import baseline_notices  # noqa: PLC0415 (hashes and JSON, which most checks do without)
    from toolkit.lint.baseline import fresh  # noqa: PLC0415 (as above)

    decisions = remembered(checked.settings)
    notices = (*checked.notices, *baseline_notices(checked.runs, checked.settings, decisions))
    return replace(checked, runs=tuple(fresh(run, decisions) for run in checked.runs), notices=notices)


def record(checked: Checked, path: Path) -> int:
    """Write every finding into the baseline file `path`, over what it said of these articles; how many it holds now.

    Reasons given there are kept. Raises Unreadable or Unwritable.
    """
    from toolkit.files.baseline import load_baseline, write_baseline  # noqa: PLC0415 (as above)
    from toolkit.lint.baseline import decide  # noqa: PLC0415 (as above)

    decisions = decide(checked.runs, load_baseline(path) if path.exists() else ())
    write_baseline(path, decisions)
    return len(decisions)


def _ignores(runs: Sequence[Run], settings: Settings) -> tuple[str, ...]:
    if not any(run.document.target.ignores for run in runs):
        return ()
    from toolkit.api.notices import ignore_notices  # noqa: PLC0415 (as above)

    return ignore_notices(runs, settings)


def _found(order: Order, settings: Settings) -> Discovery:
    if order.piped is not None:
        return Discovery((), (), ())
    if order.source:
        return Discovery((Pair(order.source, order.paths[0]),), (), ())
    try:
        return discover(order.paths or (Path(),), settings.patterns.value or PATTERNS)
    except ValueError as error:
        raise SettingsError(settings.patterns.origin, str(error)) from error


def _tasks(order: Order, found: Discovery, planner: Planner) -> tuple[list[Task], list[str]]:
    """What is to be judged, and why what was piped in cannot be."""
    if order.piped is None:
        return [Task(pair.target, pair.source, planner.plan(pair.target)) for pair in found.pairs], []
    try:
        return [Task(_piped(order.piped), order.source, planner.plan(Path(PIPED)))], []
    except Unreadable as problem:
        return [], [str(problem)]


def _piped(data: bytes) -> Article | Document:
    raw = decode(data, PIPED)
    if not raw.strip():
        raise Unreadable(PIPED, None, "is empty; there is nothing to check")
    if both := _BOTH.match(raw):
        return parse_bilingual(raw, PIPED, both[1])
    return parse(raw, PIPED, "html" if _HTML.match(raw) else "text")


def _counted(results: Iterator[Run | str], total: int, told: Told | None) -> Iterator[Run | str]:
    for done, result in enumerate(results, 1):
        if told:
            told(done, total)
        yield result
