"""How many segments a second copydesk checks, against translate-toolkit's pofilter on the same segments in the same run.

    python corpora/bench/throughput.py [--segments FILE.jsonl] [--repeat N]

FILE.jsonl has an object with `source` and `target` a line; without it the demo articles are taken over and over. Measured
are paired text under all default rules, articles that are one to one with their paragraphs paired anew, and pofilter with
its own defaults; then what costs most. pofilter comes with `make bench` and is left out where it is not installed.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import json
import pstats
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from toolkit.api import check_articles, check_document, default_plan, open_desk
from toolkit.core import Article, Document, Segment
from toolkit.files import load, parse
from toolkit.lint import Plan, Rule

DEMO = Path(__file__).parent.parent / "demo"
PARAGRAPHS = 10
LONG = 30
ROUNDS = 3
EVIDENCE = frozenset(
    f"names/{rule}"
    for rule in (
        "replaced-name unread-name unfounded-pinyin varied-name mainland-spelling reversed-name wrong-courtesy "
        "invented-person"
    ).split()
)
Pair = tuple[str, str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--segments", type=Path, help="paragraphs as JSON lines with source and target")
    parser.add_argument(
        "--repeat", type=int, default=0, help="how often to take them; by default until there are 2,000"
    )
    parser.add_argument("--profile", type=int, default=10, help="how many of the costliest functions to print")
    asked = parser.parse_args()
    pairs = segments(asked.segments) if asked.segments else demo()
    pairs *= asked.repeat or max(1, 2000 // max(len(pairs), 1))
    desk, _ = open_desk()
    articles = [article(pairs[at : at + PARAGRAPHS]) for at in range(0, len(pairs), PARAGRAPHS)]
    documents = [joined(*both) for both in articles]
    plan = default_plan()
    check_document(documents[0], desk, plan)
    work: dict[str, Callable[[], float]] = {
        "paired text, all default rules": lambda: timed(lambda: [check_document(one, desk, plan) for one in documents]),
        "with the pairing of paragraphs": lambda: timed(
            lambda: [check_articles(en, zh, desk, plan) for zh, en in articles]
        ),
    }
    if command := shutil.which("pofilter", path=str(Path(sys.executable).parent)):
        work["pofilter (translate-toolkit)"] = lambda: pofilter(command, pairs)
    rounds = [{name: measure() for name, measure in work.items()} for _ in range(ROUNDS)]
    figures = {name: min(taken[name] for taken in rounds) for name in work}
    print(
        f"throughput on {len(pairs):,} segments of {sum(len(zh) for zh, _ in pairs) // len(pairs)} Chinese and "
        f"{sum(len(en) for _, en in pairs) // len(pairs)} English characters, one process, "
        f"the best of {ROUNDS} rounds in turn"
    )
    for name, seconds in figures.items():
        print(f"  {len(pairs) / seconds:8,.0f} segments/s  {name}")
    whole = [article(pairs[at : at + LONG]) for at in range(0, len(pairs) - LONG + 1, LONG)]
    print(f"an article of {LONG} paragraphs, after start, the median of {len(whole)}:")
    for name, rules in (("all default rules", plan), ("without names that no glossary holds", Plan(without(plan)))):
        taken = [timed(lambda both=both, rules=rules: check_articles(both[1], both[0], desk, rules)) for both in whole]
        print(f"  {1000 * statistics.median(taken):8.1f} ms          {name}")
    print(f"what bounds it, the {asked.profile} costliest functions of paired text by their own time:")
    print(profile(lambda: [check_document(one, desk, plan) for one in documents], asked.profile))
    return 0


def without(plan: Plan) -> tuple[Rule, ...]:
    """The rules of a plan that do not ask what became of names without a row."""
    return tuple(rule for rule in plan.rules if rule.name not in EVIDENCE)


def segments(path: Path) -> list[Pair]:
    """Paragraphs that have both languages."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return [(row["source"], row["target"]) for row in rows if row["source"].strip() and row["target"].strip()]


def demo() -> list[Pair]:
    """The paragraphs of the demo articles; the clean ones are one to one."""
    found: list[Pair] = []
    for path in sorted(DEMO.glob("clean/*.en.txt")):
        english, chinese = load(path), load(path.with_name(path.name.replace(".en.", ".zh.")))
        found += [(zh.text.prose, en.text.prose) for zh, en in zip(chinese.paragraphs, english.paragraphs, strict=True)]
    return found


def article(pairs: Iterable[Pair]) -> tuple[Article, Article]:
    """Both languages of some paragraphs, read as files."""
    chinese, english = zip(*((" ".join(zh.split()), " ".join(en.split())) for zh, en in pairs), strict=True)
    return parse("\n\n".join(chinese), "a.zh.txt", "text"), parse("\n\n".join(english), "a.en.txt", "text")


def joined(chinese: Article, english: Article) -> Document:
    """The document whose paragraphs are paired in order."""
    both = zip(chinese.paragraphs, english.paragraphs, strict=True)
    paired = tuple(Segment(str(n), zh.text, en.text) for n, (zh, en) in enumerate(both))
    return Document("a", paired, english, chinese)


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def pofilter(command: str, pairs: Iterable[Pair]) -> float:
    """Seconds that pofilter takes for the same segments, its start-up left out."""
    with tempfile.TemporaryDirectory() as folder:
        whole, empty = Path(folder, "whole.po"), Path(folder, "empty.po")
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        empty.write_text(head, "utf-8")
        entries = (
            f"#: {n}\nmsgctxt {json.dumps(str(n))}\nmsgid {quoted(zh)}\nmsgstr {quoted(en)}\n\n"
            for n, (zh, en) in enumerate(pairs)
        )
        whole.write_text(head + "".join(entries), "utf-8")
        seconds = [
            timed(
                lambda path=path: subprocess.run(
                    [command, path, Path(folder, "out.po")], capture_output=True, check=True
                )
            )
            for path in (whole, empty)
        ]
    return seconds[0] - seconds[1]


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def profile(work: Callable[[], object], shown: int) -> str:
    """The functions with the most time of their own."""
    watch = cProfile.Profile()
    watch.runcall(work)
    out = io.StringIO()
    pstats.Stats(watch, stream=out).strip_dirs().sort_stats("tottime").print_stats(shown)
    table = out.getvalue().partition("ncalls")
    return ("  " + table[1] + table[2].replace("\n", "\n  ")).rstrip()


if __name__ == "__main__":
    sys.exit(main())
