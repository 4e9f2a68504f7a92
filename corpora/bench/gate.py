"""How long `copydesk gate` takes from process start for an article of thirty paragraphs, and what it is spent on.

    python corpora/bench/gate.py [--runs 10] [--paragraphs 30]

The paragraphs are those of the clean demo articles, taken in turn. The first run, which may write the cache of the termbase,
is left out. Processor time is told beside the time on the wall, which a busy machine stretches.
"""

from __future__ import annotations

import argparse
import compileall
import itertools
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from startup import imports

from toolkit.files import load

HERE = Path(__file__).parent
DEMO = HERE.parent / "demo" / "clean"
LIMIT = 0.6
_STEPS = """
import sys, time
t = [("interpreter", time.perf_counter())]
import toolkit.cli, toolkit.cli.gate, toolkit.api, toolkit.reports.verdict
t.append(("imports", time.perf_counter()))
from pathlib import Path
desk, _ = toolkit.api.open_desk()
t.append(("termbase and lexicon", time.perf_counter()))
english, chinese = Path(sys.argv[1]).read_text(), Path(sys.argv[2]).read_text()
toolkit.api.gate_text(english, chinese, desk=desk)
t.append(("the article", time.perf_counter()))
print(*(f"{name}\\t{end - begin}" for (_, begin), (name, end) in zip(t, t[1:])), sep="\\n")
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--paragraphs", type=int, default=30)
    asked = parser.parse_args()
    compileall.compile_dir(str(HERE.parent.parent / "toolkit"), quiet=1)  # as in an installed package
    with tempfile.TemporaryDirectory() as folder:
        english, chinese = write(Path(folder), asked.paragraphs)
        command = [sys.executable, "-m", "toolkit.cli", "gate", str(english)]
        timed(command)
        taken = [timed(command) for _ in range(asked.runs)]
        wall, processor = ([each[n] for each in taken] for n in (0, 1))
        print(f"copydesk gate, {asked.paragraphs} paragraphs, {asked.runs} runs from process start, milliseconds:")
        for name, seconds in (("on the wall", wall), ("of the processor", processor)):
            print(
                f"  {statistics.median(seconds) * 1000:6.0f} median  {min(seconds) * 1000:6.0f} least  "
                f"{max(seconds) * 1000:6.0f} most  {name}"
            )
        print("in one process, milliseconds:")
        steps = subprocess.run(
            [sys.executable, "-c", _STEPS, english, chinese], capture_output=True, text=True, check=True
        )
        for line in steps.stdout.splitlines():
            name, _, seconds = line.partition("\t")
            print(f"  {float(seconds) * 1000:6.0f}  {name}")
        print("imports, in milliseconds without those that each imports itself:")
        for name, milliseconds in imports(command, 8):
            print(f"  {milliseconds:6.1f}  {name}")
    print(
        f"to reach: {LIMIT * 1000:.0f} ms; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
    )
    return 0


def write(folder: Path, count: int) -> tuple[Path, Path]:
    """An article of `count` paragraphs that are one to one with their Chinese."""
    english, chinese = folder / "a.en.txt", folder / "a.zh.txt"
    pairs = itertools.cycle(pair for path in sorted(DEMO.glob("*.en.txt")) for pair in both(path))
    taken = list(itertools.islice(pairs, count))
    english.write_text("\n\n".join(one for one, _ in taken) + "\n", "utf-8")
    chinese.write_text("\n\n".join(other for _, other in taken) + "\n", "utf-8")
    return english, chinese


def both(path: Path) -> list[tuple[str, str]]:
    sides = load(path), load(path.with_name(path.name.replace(".en.", ".zh.")))
    english, chinese = ([paragraph.text.prose for paragraph in side.paragraphs] for side in sides)
    return list(zip(english, chinese, strict=True))


def timed(command: list[str]) -> tuple[float, float]:
    """Seconds on the wall and of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1:
        raise SystemExit(f"exited {done.returncode}: {done.stderr}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
