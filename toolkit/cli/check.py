"""The `check` command."""

from __future__ import annotations

import shutil
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from toolkit.cli.days import day
from toolkit.cli.output import USAGE, Progress, coloured, die, put, say

if TYPE_CHECKING:
    from toolkit.api import Checked, Mended
    from toolkit.lint import Run

_FORMATS = "text|json|jsonl|sarif|github|junit|html"
_LEVELS = ("note", "warning", "error", "never")
_LIMIT = 20 << 20
_FEW = 6


def check(  # noqa: PLR0913, PLR0917 (one parameter an option of the command)
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Articles or folders; - is standard input.")
    ] = None,
    source: Annotated[Path | None, typer.Option(metavar="FILE", help="The Chinese of the one article named.")] = None,
    form: Annotated[str | None, typer.Option("--format", metavar=_FORMATS, help="How to report.")] = None,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the report here.")] = None,
    glossary: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Add a glossary; repeatable.")] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="R", help="Run only this rule or family; repeatable.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="R", help="Leave out this rule or family; repeatable.")
    ] = None,
    preset: Annotated[str | None, typer.Option(metavar="NAME", help="A house style: news.")] = None,
    hints: Annotated[Path | None, typer.Option(metavar="FILE", help="Likely names, Chinese TAB English.")] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The article's date.")] = None,
    baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="Leave out what is recorded here.")] = None,
    write_baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="Record every finding here.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say what each finding's rule stands on.")] = False,  # noqa: FBT002 (Typer's flag)
    fail_on: Annotated[
        str | None, typer.Option(metavar="error|warning|note|never", help="The least that makes exit status 1.")
    ] = None,
    jobs: Annotated[int | None, typer.Option(metavar="N", min=1, help="Check N articles at a time.")] = None,
) -> None:
    """Check English copy, with its Chinese where it lies beside it.

    Without PATH, every pair of articles in and below the current folder. NAME.en.txt is read with NAME.zh.txt beside
    it, en/NAME.txt with zh/NAME.txt; Markdown, HTML and DOCX alike. XLIFF, TMX, PO, CSV and TSV hold both languages.
    Findings go to standard output, all else to standard error.

    Exit status: 0 clean, 1 findings at or above --fail-on, 2 something could not be read or used, 3 a failure of ours.
    """
    started = time.perf_counter()
    from toolkit.api import Order, check_paths, record, without_baseline  # noqa: PLC0415 (`--help` needs no rooms)
    from toolkit.settings import command_line  # noqa: PLC0415 (as above)

    named, piped = named_or_piped(paths or [])
    if source and len(paths or ()) != 1:
        die("--source is the Chinese of one article; name that article, and no other")
    asked = command_line(
        format=form,
        glossary=glossary,
        select=select,
        ignore=ignore,
        preset=preset,
        hints=hints,
        baseline=baseline,
        fail_on=fail_on,
        jobs=jobs,
    )
    order = Order(named, piped, source, day(date), asked)
    checked = check_paths(order, Progress(started))
    if write_baseline:
        say(f"recorded {record(checked, write_baseline):,} findings in {write_baseline}")
        tell(checked, checked.runs)
        raise typer.Exit(USAGE if checked.problems else 0)
    conclude(without_baseline(checked), started, output, explain=explain)


def conclude(checked: Checked, started: float, output: Path | None = None, *, explain: bool = False) -> NoReturn:
    """Report what came of a check that `started` (a reading of `time.perf_counter`), and end the command."""
    put(_report(checked, explain=explain), output)
    tell(checked, checked.runs)
    _sum(checked.runs, time.perf_counter() - started)
    raise typer.Exit(status(checked, checked.runs))


def named_or_piped(paths: Sequence[Path]) -> tuple[tuple[Path, ...], bytes | None]:
    """The files and folders that a command is to read, or what comes from standard input where that is `-`."""
    if Path("-") not in paths:
        return tuple(paths), None
    if len(paths) > 1:
        die("- is standard input, and stands alone; name files in another run")
    return (), sys.stdin.buffer.read(_LIMIT + 1)


def _report(checked: Checked, *, explain: bool) -> str:
    from toolkit.reports import Look, render  # noqa: PLC0415 (as above)

    form = checked.settings.format.value
    whole = form in ("sarif", "html")
    look = Look(
        colour=coloured(),
        width=shutil.get_terminal_size().columns if sys.stdout.isatty() else 100,
        explain=explain,
        manuals=_manuals() if explain or whole else {},
        version=_version() if whole else "",
        problems=checked.problems,
    )
    return render(form, checked.runs, look)


def _manuals() -> dict[str, str]:
    from toolkit.api import every_rule  # noqa: PLC0415 (as above)

    return {rule.name: rule.doc for rule in every_rule().rules}


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415 (slow, and SARIF alone wants it)

    return version("copydesk")


def tell(done: Checked | Mended, runs: Sequence[Run]) -> None:
    """Say what could not be used, what may have been meant otherwise, and which rules did not run in `runs`."""
    for line in (*done.notices, *done.problems):
        say(line)
    not_run = sorted({name for run in runs for name in run.not_run})
    if not_run:
        say(f"not run where the Chinese is missing: {_named(not_run)}")


def _named(rules: Sequence[str]) -> str:
    """A few rules by name; of many how many of each family, for names by the dozen are a wall that nobody reads."""
    if len(rules) <= _FEW:
        return ", ".join(rules)
    families = Counter(name.partition("/")[0] for name in rules)
    return f"{', '.join(f'{count} of {name}' for name, count in families.items())} (--format sarif names them)"


def _sum(runs: Sequence[Run], seconds: float) -> None:
    from toolkit.reports import summary  # noqa: PLC0415 (as above)

    say(summary(runs, seconds))


def status(done: Checked | Mended, runs: Sequence[Run]) -> int:
    """The exit status that comes of `runs`: 2 after a problem, else 1 where a finding is at or above the settings' bar."""
    if done.problems:
        return USAGE
    bar = _LEVELS.index(done.settings.fail_on.value)
    return int(any(finding.severity >= bar for run in runs for finding in run.findings))
