"""How long `copydesk check` of one demo article takes, against a bare `python -c pass`, and what each import costs.

    python corpora/bench/startup.py [--runs 10] [ARTICLE]

Medians of alternating runs, so that a busy machine slows both alike.
"""

from __future__ import annotations

import argparse
import compileall
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
ARTICLE = HERE.parent / "demo" / "mangled" / "chip-controls.en.txt"
LIMIT = 25
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)")
_TYPER = "import typer; app = typer.Typer(rich_markup_mode=None); app.command()(lambda: None); app([])"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("article", type=Path, nargs="?", default=ARTICLE)
    parser.add_argument("--runs", type=int, default=10)
    asked = parser.parse_args()
    check = [sys.executable, "-m", "toolkit.cli", "check", str(asked.article)]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "a Typer application": [sys.executable, "-c", _TYPER],
        "copydesk check": check,
    }
    compileall.compile_dir(str(HERE.parent.parent / "toolkit"), quiet=1)  # as in an installed package
    medians = measure(commands, asked.runs)
    bare = medians["python -c pass"]
    print(f"start-up: median of {asked.runs} runs each, taken in turn")
    for name, seconds in medians.items():
        print(f"  {seconds * 1000:7.1f} ms  {seconds / bare:5.1f} x  {name}")
    print("imports of copydesk check, in milliseconds without those that each imports itself:")
    for name, milliseconds in imports(check):
        print(f"  {milliseconds:7.1f}  {name}")
    ratio = medians["copydesk check"] / bare
    print(f"copydesk check takes {ratio:.1f} times a bare Python (to reach: {LIMIT})")
    return 0


def measure(commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    """Median seconds of each command."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            started = time.perf_counter()
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            taken[name].append(time.perf_counter() - started)
            if done.returncode > 1:
                raise SystemExit(f"{name} exited {done.returncode}: {done.stderr}")
    return {name: statistics.median(times) for name, times in taken.items()}


def imports(command: list[str], shown: int = 25) -> list[tuple[str, float]]:
    """Rooms of ours and packages of others with their own import time, the costliest first."""
    timed = [command[0], "-X", "importtime", *command[1:]]
    done = subprocess.run(timed, capture_output=True, text=True, check=False)
    costs: Counter[str] = Counter()
    for microseconds, module in _IMPORT.findall(done.stderr):
        parts = module.split(".")
        costs[".".join(parts[: 3 if parts[0] == "toolkit" else 1])] += int(microseconds)
    return [(name, cost / 1000) for name, cost in costs.most_common(shown)]


if __name__ == "__main__":
    sys.exit(main())
