"""Read files that are damaged at random: each must be read or refused in one line, and within two seconds.

    python corpora/bench/fuzz_formats.py [--files 2000] [--paragraphs 24] [--seed 1] [FORMAT]...

What is read is also changed in one place and read again. Prints, for each reader, how many were read and refused, and the
slowest; exit 1 where a reader failed or was slow. Then paragraphs of 30,000 code points, made of scraps, are fixed with and
without Chinese as long (in characters a third), as text, Markdown and HTML, safely and not, each within two seconds of
processor time too.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter

from formats import ENDINGS, damage, damaged_docx, make

from toolkit.api import check_text, fix_text, open_desk
from toolkit.core import Article, Document, Edit, Text
from toolkit.files.article import parse
from toolkit.files.bilingual import BILINGUAL, parse_bilingual
from toolkit.files.decode import decode
from toolkit.files.docx import parse_docx
from toolkit.files.edits import edited
from toolkit.files.errors import Unreadable, Unwritable

LIMIT = 2.0
LONGEST = 30_000
SCRAPS = (
    'The the said rose fell 12.5 percent , . ( ) " “ ” << >> ** <a href="https://example.org/a"> </a> [words]( '
    "(https://example.org/b) R = NOFOLLOW TARGET = _Blank> June 19, 2024 high -end Asimai Asimai's BIS 3.4 billion"
).split(" ")
CHINESE = "公司 表示 ， 。 出口 增长 12.5% 34亿 2024年6月19日 周三 阿斯麦 “ ” （ ） 商务部 ，".split(" ")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("formats", nargs="*", default=list(ENDINGS))
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--paragraphs", type=int, default=24)
    asked = parser.parse_args()
    faults = sum(fuzz(form, asked.files, asked.seed) for form in asked.formats)
    return int(faults + mend(asked.paragraphs, asked.seed) > 0)


def mend(paragraphs: int, seed: int) -> int:
    """How many hostile paragraphs take too long to fix."""
    desk, took = open_desk()[0], [0.0]
    check_text("A minister said so.", "部长如是说。", desk=desk)
    for n in range(paragraphs):
        rng = random.Random(f"fix {seed} {n}")
        english = " ".join(rng.choices(SCRAPS, k=LONGEST))[:LONGEST]
        chinese = "".join(rng.choices(CHINESE, k=LONGEST))[: LONGEST // 3] if n % 2 else None
        form = ("text", "markdown", "html")[n % 3]
        started = time.process_time()
        fix_text(english, chinese, form=form, desk=desk, unsafe=n % 4 > 1)
        took.append(time.process_time() - started)
    slow = sum(one > LIMIT for one in took)
    print(f"fix     {paragraphs} paragraphs: {slow} slow; slowest {max(took) * 1000:.0f} ms")
    return slow


def fuzz(form: str, files: int, seed: int) -> int:
    """How many of the files made a reader fail, or took it too long."""
    counts: Counter[str] = Counter()
    slowest = 0.0
    for n in range(files):
        rng = random.Random(f"{form} {seed} {n}")
        data = make(form, rng.randrange(500)).data
        data = damaged_docx(data, rng) if form == "docx" else damage(data, rng)
        started = time.perf_counter()
        try:
            counts[attempt(data, f"a{ENDINGS[form]}", rng)] += 1
        except Exception:  # noqa: BLE001 (whatever it is, it is what this script looks for)
            counts["failed"] += 1
            print(f"{form} seed {seed} file {n}", file=sys.stderr)
            traceback.print_exc()
        took = time.perf_counter() - started
        slowest = max(slowest, took)
        counts["slow"] += took > LIMIT
    told = ", ".join(f"{counts[name]} {name}" for name in ("read", "refused", "failed", "slow"))
    print(f"{form:7} {files} files: {told}; slowest {slowest * 1000:.0f} ms")
    return counts["failed"] + counts["slow"]


def attempt(data: bytes, path: str, rng: random.Random) -> str:
    """Read a file, and if it can be read, change a word of it: what comes of it must be read too, all else as it was."""
    try:
        found = read(data, path)
    except Unreadable as problem:
        if "\n" in str(problem):
            raise ValueError("a complaint of more than one line") from problem
        return "refused"
    n = rng.randrange(len(found.paragraphs)) if found.paragraphs else -1
    made = one_edit(found.paragraphs[n].text, rng) if n >= 0 else None
    try:
        changed = edited(data, path, [made] if made else [])
    except (Unreadable, Unwritable):
        return "read"
    after = read(changed, path)
    if prose(after, n) != prose(found, n) and len(after.paragraphs) == len(found.paragraphs):
        raise ValueError("an edit of one paragraph changed another")
    return "read"


def prose(article: Article, but: int) -> list[str]:
    """The paragraphs but one."""
    return [paragraph.text.prose for n, paragraph in enumerate(article.paragraphs) if n != but]


def read(data: bytes, path: str) -> Article:
    """The English of a file of that name."""
    ending = path[path.rindex(".") :]
    if ending == ".docx":
        return parse_docx(data, path)
    if ending in BILINGUAL:
        document: Document = parse_bilingual(decode(data, path), path, BILINGUAL[ending])
        return document.target
    return parse(decode(data, path), path, "text")


def one_edit(text: Text, rng: random.Random) -> Edit | None:
    """An edit of a stretch of one paragraph; None where the file has no way to write it."""
    a, b = sorted(rng.randrange(len(text.prose) + 1) for _ in range(2))
    return text.edit((a, min(b, a + 5)), rng.choice(["", "x", 'R&D "<a>", ; \\ %', "中"]))


if __name__ == "__main__":
    sys.exit(main())
