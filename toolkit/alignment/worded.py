"""Names and terms rendered word by word: which Chinese words an English phrase accounts for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.alignment.capitals import EMPTY, HOLLOW, capitalised
from toolkit.alignment.english import words as english_words
from toolkit.alignment.sighting import Sighting, View
from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.language.pinyin import readings, syllables

_FORWARD = 0.75
_BACK = 0.6
_WIDEST = 8
_TORN = 0.7
_VAGUE = 0.85
_JOINED = pattern("[的和与及]")
_LOOSE = frozenset(
    "的 了 在 是 和 与 及 或 等 对 为 将 被 把 从 向 到 于 以 由 上 中 下 这 那 该 各 每 个 名 位 "
    "家 据 按 并 而 但 也 都 就 还 又".split()
)
_BEFORE = pattern(r"([A-Z][\w-]*)(?:['’]s)? $")
_AFTER = pattern(r" (?:of |for )?([A-Z][\w-]*)")
_HEADS = {
    "organisation": "大学 学院 公司 集团 委员会 协会 学会 联合会 联盟 工会 商会 总会 部 局 厅 署 办公室 研究院 研究所 科学院 "
    "法院 检察院 医院 银行 中心 基金会 政府 党 俱乐部 队 电视台 出版社 博物馆 图书馆 学校 中学 小学 组织 理事会 议会 总局 "
    "委 院 社 机构 交易所 联赛 军".split(),
    "outlet": "日报 晚报 早报 时报 周刊 杂志 电台 通讯社 新闻网 新闻社 新闻 网站 报".split(),
    "place": "省 市 县 区 镇 乡 村 州 岛 山 河 江 湖 海 湾 机场 车站 站 港 广场 公园 大桥 大道 路 街 半岛 地区".split(),
    "event": "奥运会 运动会 博览会 峰会 论坛 会议 大会 展览会 节 杯 锦标赛 公开赛 战争".split(),
    "law": "法 条例 公约 协定 条约 法案 协议 规定".split(),
}
_ENDINGS = sorted(((head, kind) for kind, heads in _HEADS.items() for head in heads), key=lambda pair: -len(pair[0]))


def kind_of(zh: str) -> str:
    """The type of concept that the last characters of a Chinese name tell; a term where they tell nothing.

    >>> kind_of("国家统计局"), kind_of("晨星日报"), kind_of("乡村振兴")
    ('organisation', 'outlet', 'term')
    """
    return next((kind for head, kind in _ENDINGS if len(zh) > len(head) and zh.endswith(head)), "term")


def worded(view: View, persons: Iterable[Span] = ()) -> Iterator[Sighting]:
    """Capitalised phrases of two words or more, each with the Chinese words that it renders; the longest that do well.

    None that holds one of the Chinese names `persons`: a name with its title is no concept.
    """
    taken: list[Span] = []
    persons = tuple(persons)
    for en in sorted(capitalised(view.en), key=lambda span: span.start - span.end):
        if " " not in view.en[en.start : en.end] or any(en.overlaps(other) for other in taken):
            continue
        found = window(view, en)
        if found is None:
            continue
        taken.append(en)
        zh, score = found
        text = view.zh[zh.start : zh.end]
        if view.composed(zh) or _JOINED.search(text) or any(zh.overlaps(person) for person in persons):
            continue
        score *= _torn(view, zh, en)
        kind = kind_of(text)
        yield Sighting(zh, en, score * (_VAGUE if kind == "term" else 1), "worded", kind)


def _torn(view: View, zh: Span, en: Span) -> float:
    """Less than 1 where a neighbour on either side is accounted for by nothing in the other language."""
    score = 1.0
    for word in view.words:
        if word.end == zh.start or word.start == zh.end:
            around = view.zh[word.start : word.end]
            if around not in _LOOSE and not _explained(view, word, view.stems):
                score *= _TORN
    before, after = _BEFORE.search(view.en, max(0, en.start - 30), en.start), _AFTER.match(view.en, en.end)
    for neighbour in (before, after):
        if neighbour and neighbour[1].lower() not in EMPTY:
            wanted = [stem for stem, _ in english_words(neighbour[1])]
            outside = (word for word in view.words if not word.overlaps(zh))
            if not any(_explained(view, word, wanted) for word in outside):
                score *= _TORN
    return score


def window(view: View, en: Span) -> tuple[Span, float] | None:
    """The Chinese words that the English phrase renders, none more, and how well each explains the other.

    None where the English explains less than three quarters of the Chinese, or the Chinese less than 6 in 10 English words.
    """
    stems = [stem for stem, _ in english_words(view.en[en.start : en.end]) if stem not in HOLLOW]
    if not stems:
        return None
    explained = [_explained(view, word, stems) for word in view.words]
    best: tuple[float, int, Span] | None = None
    for first, start in enumerate(view.words):
        if not explained[first]:
            continue
        covered: set[str] = set()
        told = 0
        for last, word in enumerate(view.words[first : first + _WIDEST], first):
            if last > first and view.words[last - 1].end != word.start:
                break
            covered |= explained[last]
            told += (word.end - word.start) * bool(explained[last])
            if not explained[last]:
                continue
            forward = told / (word.end - start.start)
            back = sum(stem in covered for stem in stems) / len(stems)
            score = 0.5 * min(forward, back) + 0.5 * forward * back
            if forward >= _FORWARD and back >= _BACK and (best is None or score > best[0]):
                best = score, first, Span(start.start, word.end)
    return (best[2], round(best[0], 3)) if best and best[2].end - best[2].start > 2 else None


def agreement(view: View, zh: Span, en: Span) -> float:
    """How much the Chinese and the English phrase explain of each other, the lesser share; 0 where one is explained wholly.

    New terms are like that: both languages have a word that the lexicon does not know.
    """
    stems = {stem for stem, _ in english_words(view.en[en.start : en.end]) if stem not in HOLLOW}
    words = view.inside(zh)
    found = [_explained(view, word, stems) for word in words]
    told = sum(word.end - word.start for word, ways in zip(words, found, strict=True) if ways) / (zh.end - zh.start)
    back = len(set().union(*found)) / len(stems) if stems else 0.0
    return 0.0 if max(told, back) == 1 else min(told, back)


def _explained(view: View, word: Span, stems: Iterable[str]) -> set[str]:
    """The stems that a Chinese word may stand behind."""
    text = view.zh[word.start : word.end]
    known = next((forms for span, forms in view.accounted if span == word), None)
    if known is not None:
        return {stem for stem in stems if stem in known}
    translations = view.lexicon.translations(text)
    found = {stem for stem in stems if stem in translations}
    return found | {stem for stem in stems if len(stem) > 1 and stem not in found and _reads(text, stem)}


def _reads(text: str, stem: str) -> bool:
    return any(
        len(way) == len(text) and all(said in readings(char) for said, char in zip(way, text, strict=True))
        for way in syllables(stem)
    )
