"""Measure how broken links and tags are found and mended, on the demo text damaged by a seed.

    python corpora/bench/damage.py [--seed 7] [--each 20] [--show KIND]

A case is two paragraphs of the demo and their Chinese; in both a link (or emphasis, an image, a footnote mark) stands at words
that ANCHORS pairs by hand, and the English one is damaged in one of the KINDS, as web machine translation damages it. Figures,
by kind: found (a finding of the family markup that the sound copy lacks), rebuilt (`fix --unsafe` gives back the sound copy,
character for character), safe (rebuilt without --unsafe), worse (the words that a reader sees differ more from those of the
sound copy than before, a link leads elsewhere or holds none of its words, or there is a new finding), and alone (found without
the Chinese; kinds that leave no trace in the English do not count). ANCHORS were at hand while the rules were written.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from toolkit.files.article import parse
from toolkit.api import Desk, check_text, fix_text, open_desk

DEMO = Path(__file__).parents[1] / "demo" / "clean"
ANCHORS = {
    "chip-controls": (
        "知情人士=people familiar with the matter|美国政府=US government|制造设备=manufacturing equipment|高带宽内存=high-bandwidth memory"
        "|出口管制=export controls|盟国=allies|光刻机巨头=lithography giant|阿斯麦=ASML|东京电子=Tokyo Electron|销售额=sales"
        "|磋商=consultations|军事现代化=military modernisation|荷兰外交部=Dutch Ministry of Foreign Affairs|出口政策=export policy"
        "|经济利益=economic interests|内阁会议=cabinet meeting|例行记者会=regular press conference|国家安全概念=concept of national security"
        "|半导体产业=semiconductor industry|彭博社=Bloomberg|实体清单=Entity List|许可证=licence|人工智能加速器=artificial intelligence accelerators"
        "|英伟达=Nvidia|三星电子=Samsung Electronics|外国直接产品规则=foreign direct product rule|注册资本=registered capital"
        "|中国海关数据=Chinese customs data|集成电路=integrated circuits|长鑫存储=ChangXin Memory Technologies|业内人士=industry insider"
        "|投资者会议=investor meeting|法律法规=laws and regulations|荷兰新政府=new Dutch government|总统选举=presidential election"
    ),
    "ministry-briefing": (
        "电动汽车=electric vehicles|加沙局势=situation in Gaza|国事访问=state visit|双边关系=bilateral relations|贸易伙伴=trading partner"
        "|双边贸易额=Bilateral trade|钱凯港=port of Chancay|总投资=total investment|欧盟委员会=European Commission"
        "|市场经济原则=principles of the market economy|视频会谈=video talks|普通护照持有者=ordinary passport holders"
        "|试行政策=trial policy|国家移民管理局=National Immigration Administration|紧急人道主义援助=emergency humanitarian assistance"
        "|五项原则=Five Principles|海关总署=General Administration of Customs|一带一路=Belt and Road Initiative|安全形势=security situation"
        "|热线=hotline|中国公民=Chinese citizens|发言人林剑=spokesperson Lin Jian"
    ),
}
URLS = (
    "https://www.example.com/news/Asia/Story20240529-3745644",
    "https://news.example.org/china/t20240611_884213.shtml",
    "https://www.example.gov/policy/chips",
    "https://www.example.net/zyxw/202406/c20240625-11441.html",
)
REST = ' rel="nofollow" target="_blank"'
Damage = Callable[[str, str, random.Random], str]
"""From the words and the address to the damaged English."""


def tail(url: str) -> str:
    return url.rpartition("/")[2]


def typo(url: str, dice: random.Random) -> str:
    at = dice.randrange(len("https://www."), len(url))
    return url[:at] + " " + url[at:]


HTML: dict[str, Damage] = {
    "html leaked tag": lambda t, u, _: f'{tail(u)} "R = NOFOLLOW TARGET = _Blank>{t}',
    "html leaked tag, end kept": lambda t, u, _: f'{tail(u)}" rel = "nofollow" target = "_blank">{t}</a>',
    "html leaked behind": lambda t, u, _: f'{t}{tail(u)} "Rel = NOFOLLOW TARGET = _self>',
    "html spaced tags": lambda t, u, _: f'< a href="{u}"{REST}>{t}< / a>',
    "html spaced attributes": lambda t, u, _: f'<a href = " {u} " rel = "nofollow" target = "_blank">{t}</a>',
    "html full-width": lambda t, u, _: f'＜a href="{u}"{REST}＞{t}＜/a＞',
    "html curly": lambda t, u, _: f"<a href=“{u}” rel=“nofollow” target=“_blank”>{t}</a>",
    "html translated attribute": lambda t, u, _: f'<a 链接="{u}" rel="nofollow" 目标="_blank">{t}</a>',
    "html end lost": lambda t, u, _: f'<a href="{u}"{REST}>{t}',
    "html start lost": lambda t, u, _: f"{t}</a>",
    "html end turned start": lambda t, u, _: f'<a href="{u}"{REST}>{t}<a>',
    "html dropped": lambda t, u, _: t,
    "html escaped": lambda t, u, _: f'&lt;a href="{u}"{REST}&gt;{t}&lt;/a&gt;',
    "html torn address": lambda t, u, dice: f'<a href="{typo(u, dice)}"{REST}>{t}</a>',
    "html emptied": lambda t, u, _: f'<a href="{u}"{REST}></a>{t}',
    "html bracket lost": lambda t, u, _: f'a href="{u}"{REST}>{t}</a>',
    "html bracket never closed": lambda t, u, _: f'<a href="{u}"{REST} {t}</a>',
    "html strong spaced": lambda t, u, _: f"< strong> {t} </ strong>",
    "html strong end lost": lambda t, u, _: f"<strong>{t}",
    "html strong dropped slash": lambda t, u, _: f"<strong>{t}<strong>",
}
MARKDOWN: dict[str, Damage] = {
    "md gap": lambda t, u, _: f"[{t}] ({u})",
    "md wide": lambda t, u, _: f"【{t}】（{u}）",
    "md torn address": lambda t, u, _: f"[{t}]({u.replace('://', ': // ')})",
    "md end lost": lambda t, u, _: f"[{t}]({u}",
    "md bracket lost": lambda t, u, _: f"[{t}({u})",
    "md start lost": lambda t, u, _: f"{t}]({u})",
    "md dropped": lambda t, u, _: t,
    "md leaked attributes": lambda t, u, _: f'{tail(u)} "target = _blank" rel = "noopener">{t}',
    "md changed address": lambda t, u, dice: f"[{t}]({typo(u, dice).replace(' ', 'x')})",
    "md swapped brackets": lambda t, u, _: f"({t})[{u}]",
    "md swapped halves": lambda t, u, _: f"({u})[{t}]",
    "md escaped": lambda t, u, _: f"\\[{t}\\]({u})",
    "md words outside": lambda t, u, _: f"[]({u}){t}",
    "md address alone": lambda t, u, _: f"{t} ({u})",
    "md bold padded": lambda t, u, _: f"** {t} **",
    "md bold padded behind": lambda t, u, _: f"**{t} **",
    "md bold half lost": lambda t, u, _: f"**{t}",
    "md bold wide": lambda t, u, _: f"＊＊{t}＊＊",
    "md image torn": lambda t, u, _: f"! [{t}] ({u})",
    "md footnote torn": lambda t, u, _: f"{t}[ ^ 1]",
}
KINDS = HTML | MARKDOWN
SILENT = {"html dropped", "md dropped", "md changed address", "md address alone"}
"""What leaves no trace in the English; alone nobody can find it."""


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


def cases(each: int, seed: int = 7) -> Iterator[Case]:
    """`each` cases of every kind."""
    dice = random.Random(seed)
    places = list(_places())
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
    return (DEMO / f"{name}.{language}.txt").read_text("utf-8").split("\n\n")


def _places() -> Iterator[tuple[list[str], list[str], tuple[str, str]]]:
    """Two Chinese paragraphs, their English, and the words in the first that mean the same."""
    for name, listed in ANCHORS.items():
        zh, en = _text(name, "zh"), _text(name, "en")
        for words in listed.split("|"):
            source, _, target = words.partition("=")
            pairs = [
                (n, m)
                for n, text in enumerate(zh)
                for m, copy in enumerate(en)
                if _once(text, source) and _once(copy, target)
            ]
            if not pairs:
                raise SystemExit(f"{name}: no paragraph has {words} once")
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


def _case(kind: str, place: tuple[list[str], list[str], tuple[str, str]], dice: random.Random) -> Case:
    zh, en, (source, target) = place
    form = "html" if kind in HTML else "markdown"
    url = dice.choice(URLS)
    sides = [_sound(kind, words, url) for words in (source, target)]
    broken = KINDS[kind](target, url, dice)
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
    for case in cases(asked.each, asked.seed):
        if asked.show and asked.show not in case.kind:
            continue
        outcome = judge(case, desk)
        table[case.kind].append(outcome)
        if asked.show and (not outcome.rebuilt or not outcome.found or outcome.worse):
            print(
                f"{case.kind}: {outcome[:5]}\n  zh    {case.zh!r}\n  was   {case.damaged!r}\n  is    {outcome.fixed!r}\n  want  {case.sound!r}"
            )
    print(f"{'kind':28}{'cases':>6}{'found':>7}{'rebuilt':>8}{'safe':>6}{'worse':>6}{'alone':>6}")
    for kind, outcomes in table.items():
        print(_row(kind, outcomes))
    print(_row("all", [one for outcomes in table.values() for one in outcomes]))


def _row(name: str, outcomes: list[Outcome]) -> str:
    def share(values: list[bool]) -> float:
        return sum(values) / len(values) if values else float("nan")

    alone = share([one.alone for one in outcomes if one.alone is not None])
    shares = (share([getattr(one, key) for one in outcomes]) for key in ("found", "rebuilt", "safe"))
    figures = "".join(f"{value:>{width}.2f}" for value, width in zip(shares, (7, 8, 6), strict=True))
    return f"{name:28}{len(outcomes):>6}{figures}{sum(one.worse for one in outcomes):>6}{alone:>6.2f}"


if __name__ == "__main__":
    main()
