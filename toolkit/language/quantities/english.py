"""Figures in English prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from toolkit.core.pattern import pattern
from toolkit.language.numerals import LIMIT, ONES, SCALES, TENS, english_number
from toolkit.language.quantities.measures import MEASURES
from toolkit.language.quantities.quantity import FRACTION, MULTIPLE, ORDINAL, PLAIN, Quantity

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
ORDINALS = {word: n for n, word in enumerate(_ORDINALS, 1)} | {
    word[:-1] + "ieth": n for word, n in TENS.items()
} | {"hundredth": 100}  # fmt: skip
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4} | {
    f"{word}{end}": n for word, n in ORDINALS.items() if n > 4 for end in ("", "s")
}
_FOLDS = {2: "doubl", 3: "tripl", 4: "quadrupl", 5: "quintupl"}
_TIMES = (
    {f"{stem}{end}": n for n, stem in _FOLDS.items() for end in ("e", "es", "ed", "ing")}
    | {f"{word}fold": n for word, n in ONES.items() if n > 1}
    | {"twice": 2, "thrice": 3}
)
_LOOSE = {"tens": 20.0, "dozens": 24.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9}
_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "hundred": 2, "lakh": 5, "crore": 7, "k": 3,
           "m": 6, "mn": 6, "mln": 6,
           "b": 9, "bn": 9, "bln": 9, "tn": 12, "trn": 12}  # fmt: skip
_SIGN = pattern(
    r"(?:(?<![a-z])(?:(?:us|hk|nt|mop|ca|au)\s?\$|cn¥|(?<!['’])[sac]\$|(?:rmb|cny|usd|hkd|eur|jpy|gbp|sgd|twd|rs)\.?\s?)|[$€£¥￥])$"
)
_SIGNS = {sign.lower(): unit for unit, measure in MEASURES.items() for sign in measure.signs}
_MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)"
)
_BEFORE_MONTH = pattern(
    rf"\s(?:of\s)?{_MONTH}(?!\w)|\s?[ap]\.?m\b|:\s?\d\d(?!\d)|\so['’]clock|(?:\s?(?:-|–|to|and|or)\s?\d{{1,2}}\s{_MONTH}(?!\w))"
)
_AFTER_MONTH = pattern(rf"\b{_MONTH}\.?\s(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:-|–|to|and|or)\s?)?$")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_FIGURE = pattern(
    r"\d(?:(?<![\w.,/:]\d)|(?<=rmb\d)|(?<=cny\d)|(?<=usd\d)|(?<=hkd\d)|(?<=rs\d))"
    r"(?<![a-z][-–]\d)(?<!\d:\s\d)(?<!\d{4}[-–]\d)(?<!\d-\d-\d)"
    r"(?:\d{0,2}(?>(?:(?: ,|[,\u00a0\u202f ])\d{3})+)(?!\d)|\d*+)(?>(?:\.\d++)?)"
    rf"(?:(?P<ordinal>st|nd|rd|th)|/(?P<under>\d++)|\+?[ -]?(?P<scale>{_any(_POWERS)})s?)?(?!\w)(?![:.,]\d|-\d+-\d)"
)
_WORD = _any([*ONES, *TENS, *SCALES, "half"])
_SPELT = pattern(
    rf"(?:(?P<top>an?|one|two|three|four|five|six|seven|eight|nine)[ -](?P<part>{_any(_PARTS)})"
    rf"|(?P<words>(?:an? )?(?:{_WORD})(?>(?:[ -](?:and[ -])?(?:an?[ -])?(?:{_WORD})\b){{0,12}}))"
    rf"|(?P<loose>{_any(_LOOSE)})(?: of (?P<of>thousands|millions|billions|trillions))?"
    rf"|(?P<alone>{_any([*ORDINALS, *_TIMES])}))(?!\w)",
)
_LETTERS = pattern("[a-z]+")
_TRIGGERS = frozenset([*ONES, *TENS, *SCALES, *_LOOSE, *ORDINALS, *_TIMES, *_PARTS])
_ARTICLE = pattern("(?<![a-z-])an?[ -]$")
_UNITS = {name.lower(): unit for unit, measure in MEASURES.items() for name in measure.english}
_UNIT = pattern(rf"[ -]?({_any(map(re.escape, _UNITS))})(?:s\b|(?!\w))")
_TO = pattern(r"\s?(?:-|–|—|~|-?\s?to|-?\s?and|-?\s?or)\s?(?:about |around )?\S{0,4}")
_BETWEEN = pattern(r"between\s(?:about |around |an? )?\S{0,4}$")
_ABOUT = frozenset(
    {
        *("about", "around", "some", "nearly", "almost", "over", "approximately", "roughly", "than", "to", "least"),
        *("most", "under", "above", "exceed", "exceeds", "exceeded", "exceeding", "beyond", "below", "within"),
        *("estimated", "many", "much", "another", "upwards"),
    }
)
_LATER = pattern(r"\+|\s?(?:or so|or more|or less|odd|plus)\b")
_PLAIN = pattern(r"\d(?: ?[,\u00a0\u202f ]?\d)*(?:\.\d+)?")
_MILITARY = pattern(r"(?:[01]\d|2[0-4])[0-5]\d")
_GROUPING = pattern(r"[,\s]")
_BARE = pattern(r"one|(?:1[5-9]|20)\d\d")


@lru_cache(maxsize=4096)
def english_quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of English prose in reading order; bare years, times, "one" and digits inside names are left out.

    >>> [(q.low, q.high, q.unit) for q in english_quantities("3.5 percent of 12 to 14 million, or $3-5 billion")]
    [(3.5, 3.5, 'percent'), (12000000.0, 14000000.0, ''), (3000000000.0, 5000000000.0, 'USD')]
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    found: list[Quantity] = []
    for one in sorted([*_figures(lowered), *_spelt(lowered)]):
        last = found[-1] if found else None
        if last is None or one.start - last.end >= 12:
            found.append(one)
        elif joined := _joined(lowered, last, one):
            found[-1] = joined
        elif one.start >= last.end:
            found.append(one)
    return tuple(found) if lowered == text else tuple([Quantity(*one[:7], text[one.start : one.end]) for one in found])


def _figures(text: str) -> Iterator[Quantity]:
    for match in _FIGURE.finditer(text):
        sign = _SIGN.search(text, max(0, match.start() - 5), match.start()) if match.start() else None
        value, unit = _digits(match, _GROUPING.sub("", sign[0]).rstrip(".") if sign else "")
        if value is not None:
            start = sign.start() if sign else match.start()
            yield from _measured(text, Quantity(start, match.end(), *value, unit))


def _spelt(text: str) -> Iterator[Quantity]:
    if _TRIGGERS.isdisjoint(_LETTERS.findall(text)):
        return
    done = 0
    for word in _LETTERS.finditer(text):
        if word[0] not in _TRIGGERS or word.start() < done or text[word.start() - 1 : word.start()] == "-":
            continue
        article = _ARTICLE.search(text, max(0, word.start() - 3), word.start())
        start = article.start() if article else word.start()
        match = _SPELT.match(text, start)
        value, unit = _worded(match) if match else (None, PLAIN)
        if match and value is not None:
            done = match.end()
            yield from _measured(text, Quantity(start, done, *value, unit, words=True))


def _measured(text: str, one: Quantity) -> Iterator[Quantity]:
    """A bare figure with the unit behind it, unless it is a year, a time or a day of the month."""
    start, end, low, high, unit, _, words, _ = one
    measure = _UNIT.match(text, end) if unit not in (ORDINAL, FRACTION) else None
    if measure and measure[1] == "hour" and _MILITARY.fullmatch(text, start, end):
        return
    if measure:
        end, unit = measure.end(), unit or _UNITS[measure[1]]
    elif unit in (PLAIN, ORDINAL) and (_BARE.fullmatch(text, start, end) or (low <= 31 and _dated(text, start, end))):
        return
    before = text[max(0, start - 16) : start].split()
    loose = low != high or (bool(before) and before[-1] in _ABOUT) or _LATER.match(text, end) is not None
    yield Quantity(start, end, low, high, unit, loose, words, text[start:end])


def _dated(text: str, start: int, end: int) -> bool:
    return bool(_BEFORE_MONTH.match(text, end) or _AFTER_MONTH.search(text, max(0, start - 24), start))


def _digits(match: re.Match[str], sign: str) -> tuple[tuple[float, float] | None, str]:
    figure = _PLAIN.match(match[0])
    digits = _GROUPING.sub("", figure[0]) if figure else ""
    if not 0 < len(digits) <= LIMIT:
        return None, PLAIN
    if match["under"]:
        value = float(digits) / (float(match["under"][:LIMIT]) or 1.0)
        return ((value, value), FRACTION) if value < 1 else (None, PLAIN)
    scale = match["scale"] or ""
    if scale in ("m", "b") and not sign:
        return (float(digits),) * 2, scale
    value = float(Decimal(digits).scaleb(_POWERS[scale]) if scale else digits)
    return (value, value), ORDINAL if match["ordinal"] else _SIGNS.get(sign, sign.upper())


def _worded(match: re.Match[str]) -> tuple[tuple[float, float] | None, str]:
    if match["part"]:
        value = (english_number(match["top"]) or 1.0) / _PARTS[match["part"]]
        return (value, value), FRACTION
    if match["loose"]:
        low = _LOOSE[match["loose"]] * 10.0 ** _POWERS.get((match["of"] or "")[:-1], 0)
        return (low, low * 4.999), PLAIN
    if match["alone"]:
        word = match["alone"]
        return ((_TIMES[word],) * 2, MULTIPLE) if word in _TIMES else ((float(ORDINALS[word]),) * 2, ORDINAL)
    if match["words"] == "half":
        return (0.5, 0.5), FRACTION
    exact = english_number(match["words"])
    return (None if exact is None else (exact, exact)), PLAIN


def _joined(text: str, one: Quantity, two: Quantity) -> Quantity | None:
    """Two figures as a range; the first takes the scale and unit of the second where it has none."""
    between = _TO.fullmatch(text, one.end, two.start)
    if not between or ORDINAL in (one.unit, two.unit) or one.low != one.high or two.low != two.high:
        return None
    if "and" in between[0] and not _BETWEEN.search(text, max(0, one.start - 20), one.start):
        return None
    low, high = one.low, two.high
    scale = _scale(two.text)
    if scale > 1 and _scale(one.text) == 1 and low * scale < high:
        low *= scale
    if not low < high or not (
        one.unit in (PLAIN, two.unit) or (two.unit == PLAIN and not one.text[-1].isalpha() and one.text[-1] != "%")
    ):
        return None
    return Quantity(
        one.start,
        two.end,
        low,
        high,
        two.unit or one.unit,
        one.approx or two.approx,
        one.words,
        text[one.start : two.end],
    )


def _scale(text: str) -> float:
    words = _SCALED.findall(text)
    return 10.0 ** _POWERS[words[-1]] if words else 1.0


_SCALED = pattern(rf"(?<![a-z])(?:{_any(_POWERS)})(?![a-z])")
