"""Write what the code says of itself: docs/rules.md, docs/commands.md, the table in docs/settings.md, output in README.md.

`make docs` runs it, and a test sees that what lies here is what it would write.
"""

from __future__ import annotations

import importlib
import re
import shlex
import subprocess
import sys
from itertools import groupby
from pathlib import Path

from toolkit.cli import app, baseline, glossary, hook, model
from toolkit.reports.rulebook import chapter, listing
from toolkit.rules import shipped
from toolkit.settings.describe import manual

DOCS = Path(__file__).parent
ROOT = DOCS.parent
GROUPS = {"baseline": baseline, "hook": hook, "glossary": glossary, "model": model}
COMMANDS = (
    *((command.callback.__name__,) for command in app.registered_commands if command.callback),
    *((name, *command) for name, group in GROUPS.items() for command in ((), *((each,) for each in group.COMMANDS))),
)
_TABLE = re.compile(r"^\| Key \|.*\n(?:\|.*\n)+", re.MULTILINE)
_CONSOLE = re.compile(r"```console\n\$ copydesk (.*)\n(?:.*\n)*?```")
_RULES = """# Rules

`copydesk rules` lists these rules, `copydesk rules NAME` prints the manual of one. A family's name selects all of its
rules: `copydesk check --select numbers`. In an example «» mark what the rule points at, and one `zh:` or `en:` line is one
paragraph.

"""
_COMMANDS = """# Commands

Exit status of every command: 0 all is well, 1 `check` or a hook found something at or above `--fail-on`, or `gate` holds
the article, 2 something was asked for that cannot be done (an unknown option, a file that cannot be read, a mistake in the
settings or in a glossary), 3 a failure of ours, 130 interrupted. Where a file cannot be read, the others are still checked,
and 2 beats 1. Findings go to standard output; everything else goes to standard error.

"""


def pages() -> dict[Path, str]:
    """The text of every generated page."""
    settings = DOCS / "settings.md"
    return {
        DOCS / "rules.md": _RULES + rules(),
        DOCS / "commands.md": _COMMANDS + commands(),
        settings: _TABLE.sub(lambda _: manual(), settings.read_text("utf-8"), count=1),
        ROOT / "README.md": _CONSOLE.sub(_shown, (ROOT / "README.md").read_text("utf-8")),
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
    return "\n".join(f"## {' '.join(('copydesk', *name))}\n\n```\n{_help(*name)}```\n" for name in ((), *COMMANDS))


def _help(*command: str) -> str:
    return _out(*command, "--help").replace("python -m toolkit.cli", "copydesk")


def _shown(block: re.Match[str]) -> str:
    """A command of the README with what it prints today."""
    return f"```console\n$ copydesk {block[1]}\n{_out(*shlex.split(block[1]))}```"


def _out(*arguments: str) -> str:
    command = [sys.executable, "-m", "toolkit.cli", *arguments]
    done = subprocess.run(command, cwd=ROOT, env={"PATH": ""}, capture_output=True, check=False)
    return done.stdout.decode("utf-8")


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
