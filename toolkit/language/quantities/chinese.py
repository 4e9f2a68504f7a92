"""Figures in Chinese prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from toolkit.core.pattern import pattern
from toolkit.language.numerals import chinese_number, chinese_range
from toolkit.language.quantities.measures import MEASURES
from toolkit.language.quantities.quantity import FRACTION, ORDINAL, PERCENT, PLAIN, Quantity

_HAN = "零〇○一二两三四五六七八九"
_SCALE = "[十百千万亿兆廿卅]"
_WIDE_COMMA = pattern(r"(?<=\d)，(?=\d{3}(?!\d))")
_TIMED = pattern(r"(?<=\d)秒(\d{1,3})(?!\d)")
_WIDE_SIGN = pattern("[０-９％]")
_WIDE = str.maketrans("０１２３４５６７８９．％", "0123456789.%")

# names and idioms in which a numeral is no figure: from the numeral on
_IDIOM = pattern(
    "十[一二三四]五|(?:十[六七八九]|二十)大|九二共识|一国两制|一带一路|三农|千千万|千万(?:别|不要|不能)|千家万户|千方百计|百[度姓货科事]|万[科达分]|五一|六一|七一|八一|三八|五四|九一八|"
    "十一(?=黄金周|长假|假期)|七七事变|[一二三四五六七八九]线|四[川处面季]|三[亚星菱峡明军国维通]|二[维手元战]|六安|九[江龙]|五角大楼|五粮液|"
    "四中全会|[一二三四五六七]中全会|两[会岸国地]|十(?:分(?!之)|[字堰])|百分百|八方|五星|[一二三四五六七八九]一[一二三四五六七八九]"
)
_NAMED = pattern(
    "研究所|中学|小学|医院|附属|人民医院|师|军|集团军|方面军|舰队|频道|产业|世界|财经|夫人|教育|方(?!面军)|三者|者"
)
# a scale that begins a word of its own: 千克, 万科, 百分点
_WORD = "(?<=千)[克米瓦卡赫焦伏字帕]|(?<=万)(?:[科事圣象豪向]|达集)|(?<=百)分[点之]|(?<=亿)[嘉航达]|(?<=兆)[瓦赫字焦]"
_NUMBER = pattern(
    r"(?P<core>(?:\d(?:\d{0,2}(?>(?:[, \u00a0\u202f]\d{3})+)(?!\d)|\d*+)(?>(?:\.\d++)?)"
    f"|[几数](?={_SCALE})|[{_HAN}十百千万亿兆廿卅])"
    rf"(?:[{_HAN}十百千万亿兆廿卅]|几(?![何乎])|点(?=[{_HAN}])|(?<=[万亿千])\d++(?>(?:\.\d++)?)"
    rf"|(?<=\d)[ \u00a0](?=[百千万亿]))*)(?!{_WORD})"
    rf"(?:[ \u00a0]?(?P<odd>[多余]|来(?=[个名年次岁人万亿]))(?P<scale>{_SCALE}*)(?!{_WORD}))?(?P<half>个?半(?![岛导夜数]))?"
)
_UNITS = {name: unit for unit, measure in MEASURES.items() for name in measure.chinese}
_UNIT = pattern(
    r"\s?(?:成(?![为员立都果本功绩就长交品效熟份因分像型]|人(?!民币))|"
    f"(?:{'|'.join(sorted(map(re.escape, _UNITS), key=len, reverse=True))}))"
)
_LOOSE = pattern(r"(?:约|近|逾|超|超过|接近|不到|不足|不下|至少|最多|多达|上|概)(?:为|有|达|至)?$")
_AFTER = pattern(r"[个多]?(?:左右|上下|以上|以下|许)")
_HEAD = pattern(r"(?:第|百分之|(?:US|HK|NT)\$|[$￥¥€£])$")
_HEADS = {"百分之": PERCENT} | {sign: unit for unit, measure in MEASURES.items() for sign in measure.signs}
_SHARED = pattern(r"(?<=\d)[十百千万亿]+(?!\d)")
_TO = pattern(r"\s?(?:[-－–—~～至到、]|——)\s?(?:约|近)?")
_DATE = pattern(r"[月號号](?!码)|日(?!元|均)|时(?!间|速)|[點点](?!五|[一二三四五六七八九]成)|:\d|世纪|年代")
_DATED = frozenset("月號号日时點点:世年财后-")
_YEAR = pattern(
    "(?:1[5-9]|20)\\d\\d(?=年|财年|-\\d{1,2}-)|[零〇○一二三四五六七八九]{4}(?=年)|\\d\\d后|[零〇五六七八九][〇零五]后"
)
_MEASURE = pattern(
    r"[个名位家人次项天年件种只条座艘架辆台部篇届岁场所枚份支张套间层组户辈吨米里斤成倍]|小时|分钟|公里|大洲|百分点|分之"
)


@lru_cache(maxsize=4096)
def chinese_quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of Chinese (Simplified) prose in reading order; dates, clock times, idioms and names are left out.

    >>> [(q.low, q.high, q.unit) for q in chinese_quantities("增长3.5%，约400万至600万人次，每颗一万六七千元。")]
    [(3.5, 3.5, 'percent'), (4000000.0, 6000000.0, ''), (16000.0, 17000.0, 'CNY')]
    """
    text = plain(text)
    found: list[Quantity] = []
    for one in _single(text):
        joined = _joined(text, found[-1], one) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(one)
    return tuple(found)


def plain(text: str) -> str:
    """`text` with full-width digits, percent signs, the commas inside figures and a runner's time in their usual form, its
    length kept.

    >>> plain("３，９００亿，约２％"), plain("以23秒54夺冠")
    ('3,900亿，约2%', '以23.54秒夺冠')
    """
    if _WIDE_SIGN.search(text):
        text = text.translate(_WIDE)
    if "秒" in text:
        text = _TIMED.sub(r".\1秒", text)
    return _WIDE_COMMA.sub(",", text) if "，" in text else text


def _single(text: str) -> Iterator[Quantity]:
    at = 0
    while match := _NUMBER.search(text, at):
        start, at = match.span()
        characters = not match["core"][0].isdecimal()
        if characters and (name := _IDIOM.match(text, start)):
            at = max(at, name.end())
        elif (not characters or _counts(text, match)) and (one := _measured(text, match)):
            at = max(at, one.end)
            yield one


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether characters alone are a figure here: a lone one needs a measure word behind it."""
    core, start, end = match["core"], match.start(), match.end()
    if text.startswith(("第", "之"), max(0, start - 1)) or match["odd"]:
        return True
    if core[0] == "一" and start and text[start - 1] in "唯统同单专归逐划其":
        return False
    if len(core) > 1:
        return core.strip("零〇○") != ""
    return (
        bool(_MEASURE.match(text, end)) if core != "一" else match["half"] == "半" or text.startswith(("倍", "成"), end)
    )


def _measured(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    value = _value(match)
    if value is None or (start and text[start - 1] in "时点" and text.startswith("分", end)):
        return None
    if text[end : end + 1] in _DATED and (_DATE.match(text, end) or _YEAR.match(text, start)):
        return None
    (low, high), words = value, not match["core"][0].isdecimal()
    loose = bool(match["odd"] or _AFTER.match(text, end) or _LOOSE.search(text, max(0, start - 4), start))
    head = _HEAD.search(text, max(0, start - 3), start)
    over = _NUMBER.match(text, end + 2) if text.startswith("分之", end) else None
    if over and (above := _value(over)) and high:
        low, high, end, unit = above[0] / high, above[1] / high, over.end(), FRACTION
    elif match["core"] == "一" and match["half"]:
        low, high, unit = 0.5, 0.5, FRACTION
    elif head and head[0] == "第":
        if _NAMED.match(text, end):
            return None
        unit = ORDINAL
    elif measure := _UNIT.match(text, end):
        end, unit = measure.end(), _UNITS.get(measure[0].strip(), PERCENT)
        low, high = (low * 10, high * 10) if measure[0].strip() == "成" else (low, high)
    else:
        unit = _HEADS[head[0]] if head else PLAIN
    start = head.start() if head else start
    return Quantity(start, end, low, high, unit, loose, words, text[start:end])


def _value(match: re.Match[str]) -> tuple[float, float] | None:
    value = chinese_range(match["core"] + (match["scale"] or ""))
    if value is None or not match["odd"]:
        return (value[0] + 0.5, value[1] + 0.5) if value and match["half"] else value
    digits = f"{value[0]:.0f}"
    step = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return value[0], value[0] + min(step, max(value[0], 1))


def _joined(text: str, one: Quantity, two: Quantity) -> Quantity | None:
    """Two figures as a range, "1200-1400万" sharing the scale of the second."""
    if two.start - one.end > 3 or not _TO.fullmatch(text, one.end, two.start) or ORDINAL in (one.unit, two.unit):
        return None
    low, high = one.low, two.high
    scale = _SHARED.search(two.text)
    if scale and one.text[-1].isdecimal():
        low *= chinese_number(scale[0]) or 1
    if not low < high or one.unit not in (PLAIN, two.unit):
        return None
    return Quantity(
        one.start, two.end, low, high, two.unit, one.approx or two.approx, one.words, text[one.start : two.end]
    )
