"""Figures that are wrong as they stand, with or without the Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Applicability, Fix, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.quantities.writing import news_figure
from toolkit.lint import Context, segment_rule

_LONGEST = 20
_SCALE = "thousand|million|billion|trillion"
_GARBLED = pattern(
    r"\d(?<![\w.,]\d)(?:"
    r"\d{0,2}\.\d+,\d{3}(?![\d,])"  # 5.17,000
    r"|\d{0,2},0\d?(?![\d,.])"  # 26,00
    r"|\d{0,2}(?:,\d{3})*,(?:\d{4,}|\d{3}\d+)(?![\d,.])"  # 1,2345
    r"|(?!(?<=1)[5-9]\d\d,|(?<=2)0\d\d,)\d{3,9},\d{3}(?![\d,.])"  # 4178,027, but not 2019,300
    rf"|[\d.,]*\d?[ -](?:{_SCALE})s? (?:{_SCALE})s?\b"  # 5 million billion
    rf"|[\d.,]*\s[\d.,]*\d (?:{_SCALE})s?\b"  # 5 5 billion
    r"|[\d.,]*\s?(?:%\s?(?:%|percent\b|per cent\b)|(?:percent|per cent) (?:percent|per cent|%))"
    r"|[\d.]*\s(?:b|m|tr)(?:ilion|illon|illlion|llion|illioin|iliion)s?\b"  # billon
    r"|[\d.]*\sthous(?:nad|and and|adn|nd)s?\b)",
    re.IGNORECASE,
)
_CALQUE = pattern(
    r"(?P<figure>\d(?<![\w.,]\d)(?:[\d,]*\d)?(?:\.\d+)?)[ -]"
    r"(?P<unit>ten[- ]thousand|hundred[- ](?:million|thousand|billion)|hundred)s?\b",
    re.IGNORECASE,
)
_CALQUED = {
    "ten thousand": 1e4,
    "hundred million": 1e8,
    "hundred thousand": 1e5,
    "hundred billion": 1e11,
    "hundred": 100.0,
}


@segment_rule(severity=Severity.ERROR, category="locale conventions/number format")
def garbled_figure(segment: Segment, context: Context) -> Iterator[Flag]:
    """A figure that cannot be read: its commas and points contradict each other, or its scale is doubled or misspelt.

    "5.17,000" may be 5,170 or 517,000; the reader cannot tell, and the writer must look at the Chinese.

    Known problems: part numbers and codes that look like figures are flagged.
    Source: Chicago Manual of Style 9.54-9.57 (commas and points in figures).

    Bad:
        en: The economy added «5.17,000» jobs.
    Bad:
        en: The government set aside «6 billon» euros, and hired «26,00» teachers.
    Good:
        en: The economy added 517,000 jobs and 6 billion euros, on pages 12,14 and 15.
    """
    prose = segment.target.prose
    for match in _GARBLED.finditer(prose):
        if not _list(prose, match):
            meant = _regrouped(match[0], segment.source.prose if segment.source else "")
            advice = f"write “{meant}”" if meant else "write it from the Chinese"
            expected = (meant,) if meant else ()
            message = f"“{match[0]}” is no readable figure; {advice}"
            yield Flag(segment.target_at(match.span()), message, expected=expected)


@segment_rule(severity=Severity.ERROR, category="locale conventions/number format")
def calqued_magnitude(segment: Segment, context: Context) -> Iterator[Flag]:
    """A figure counted in ten thousands or hundred millions, as Chinese counts.

    万 and 亿 have no English name: "35 ten thousand" is 350,000, "3.5 hundred million" 350 million.

    Known problems: "15 hundred" for a year or a price in speech is flagged.
    Source: Xinhua and Reuters style guides on large numbers.

    Bad:
        en: The fund holds «3.5 hundred million» yuan.
    Good:
        en: The fund holds 350 million yuan.
    """
    prose = segment.target.prose
    for match in _CALQUE.finditer(prose) if "hundred" in prose or "thousand" in prose else ():
        scale = _CALQUED[match["unit"].lower().replace("-", " ")]
        expected = news_figure(float(match["figure"].replace(",", "")[:18]) * scale)
        edit = segment.edit(match.span(), expected)
        fixes = (Fix((edit,), Applicability.UNSAFE),) if edit else ()
        message = f"“{match[0]}”: write “{expected}”"
        yield Flag(segment.target_at(match.span()), message, expected=(expected,), fixes=fixes)


def _regrouped(figure: str, chinese: str) -> str:
    """A figure with its commas in their places, where the Chinese has its digits."""
    digits = figure.replace(",", "")
    known = digits.isdecimal() and len(digits) < _LONGEST and digits in chinese.replace(",", "").replace("，", "")
    return f"{int(digits):,}" if known else ""


def _list(prose: str, match: re.Match[str]) -> bool:
    """Whether the match is two figures side by side: a year or day and a sum, "In 2019 3 million"."""
    first, gap, second = match[0].partition(" ")
    return bool(gap) and second[:1].isdecimal() and (len(first) > 2 or first != second.split()[0])
