"""Dates and times as the house writes them."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Applicability, Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.lint import Context, segment_rule
from toolkit.lint.lists import STYLE
from toolkit.lint.mend import mend

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_DAY_FIRST = pattern(rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?P<year>(?:19|20)\d\d))?(?!\w)")
_MONTH_FIRST = pattern(rf"\b{_MONTH} (?P<day>[0-3]?\d)(?:, (?P<year>(?:19|20)\d\d))?(?!\w|,\d|\.\d)")
_ORDINAL = pattern(rf"\b{_MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b")
_CLOCK = pattern(r"\b(?P<hour>[01]?\d)(?P<minutes>:[0-5]\d)? ?(?P<half>[AaPp])(?P<dot>\.?)(?:[Mm])\.?(?!\w)")


@segment_rule(severity=Severity.WARNING, category=STYLE, default=False)
def off_style_date(segment: Segment, context: Context, *, day_first: bool = False) -> Iterator[Flag]:
    """A date with day and month in the order that the house does not use.

    Option `day_first`: the house writes 19 June 2024; else June 19, 2024.

    Known problems: the comma after the year in mid-sentence ("June 19, 2024, the") is not put in.

    Source: Associated Press Stylebook, "dates": month first; the Economist style guide, "dates": day first.

    Bad:
        en: They met on «5 May 2021» in Bonn.
    Good:
        en: They met on May 5, 2021, in Bonn, and in May 2020.
    """
    for match in (_MONTH_FIRST if day_first else _DAY_FIRST).finditer(segment.target.prose):
        day, month, year = match["day"], match["month"], match["year"]
        front, comma = (f"{day} {month}", " ") if day_first else (f"{month} {day}", ", ")
        right = front + (comma + year if year else "")
        sure = Applicability.UNSAFE if year else Applicability.SAFE
        yield mend(
            segment, {match.span(): right}, f"“{match[0]}”: write “{right}”", expected=(right,), applicability=sure
        )


@segment_rule(severity=Severity.WARNING, category=STYLE, default=False)
def ordinal_date(segment: Segment, context: Context) -> Iterator[Flag]:
    """A date with st, nd, rd or th.

    Known problems: anniversaries that are spoken of as a name ("July 4th") are found.

    Source: Associated Press Stylebook, "dates": Arabic figures, without st, nd, rd or th.

    Bad:
        en: They met on «May 5th».
    Good:
        en: They met on May 5, for the 5th time.
    """
    for match in _ORDINAL.finditer(segment.target.prose):
        right = f"{match['month']} {match['day']}"
        yield mend(segment, {match.span(): right}, f"“{match[0]}”: write “{right}”", expected=(right,))


@segment_rule(severity=Severity.WARNING, category=STYLE, default=False)
def off_style_time(segment: Segment, context: Context) -> Iterator[Flag]:
    """A time of day not written with a.m. or p.m.

    Known problems: the 24-hour clock is left alone.

    Source: Associated Press Stylebook, "times": 3:30 p.m., no :00.

    Bad:
        en: It opens at «6 PM» daily.
    Good:
        en: It opens at 6 p.m. daily, at 9:30 a.m. on Sundays and at 18:00 in May.
    """
    prose = segment.target.prose
    for match in _CLOCK.finditer(prose):
        minutes = "" if match["minutes"] in (None, ":00") else match["minutes"]
        right = f"{int(match['hour'])}{minutes} {match['half'].lower()}.m."
        if right != match[0]:
            ends = prose[match.end() : match.end() + 1] == "."
            edit = {(match.start(), match.end() + ends): right}
            yield mend(segment, edit, f"“{match[0]}”: write “{right}”", at=match.span(), expected=(right,))
