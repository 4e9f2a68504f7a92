"""What a paragraph is for, where its own words say so, and the date of a dateline."""

from __future__ import annotations

import datetime
import re

from toolkit.core import Kind, Paragraph
from toolkit.core.pattern import pattern
from toolkit.files.lines import final

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_ISO = pattern(r"(?<!\d)((?:19|20)\d\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)日?")
_AMERICAN = pattern(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b")
_BRITISH = pattern(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTH}),? ((?:19|20)\d\d)\b")
_YEARLESS = pattern(rf"\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}|\d{{1,2}}月\d{{1,2}}日")
_CLOCK = pattern(r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?: ?[ap]\.?m\.?)?")
_PLACES = pattern(
    r"[\W_]*+(?>(?:(?:[A-Z][\w.'’-]*+|on|at|and|of|the)[\W_]++){0,8})(?:[A-Z][\w.'’-]*+)?[\W_]*+|(?>(?:[\W_]*+[\u4e00-\u9fff]{1,12}+){0,3})[\W_]*+"
)
_OPENING = pattern(r"\s*(?:--|[-–—)）电電讯訊:：]|\([\w ]{2,30}\))")
_CAPTION = pattern(
    r"(?:Photo|Image|Picture|Caption|File photo|Pictured)\b ?[:：(]|图 ?[:：/／]|圖 ?[:：/／]|图为|圖為|图片[:：]|圖片[:：]"
)


def told(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The body paragraphs with the kinds that their words betray.

    A first short line without a stop is the headline, if more follows; a line of place and date alone is a dateline.
    """
    return [
        Paragraph(paragraph.text, _kind(paragraph.text.prose, first=n == 0 and len(paragraphs) > 1))
        if paragraph.kind is Kind.BODY
        else paragraph
        for n, paragraph in enumerate(paragraphs)
    ]


def dateline(paragraphs: list[Paragraph]) -> datetime.date | None:
    """The date, year included, of the dateline: a line of its own, or the opening of one of the first four paragraphs."""
    for paragraph in paragraphs[:4]:
        opening = paragraph.text.prose[:100]
        found = _first(opening)
        if found and (paragraph.kind is Kind.DATELINE or _opens(opening, found)):
            return _day(found)
    return None


def day(text: str) -> datetime.date | None:
    """The first full date in a string such as `2024-06-19T08:00:00Z`, `June 19, 2024`, `2024年6月19日`."""
    found = _first(text[:200])
    return _day(found) if found else None


def _kind(prose: str, *, first: bool) -> Kind:
    if _CAPTION.match(prose):
        return Kind.CAPTION
    if len(prose) <= 90 and _is_dateline(prose):
        return Kind.DATELINE
    wide = sum(character >= "\u2e80" for character in prose[:200])
    short = len(prose) + 2 * wide <= 120
    return Kind.HEADLINE if first and short and not final(prose) else Kind.BODY


def _is_dateline(prose: str) -> bool:
    """Whether nothing but capitalised places and agencies, or a few Chinese characters, stands around a date."""
    for shape in (_ISO, _AMERICAN, _BRITISH, _YEARLESS):
        found = shape.search(prose)
        if found:
            rest = _CLOCK.sub(" ", f"{prose[: found.start()]} {prose[found.end() :]}")
            return bool(_PLACES.fullmatch(rest)) and not prose.endswith((".", "。"))
    return False


def _first(text: str) -> re.Match[str] | None:
    found = [match for match in (shape.search(text) for shape in (_ISO, _AMERICAN, _BRITISH)) if match]
    return min(found, key=lambda match: match.start(), default=None)


def _opens(text: str, found: re.Match[str]) -> bool:
    places = _PLACES.fullmatch(_CLOCK.sub(" ", text[: found.start()]))
    return bool(places and _OPENING.match(text, found.end()))


def _day(found: re.Match[str]) -> datetime.date | None:
    year, month, number = found.groups() if found.re.pattern == _ISO.pattern else (found[3], found[1], found[2])
    if found.re.pattern == _BRITISH.pattern:
        month, number = number, month
    try:
        return datetime.date(
            int(year), int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1, int(number)
        )
    except ValueError:
        return None
