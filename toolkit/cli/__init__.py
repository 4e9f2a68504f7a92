"""The command line: one file a command; each parses, calls the api, prints and exits."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated, NoReturn

import typer

from toolkit.cli import baseline, glossary, hook, model
from toolkit.cli.check import check
from toolkit.cli.fix import fix
from toolkit.cli.gate import gate
from toolkit.cli.output import USAGE, say
from toolkit.cli.retranslate import retranslate
from toolkit.cli.rules import rules
from toolkit.cli.score import score
from toolkit.cli.serve import serve
from toolkit.cli.settings import settings

OURS = 3
INTERRUPTED = 130
"""What Typer makes of Ctrl-C: 128 and the number of the signal, as a shell would."""

app = typer.Typer(
    name="copydesk",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command(short_help="Check English copy, with its Chinese beside it.")(check)
app.command(short_help="Apply the fixes that are certain, in place.")(fix)
app.command(short_help="Translate anew what needs it, under the glossary.")(retranslate)
app.command(short_help="Say whether one article may be published.")(gate)
app.command(short_help="Check, fix and gate over HTTP.")(serve)
app.command(short_help="List the rules, or print the manual of one.")(rules)
app.command(short_help="Score a copy against references.")(score)
app.command(short_help="Print the settings in force, and where each comes from.")(settings)
app.add_typer(baseline.app, name="baseline", help="Remember which findings may stand, and why.")
app.add_typer(hook.app, name="hook", help="Have git check articles before a commit or a push.")
app.add_typer(glossary.app, name="glossary", help="Look up, tend, compare and exchange glossaries.")
app.add_typer(model.app, name="model", help="List, install and try translation models.")


def _version(wanted: bool) -> None:  # noqa: FBT001 (the shape of Typer's callbacks)
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 (a third of the time that this command takes)

        typer.echo(f"copydesk {version('copydesk')}")
        raise typer.Exit


@app.callback()
def callback(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """The bilingual copy editor at the desk: checks English news copy against its Chinese."""


def main() -> None:
    """Run the command line.

    What a start-up makes lasts; to look for rubbish in it would take an eighth of the time, hence the threshold. Whatever
    goes wrong is one line on standard error: exit 2 for what the user can mend, 3 for a failure of ours.
    """
    gc.set_threshold(200_000)
    try:
        code = app(standalone_mode=False)
        if code == INTERRUPTED:
            say("interrupted; nothing was written")
    except BrokenPipeError:
        sys.stderr.close()
        code = 1
    except typer.TyperException as error:
        say(f"{error.format_message()} (copydesk --help tells more)")
        code = USAGE
    except Exception as error:  # noqa: BLE001 (the last line of defence: no traceback reaches an editor)
        code = _ended(error)
    _leave(code if isinstance(code, int) else 0)


def _leave(code: int) -> NoReturn:
    """End the process at once: to take a termbase down object by object costs a tenth of a check (mypy ends so too)."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (BrokenPipeError, ValueError):  # nobody reads any more
        code = 1
    os._exit(code)


def _ended(error: Exception) -> int:
    from toolkit.engines.problem import ModelProblem  # noqa: PLC0415 (only a mistake needs its names)
    from toolkit.files.errors import FileProblem  # noqa: PLC0415 (only a mistake needs its names)
    from toolkit.settings import SettingsError  # noqa: PLC0415 (only a mistake needs its names)

    if isinstance(error, FileProblem | ModelProblem | SettingsError):
        say(str(error))
        return USAGE
    where = ", ".join([f"{type(error).__name__}: {error}", *getattr(error, "__notes__", ())])
    say(f"failed on its own account ({where}); please report it")
    return OURS
