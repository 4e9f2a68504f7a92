"""Spans of days within a month: 6月25日至30日."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core import Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.dates.date import MONTHS
from toolkit.lint import Context, segment_rule
from toolkit.lint.mend import mend

_CHINESE = pattern(r"(?P<month>\d{1,2})月(?P<first>\d{1,2})日?[至到—–~～-]{1,2}(?P<last>\d{1,2})日")
_ENGLISH = pattern(
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?) (?P<first>\d{1,2})(?:st|nd|rd|th)?"
    r"(?: ?[-–—] ?| (?:to|through|until|till|and) )(?P<last>\d{1,2})(?!\d|[.,]\d| ?:| (?:hours?|o['’]clock|[ap]\.?m)\b)"
)


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def wrong_span(segment: Segment, context: Context) -> Iterator[Flag]:
    """A span of days that begins or ends on another day than in the Chinese.

    6月25日至30日 is June 25 to 30; one digit off and the visit ends before it began.

    Known problems: only paragraphs with one span in each language are judged, and only spans within one month.
    Source: MQM, accuracy/mistranslation (date).

    Bad:
        zh: 展览于6月25日至30日举行。
        en: The exhibition runs from June 25 to «20».
    Good:
        zh: 展览于6月25日至30日举行。
        en: The exhibition runs from June 25 to 30.
    """
    source, target = segment.source.prose if segment.source else "", segment.target.prose
    ours = [*_CHINESE.finditer(source)] if "月" in source else []
    theirs = [*_ENGLISH.finditer(target)] if len(ours) == 1 else []
    if len(theirs) != 1 or not MONTHS[int(ours[0]["month"]) % 12 - 1].startswith(theirs[0]["month"][:3]):
        return
    (chinese,), (english,) = ours, theirs
    for part in ("first", "last"):
        if int(chinese[part]) != int(english[part]):
            message = f"“{english[0]}” for {chinese[0]}: write “{chinese[part]}” for “{english[part]}”"
            right = str(int(chinese[part]))
            fixes = mend(segment, {english.span(part): right}, "").fixes
            yield Flag(
                segment.target_at(english.span(part)), message, segment.source_at(chinese.span()), (right,), fixes
            )
