"""Measure how broken links and tags are found and mended, on the demo text damaged by a seed.

    python corpora/bench/damage.py [--seed 7] [--each 20] [--show KIND]

A case is two paragraphs of our own and their Chinese; in both a link (or emphasis, an image, a footnote mark) stands at words
that ANCHORS pairs by hand, and the English one is damaged in one of the KINDS, as web machine translation damages it. Figures,
by kind: found (a finding of the family markup that the sound copy lacks), rebuilt (`fix --unsafe` gives back the sound copy,
character for character), safe (rebuilt without --unsafe), worse (the words that a reader sees differ more from those of the
sound copy than before, a link leads elsewhere or holds none of its words, or there is a new finding), and alone (found without
the Chinese; kinds that leave no trace in the English do not count). The anchors called seen (in the demo) were at hand while
the rules were written, those called held (in the regression pairs) were written down afterwards.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from toolkit.api import Desk, check_text, fix_text, open_desk
from toolkit.files.article import parse

CORPORA = Path(__file__).parents[1]
ANCHORS = Path(__file__).with_name("anchors.tsv")
URLS = (
    "https://www.example.com/news/Asia/Story20240529-3745644",
    "https://news.example.org/china/t20240611_884213.shtml",
    "https://www.example.gov/policy/chips",
    "https://www.example.net/zyxw/202406/c20240625-11441.html",
)
REST = ' rel="nofollow" target="_blank"'
HTML: dict[str, str] = {
    "html leaked tag": '{tail} "R = NOFOLLOW TARGET = _Blank>{t}',
    "html leaked tag, end kept": '{tail}" rel = "nofollow" target = "_blank">{t}</a>',
    "html leaked behind": '{t}{tail} "Rel = NOFOLLOW TARGET = _self>',
    "html spaced tags": '< a href="{u}" rel="nofollow" target="_blank">{t}< / a>',
    "html spaced attributes": '<a href = " {u} " rel = "nofollow" target = "_blank">{t}</a>',
    "html full-width": '＜a href="{u}" rel="nofollow" target="_blank"＞{t}＜/a＞',
    "html curly": "<a href=“{u}” rel=“nofollow” target=“_blank”>{t}</a>",
    "html translated attribute": '<a 链接="{u}" rel="nofollow" 目标="_blank">{t}</a>',
    "html end lost": '<a href="{u}" rel="nofollow" target="_blank">{t}',
    "html start lost": "{t}</a>",
    "html end turned start": '<a href="{u}" rel="nofollow" target="_blank">{t}<a>',
    "html dropped": "{t}",
    "html escaped": '&lt;a href="{u}" rel="nofollow" target="_blank"&gt;{t}&lt;/a&gt;',
    "html torn address": '<a href="{spaced}" rel="nofollow" target="_blank">{t}</a>',
    "html emptied": '<a href="{u}" rel="nofollow" target="_blank"></a>{t}',
    "html bracket lost": 'a href="{u}" rel="nofollow" target="_blank">{t}</a>',
    "html bracket never closed": '<a href="{u}" rel="nofollow" target="_blank" {t}</a>',
    "html strong spaced": "< strong> {t} </ strong>",
    "html strong end lost": "<strong>{t}",
    "html strong dropped slash": "<strong>{t}<strong>",
}
MARKDOWN: dict[str, str] = {
    "md gap": "[{t}] ({u})",
    "md wide": "【{t}】（{u}）",
    "md torn address": "[{t}]({torn})",
    "md end lost": "[{t}]({u}",
    "md bracket lost": "[{t}({u})",
    "md start lost": "{t}]({u})",
    "md dropped": "{t}",
    "md leaked attributes": '{tail} "target = _blank" rel = "noopener">{t}',
    "md changed address": "[{t}]({typo})",
    "md swapped brackets": "({t})[{u}]",
    "md swapped halves": "({u})[{t}]",
    "md escaped": "\\[{t}\\]({u})",
    "md words outside": "[]({u}){t}",
    "md address alone": "{t} ({u})",
    "md bold padded": "** {t} **",
    "md bold padded behind": "**{t} **",
    "md bold half lost": "**{t}",
    "md bold wide": "＊＊{t}＊＊",
    "md image torn": "! [{t}] ({u})",
    "md footnote torn": "{t}[ ^ 1]",
}
KINDS = HTML | MARKDOWN
"""Kinds of damage: what stands in the place of the link. {t} its words, {u} its address, {tail} the last part of that,
{torn} the address with spaces behind its scheme, {spaced} with one somewhere, {typo} with a letter too many."""
SILENT = {"html dropped", "md dropped", "md changed address", "md address alone"}
"""What leaves no trace in the English; alone nobody can find it."""


Place = tuple[list[str], list[str], tuple[str, str]]


class Case(NamedTuple):
    """One damaged article: its Chinese, the sound English, the damaged English, and how it was damaged."""

    kind: str
    form: str
    zh: str
    sound: str
    damaged: str


class Outcome(NamedTuple):
    """What came of a case; `alone` is None where nobody could find it."""

    found: bool
    rebuilt: bool
    safe: bool
    worse: bool
    alone: bool | None
    fixed: str


def cases(each: int, seed: int = 7, anchors: str = "seen") -> Iterator[Case]:
    """`each` cases of every kind, at anchors of that set."""
    dice = random.Random(seed)
    places = list(_places(anchors))
    for kind in KINDS:
        for zh, en, words in dice.sample(places, min(each, len(places))):
            yield _case(kind, (zh, en, words), dice)


def judge(case: Case, desk: Desk) -> Outcome:
    """Check and fix one case."""
    base = _markup(case.sound, case.zh, case, desk)
    found = bool(_markup(case.damaged, case.zh, case, desk) - base)
    alone = None
    if case.kind not in SILENT:
        alone = bool(_markup(case.damaged, None, case, desk) - _markup(case.sound, None, case, desk))
    texts = [
        fix_text(case.damaged, case.zh, form=case.form, desk=desk, unsafe=unsafe).after.document.target.raw
        for unsafe in (True, False)
    ]
    worse = any(is_worse(text, case, desk) for text in texts)
    return Outcome(found, texts[0] == case.sound, texts[1] == case.sound, worse, alone, texts[0])


def is_worse(text: str, case: Case, desk: Desk) -> bool:
    """Whether a copy is worse for its reader than the damaged one was."""
    sound, damaged, fixed = (prose(one, case.form) for one in (case.sound, case.damaged, text))
    if Levenshtein.distance(fixed, sound) > Levenshtein.distance(damaged, sound):
        return True
    links = [link for link in links_of(text) if link not in links_of(case.damaged)]
    right = links_of(case.sound)
    if any(url not in dict(right) or not set(words.split()) & set(dict(right)[url].split()) for url, words in links):
        return True
    before, after = (_said(one, case, desk) for one in (case.damaged, text))
    return bool(after - before)


def prose(text: str, form: str) -> str:
    """What a reader sees."""
    return "\n".join(paragraph.text.prose for paragraph in parse(text, "copy", form).paragraphs)


def links_of(text: str) -> list[tuple[str, str]]:
    """Addresses with the words that lead there."""
    html = re.findall(r'<a href="([^"]*)"[^<>]*>([^<>]*)</a>', text)
    return html + [(url, words) for words, url in re.findall(r"\[([^\[\]]*)\]\(([^()\s]*)\)", text)]


def _said(en: str, case: Case, desk: Desk) -> Counter[str]:
    return Counter(one.rule for one in check_text(en, case.zh, form=case.form, desk=desk).findings)


def _markup(en: str, zh: str | None, case: Case, desk: Desk) -> Counter[tuple[str, str]]:
    run = check_text(en, zh, form=case.form, desk=desk)
    return Counter((one.rule, one.flag.message) for one in run.findings if one.rule.startswith("markup/"))


@cache
def _text(name: str, language: str) -> list[str]:
    if name.isdecimal():
        lines = (CORPORA / "regression" / "pairs.jsonl").read_text("utf-8").splitlines()
        row = json.loads(lines[int(name)])
        fault, text = row["fault"], row[language]
        return [text.replace(fault, row["expected"]) if fault and language == "en" else text]
    return (CORPORA / "demo" / "clean" / f"{name}.{language}.txt").read_text("utf-8").split("\n\n")


def _places(anchors: str) -> Iterator[Place]:
    """Two Chinese paragraphs, their English, and the words in the first that mean the same."""
    with ANCHORS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["set"] == anchors]
    for row in rows:
        source, target = row["zh"], row["en"]
        zh, en = _text(row["article"], "zh"), _text(row["article"], "en")
        numbered = ((n, m) for n in range(len(zh)) for m in range(len(en)))
        pairs = [(n, m) for n, m in numbered if _once(zh[n], source) and _once(en[m], target)]
        if not pairs:
            raise SystemExit(f"{row['article']}: no paragraph has {source} and {target} once")
        n, m = max(pairs, key=lambda pair: (_kinship(zh[pair[0]], en[pair[1]]), -abs(pair[0] - pair[1])))
        yield (
            [zh[n], "编辑说，这篇报道还会更新。"],
            [en[m], "The report will be updated, an editor said."],
            (source, target),
        )


def _once(text: str, words: str) -> bool:
    return text.count(words) == 1


def _kinship(zh: str, en: str) -> int:
    """How many figures two paragraphs have in common."""
    return len(set(re.findall(r"\d+", zh)) & set(re.findall(r"\d+", en)))


def _case(kind: str, place: Place, dice: random.Random) -> Case:
    zh, en, (source, target) = place
    form = "html" if kind in HTML else "markdown"
    url = dice.choice(URLS)
    sides = [_sound(kind, words, url) for words in (source, target)]
    at = dice.randrange(len("https://www."), len(url))
    parts = {
        "tail": url.rpartition("/")[2],
        "torn": url.replace("://", ": // "),
        "spaced": f"{url[:at]} {url[at:]}",
        "typo": f"{url[:at]}x{url[at:]}",
    }
    broken = KINDS[kind].format(t=target, u=url, **parts)
    texts = [
        (zh, source, sides[0]),
        (en, target, sides[1]),
        (en, target, broken),
    ]
    made = [
        _article([_plain(text[0], form).replace(words, put, 1), *text[1:]], form, kind) for text, words, put in texts
    ]
    return Case(kind, form, *made)


def _plain(text: str, form: str) -> str:
    return text.replace("&", "&amp;") if form == "html" else text


def _sound(kind: str, words: str, url: str) -> str:
    if "strong" in kind:
        return f"<strong>{words}</strong>"
    if "bold" in kind:
        return f"**{words}**"
    if "image" in kind:
        return f"![{words}]({url})"
    if "footnote" in kind:
        return f"{words}[^1]"
    return f'<a href="{url}"{REST}>{words}</a>' if kind in HTML else f"[{words}]({url})"


def _article(paragraphs: list[str], form: str, kind: str) -> str:
    if form == "html":
        return "".join(f"<p>{text}</p>\n" for text in paragraphs)
    note = "\n\n[^1]: 2024." if "footnote" in kind else ""
    return "\n\n".join(paragraphs) + note + "\n"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--show", default=None, help="print what was not rebuilt of this kind")
    asked = parser.parse_args()
    desk = open_desk()[0]
    table: dict[str, list[Outcome]] = defaultdict(list)
    for anchors in ("seen", "held"):
        table.clear()
        _measure(cases(asked.each, asked.seed, anchors), asked.show, table, desk)
        print(f"{anchors:28}{'cases':>6}{'found':>7}{'rebuilt':>8}{'safe':>6}{'worse':>6}{'alone':>6}")
        for kind, outcomes in table.items():
            print(_row(kind, outcomes))
        print(_row("all", [one for outcomes in table.values() for one in outcomes]))


def _measure(damaged: Iterator[Case], show: str | None, table: dict[str, list[Outcome]], desk: Desk) -> None:
    for case in damaged:
        if show and show not in case.kind:
            continue
        outcome = judge(case, desk)
        table[case.kind].append(outcome)
        if show and (not outcome.rebuilt or not outcome.found or outcome.worse):
            print(f"{case.kind}: {outcome[:5]}")
            for name, text in (("zh", case.zh), ("was", case.damaged), ("is", outcome.fixed), ("want", case.sound)):
                print(f"  {name:5}{text!r}")


def _row(name: str, outcomes: list[Outcome]) -> str:
    def share(values: list[bool]) -> float:
        return sum(values) / len(values) if values else float("nan")

    alone = share([one.alone for one in outcomes if one.alone is not None])
    shares = (share([getattr(one, key) for one in outcomes]) for key in ("found", "rebuilt", "safe"))
    figures = "".join(f"{value:>{width}.2f}" for value, width in zip(shares, (7, 8, 6), strict=True))
    return f"{name:28}{len(outcomes):>6}{figures}{sum(one.worse for one in outcomes):>6}{alone:>6.2f}"


if __name__ == "__main__":
    main()
