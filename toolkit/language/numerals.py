"""Numbers written in Chinese characters or English words, as values."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from toolkit.core.pattern import pattern

LIMIT = 24  # longest run of digits that is still a figure and not a code
_DIGITS = {
    d: n for n, ds in enumerate(("零〇○", "一壹", "二两贰", "三", "四", "五", "六", "七", "八", "九")) for d in ds
}
_SMALL = {"十": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_PIECE = pattern(r"\d(?:[,\s]?\d)*(?:\.\d+)?|\S")
_GROUPING = pattern(r"[,\s]")
_POINT = pattern(r"(.*)点([零〇○一二三四五六七八九]+)(.*)", re.DOTALL)
_NEIGHBOURS = pattern(r"(.*?[十百千万亿]|)(?=(一两|一二|两三|二三|三四|四五|五六|六七|七八|八九))(.)(.)([十百千万亿]*)")
_VAGUE = pattern(r"[几数]")

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ONES = {word: n for n, word in enumerate(_ONES)}
TENS = {word: 10 * n for n, word in enumerate(_TENS, 2)}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}


def chinese_number(text: str) -> float | None:
    """The value of a Chinese numeral, Arabic digits and characters mixed as in news; None where it is none.

    >>> [chinese_number(text) for text in ("一万六", "1.2万亿", "3亿5000万", "二〇一九", "三点五", "千")]
    [16000.0, 1200000000000.0, 350000000.0, 2019.0, 3.5, 1000.0]
    """
    if not 0 < len(text) <= LIMIT:
        return None
    point = _POINT.fullmatch(text)
    if point:
        whole = chinese_number(point[1])
        text = "" if whole is None else f"{whole:.0f}.{''.join(str(_DIGITS[d]) for d in point[2])}{point[3]}"
    value = _chinese(text) if text else None
    return None if value is None else float(value)


def _chinese(text: str) -> Decimal | None:
    total = section = Decimal(0)
    held: Decimal | None = None
    last = 0
    for piece in _PIECE.findall(text):
        if piece in _DIGITS:
            held = Decimal(_DIGITS[piece]) if held is None else held * 10 + _DIGITS[piece]
        elif piece in _SMALL:
            section += (1 if held is None else held) * _SMALL[piece]
            held, last = None, _SMALL[piece]
        elif piece in _LARGE:
            section += held or 0
            scale = _LARGE[piece]
            total = (total + section or Decimal(1)) * scale if scale > (total or 1) else total + section * scale
            section, held, last = Decimal(0), None, scale
        elif piece[0].isdecimal():
            held = Decimal(_GROUPING.sub("", piece))
        else:
            return None
    if held is not None and last >= 100 and text[-1] in _DIGITS and (text[-2] in _SMALL or text[-2] in _LARGE):
        held = held * last / 10
    return total + section + (held or 0)


@lru_cache(maxsize=4096)
def chinese_range(text: str) -> tuple[float, float] | None:
    """The least and greatest value of a Chinese numeral, exact or loose; None where it is none.

    >>> [chinese_range(text) for text in ("一万六七千", "十五六", "几十万", "十几", "七")]
    [(16000.0, 17000.0), (15.0, 16.0), (200000.0, 900000.0), (11.0, 19.0), (7.0, 7.0)]
    """
    if len(text) > LIMIT:
        return None
    loose = _VAGUE.search(text)
    if loose:
        first = loose.start() == 0
        low, high = (chinese_number(_VAGUE.sub(digit, text, count=1)) for digit in ("二九" if first else "一九"))
        return None if low is None or high is None else (low, high)
    pair = _NEIGHBOURS.fullmatch(text)
    if pair:
        low, high = (chinese_number(pair[1] + digit + pair[5]) for digit in (pair[3], pair[4]))
    else:
        low = high = chinese_number(text)
    return None if low is None or high is None else (low, high)


def english_number(text: str) -> float | None:
    """The value of an English number in words ("a" and "and" allowed inside); None where the words are no number.

    >>> [english_number(text) for text in ("two and a half million", "a million and a half", "two three")]
    [2500000.0, 1500000.0, None]
    """
    total = section = 0.0
    free, last = 1e9, 1
    for word in re.split(r"[\s-]+", text.lower()):
        if word in ONES or word in TENS:
            value = ONES[word] if word in ONES else TENS[word]
            if free <= value:
                return None
            section, free = section + value, 10 if word in TENS else 0
        elif word == "half":
            section, total = (section + 0.5, total) if section or not total else (0.0, total + last * 0.5)
        elif (scale := SCALES.get(word.removesuffix("s"), 0)) in (100, 12):
            section, free = (section or 1) * scale, 100
        elif scale:
            total, section, free, last = total + (section or 1) * scale, 0.0, 1e9, scale
        elif word not in ("a", "an", "and"):
            return None
    return total + section
