"""How fast a termbase of 100,000 concepts loads and matches, and what the shipped glossaries add to a start.

    python corpora/bench/termbase.py [--concepts N] [--runs N]

The synthetic termbase joins characters and syllables by chance, characters as often as the shipped glossaries have them;
its first line of figures is a load without a cache, the second from it, each in a fresh process and ready to search both
ways. Matched are the paragraphs of the demo articles over and over. The shipped glossaries are measured the same way:
what `copydesk check` pays for them is that load, for the rest of its start is the same without.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from toolkit.files.glossaries import load_terms, open_glossary, shipped
from toolkit.glossary import Term
from toolkit.glossary.dump import dump

DEMO = Path(__file__).parent.parent / "demo" / "clean"
SYLLABLES = "ka lo mi ner ta ri so ven da ku pel gar no shi tor an el mu za be".split()
ENOUGH = 1_000_000
LOAD = """
import gc, json, sys, time
gc.set_threshold(200_000)
from pathlib import Path
from toolkit.files.glossaries import open_glossary
from toolkit.glossary import Words
files = [Path(name) for name in sys.argv[1:]]
wall, cpu = time.perf_counter(), time.process_time()
glossary, problems = open_glossary(files)
glossary.find("中国")
words = Words("Chips from China")
glossary.accepted.find(words), glossary.forbidden.find(words)
print(json.dumps([time.perf_counter() - wall, time.process_time() - cpu]))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--concepts", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        table = Path(folder, "synthetic.csv")
        table.write_text(dump(synthetic(asked.concepts)), "utf-8")
        print(f"median wall (and processor) seconds of {asked.runs} runs; load average {os.getloadavg()[0]:.1f}")
        report(f"{asked.concepts:,} synthetic concepts", [table], asked.runs)
        report("the shipped glossaries", shipped(), asked.runs)
        matching("synthetic", [table])
        matching("shipped", shipped())
    return 0


def synthetic(count: int) -> list[Term]:
    """Organisations with one or two Chinese forms of two to six characters, and English ones of one to three words."""
    rng = random.Random(7)
    pool = "".join(form for term in load_terms(shipped())[0] for form in term.sources)

    def chinese() -> str:
        return "".join(rng.choices(pool, k=rng.choice((2, 3, 3, 4, 4, 5, 6)))).strip() or "无"

    def word() -> str:
        return "".join(rng.choices(SYLLABLES, k=rng.choice((2, 3, 4)))).capitalize()

    def concept(n: int) -> Term:
        first = word()
        en = " ".join((first, *(word() for _ in range(rng.choice((0, 1, 1, 2))))))
        alt = (chinese(),) if rng.random() < 0.5 else ()
        wrong = (f"{word()} {word()}",) if rng.random() < 0.3 else ()
        return Term(f"c{n:06d}", "organisation", chinese(), en, alt, (f"{first} {word()}",), wrong)

    return [concept(n) for n in range(count)]


def report(name: str, files: list[Path], runs: int) -> None:
    """Print how long a load takes without and with the cache."""
    cold, warm = [], []
    for _ in range(runs):
        for entry in Path(os.environ["XDG_CACHE_HOME"], "copydesk").glob("*"):
            entry.unlink()
        cold.append(load(files))
        warm.append(load(files))
    for label, taken in (("without a cache", cold), ("from the cache", warm)):
        wall, cpu = (statistics.median(part) for part in zip(*taken, strict=True))
        print(f"  {wall:6.3f} s ({cpu:.3f})  {name}, {label}")


def load(files: list[Path]) -> tuple[float, float]:
    """Wall and processor seconds in a fresh process."""
    command = [sys.executable, "-c", LOAD, *map(str, files)]
    wall, cpu = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return wall, cpu


def matching(name: str, files: list[Path]) -> None:
    """Print how fast Chinese is searched, the best of three."""
    glossary, _ = open_glossary(files)
    once = [part for path in sorted(DEMO.glob("*.zh.txt")) for part in path.read_text("utf-8").split("\n\n")]
    size = sum(len(part.encode()) for part in once)
    times = ENOUGH // size + 1
    taken = []
    for _ in range(3):
        started = time.process_time()
        for _ in range(times):
            for part in once:
                glossary.find(part)
        taken.append(time.process_time() - started)
    hits = sum(len(glossary.find(part)) for part in once)
    speed = size * times / min(taken) / 1e6
    print(f"  {speed:6.1f} MB/s  {name}, {hits} hits in {sum(map(len, once)):,} characters of {len(once)} paragraphs")


if __name__ == "__main__":
    sys.exit(main())
