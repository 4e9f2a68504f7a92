"""Write the pages that say what the code does: docs/rules.md, docs/commands.md and the table in docs/settings.md.

`make docs` runs it, and a test sees that what lies here is what it would write.
"""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from itertools import groupby
from pathlib import Path

from toolkit.cli import app
from toolkit.reports.rulebook import chapter, listing
from toolkit.rules import shipped
from toolkit.settings.describe import manual

DOCS = Path(__file__).parent
COMMANDS = tuple(command.callback.__name__ for command in app.registered_commands if command.callback)
_TABLE = re.compile(r"^\| Key \|.*\n(?:\|.*\n)+", re.MULTILINE)
_RULES = """# Rules

`copydesk rules` lists these rules, `copydesk rules NAME` prints the manual of one. A family's name selects all of its
rules: `copydesk check --select numbers`. In an example «» mark what the rule points at, and one `zh:` or `en:` line is one
paragraph.

"""
_COMMANDS = """# Commands

Exit status of every command: 0 all is well, 1 `check` found something at or above `--fail-on`, 2 something was asked for
that cannot be done (an unknown option, a file that cannot be read, a mistake in the settings or in a glossary), 3 a
failure of ours, 130 interrupted. Where a file cannot be read, the others are still checked, and 2 beats 1. Findings go to
standard output; everything else goes to standard error.

"""


def pages() -> dict[Path, str]:
    """The text of every generated page."""
    settings = DOCS / "settings.md"
    return {
        DOCS / "rules.md": _RULES + rules(),
        DOCS / "commands.md": _COMMANDS + commands(),
        settings: _TABLE.sub(lambda _: manual(), settings.read_text("utf-8"), count=1),
    }


def rules() -> str:
    """The list of all rules, then the chapter of each, family by family."""
    chapters = [f"```\n{listing(shipped())}```\n"]
    for family, members in groupby(shipped(), key=lambda rule: rule.family):
        about = (importlib.import_module(f"toolkit.rules.{family}").__doc__ or "").strip()
        chapters.append(f"## {family}\n\n{about}\n")
        chapters += map(chapter, members)
    return "\n".join(chapters)


def commands() -> str:
    """What `--help` says of the program and of each command, eighty columns wide."""
    return "\n".join(f"## {' '.join(('copydesk', *name))}\n\n```\n{_help(*name)}```\n" for name in ((), *zip(COMMANDS)))


def _help(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "toolkit.cli", *command, "--help"],
        env={"COLUMNS": "100", "TERMINAL_WIDTH": "100", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.replace("python -m toolkit.cli", "copydesk")


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
