"""Figures as an English newsroom writes them."""

from __future__ import annotations

import re

from toolkit.core.pattern import pattern
from toolkit.language.quantities.quantity import Quantity

_NAMES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_PARTS = pattern(
    r"(?P<sign>[^\d]*)(?P<figure>\d[\d,.\u00a0 ]*\d|\d)"
    r"(?P<scale>[ -]?(?:thousand|million|billion|trillion|hundred|[kmb]n?|tn)\b)?(?P<unit>.*)",
    re.DOTALL | re.IGNORECASE,
)
_TAIL = pattern(
    r"(?:thousand|million|billion|trillion|hundred|dozen|[a-z]+ty|[a-z]+teen|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)(?P<unit>[ -](?!thousand|million|billion|hundred).*)?$",
    re.IGNORECASE,
)


def news_figure(value: float) -> str:
    """A value in digits: thousands set off by commas, millions and more in words, at most as exact as it is given.

    >>> [news_figure(value) for value in (350e6, 16000.0, 3.5, 1.2345e12, 123456789.0)]
    ['350 million', '16,000', '3.5', '1.2345 trillion', '123,456,789']
    """
    for size, name in _NAMES:
        short = f"{value / size:.15g}"
        if value >= size and len(short.partition(".")[2]) <= 4:
            return f"{float(short):,.15g}{name}"
    return f"{value:,.0f}" if value == int(value) and value < 1e15 else f"{value:,.15g}"


def news_range(low: float, high: float) -> str:
    """A value, or two joined by "to" that share their scale.

    >>> news_range(16000.0, 17000.0), news_range(4e6, 6e6)
    ('16,000 to 17,000', '4 million to 6 million')
    """
    return news_figure(low) if low == high else f"{news_figure(low)} to {news_figure(high)}"


def rewritten(english: Quantity, chinese: Quantity) -> str:
    """`english` with the value of `chinese`, its sign and unit kept.

    >>> rewritten(Quantity(0, 0, 0, 0, text="$203 million"), Quantity(0, 0, 2.03e7, 2.03e7))
    '$20.3 million'
    """
    value = news_figure(chinese.low) if chinese.approx else news_range(chinese.low, chinese.high)
    parts = _PARTS.fullmatch(english.text)
    if parts:
        return f"{parts['sign']}{value}{parts['unit']}"
    tail = _TAIL.search(english.text)
    return value + (tail["unit"] or "" if tail else "")
