"""Measure what fixes change in copy that professionals wrote, by rule, and show every change.

    python corpora/bench/sound.py ENGLISH [CHINESE] [--unsafe] [--show]

ENGLISH and CHINESE are text files that match line by line, as the reference translations of WMT do; ten lines make an
article, each a paragraph. Without CHINESE the copy is fixed alone. Prints how many lines are changed, and for each rule in
how many of these it has such a fix; --show prints what becomes of what. Whatever is changed in sound copy, an editor has to
read.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from toolkit.api import fix_text, open_desk
from toolkit.core import Applicability

ARTICLE = 10
AROUND = 40


class Change(NamedTuple):
    """A line before and after, its number (from 1), and the rules whose fixes lie in it."""

    number: int
    before: str
    after: str
    rules: frozenset[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("english", type=Path)
    parser.add_argument("chinese", type=Path, nargs="?")
    parser.add_argument("--unsafe", action="store_true")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    english = lines(asked.english)
    chinese = lines(asked.chinese) if asked.chinese else None
    found = list(changes(english, chinese, unsafe=asked.unsafe))
    rate = f", 1 in {len(english) / len(found):.0f}" if found else ""
    print(f"{len(found)} of {len(english):,} lines changed{rate}")
    for rule, count in Counter(rule for one in found for rule in one.rules).most_common():
        print(f"{count:5} {rule}")
    for one in found if asked.show else ():
        print(f"\n{one.number}: {', '.join(sorted(one.rules))}", *shown(one.before, one.after), sep="\n    ")


def lines(path: Path) -> list[str]:
    """The lines of a file, none empty, so that a line stays one paragraph."""
    return [line.strip() or "-" for line in path.read_text("utf-8").removesuffix("\n").split("\n")]


def changes(english: list[str], chinese: list[str] | None, *, unsafe: bool) -> Iterator[Change]:
    """The lines that a fix changes."""
    desk = open_desk()[0]
    least = Applicability.UNSAFE if unsafe else Applicability.SAFE
    for first in range(0, len(english), ARTICLE):
        copy = english[first : first + ARTICLE]
        source = "\n\n".join(chinese[first : first + ARTICLE]) if chinese else None
        done = fix_text("\n\n".join(copy), source, desk=desk, unsafe=unsafe)
        at = 0
        for n, (before, after) in enumerate(zip(copy, done.after.document.target.raw.split("\n\n"), strict=True)):
            rules = frozenset(
                finding.rule
                for finding in done.before.findings
                for fix in finding.flag.fixes
                if fix.applicability >= least and at <= fix.edits[0].span.start <= at + len(before)
            )
            if before != after:
                yield Change(first + n + 1, before, after, rules)
            at += len(before) + 2


def shown(before: str, after: str) -> Iterator[str]:
    """What becomes of what, with a few words around it."""
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield f"{before[max(0, a - AROUND) : a]}[{before[a:b]} → {after[c:d]}]{before[b : b + AROUND]}"


if __name__ == "__main__":
    main()
