"""Hours of the clock on the wrong side of noon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.numerals import chinese_number
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend

_CHINESE = pattern(
    "(?P<side>凌晨|清晨|早上|早晨|上午|下午|傍晚|晚上|晚间|深夜)(?P<hour>\\d{1,2}|十[一二]?|[一二两三四五六七八九])[时点點時:：]"
)
_ENGLISH = pattern(r"\b(?P<hour>1[0-2]|[1-9])(?:[:.][0-5]\d)?\s?(?P<side>[ap])(?:\.m\.|m\b)", re.IGNORECASE)
_MORNING = frozenset(("凌晨", "清晨", "早上", "早晨", "上午"))


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def wrong_half_of_day(segment: Segment, context: Context) -> Iterator[Flag]:
    """An hour of the afternoon given as one of the morning, or the other way round.

    下午3时 is 3 p.m.; with "3 am" the reader comes twelve hours early.

    Known problems: an hour converted to another time zone is flagged where it happens to be the same.
    Source: GB/T 7408; Associated Press Stylebook, "time".

    Bad:
        zh: 发布会定于下午3时举行。
        en: The briefing is set for «3 am».
    Good:
        zh: 发布会定于下午3时举行。
        en: The briefing is set for 3 pm.
    """
    source, target = segment.source.prose if segment.source else "", segment.target.prose
    hours = [*_ENGLISH.finditer(target)] if any(map(source.__contains__, "午晨晚早夜")) else []
    if not hours:
        return
    meant: dict[int, set[str]] = {}
    said: dict[int, re.Match[str]] = {}
    for match in _CHINESE.finditer(source):
        hour = int(chinese_number(match["hour"]) or 0) % 12
        side = "a" if match["side"] in _MORNING or (hour == 0 and match["side"] != "下午") else "p"
        meant.setdefault(hour, set()).add(side)
        said[hour] = match
    for match in hours:
        hour, side = int(match["hour"]) % 12, match["side"].lower()
        if hour and meant.get(hour) == {"p" if side == "a" else "a"}:
            right = ("P" if side == "a" else "A") if match["side"].isupper() else "p" if side == "a" else "a"
            expected = target[match.start() : match.start("side")] + right + target[match.end("side") : match.end()]
            yield Flag(
                segment.target_at(match.span()),
                f"“{match[0]}” for {said[hour][0].rstrip(':：')}: write “{expected}”",
                segment.source_at(said[hour].span()),
                (expected,),
                mend(segment, {match.span("side"): right}, "").fixes,
            )
