"""Datelines, generations and other set phrases with a date in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.core import Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.language.dates import chinese_dates, english_dates
from toolkit.language.dates.date import ordinal
from toolkit.language.quantities import chinese_quantities, english_quantities
from toolkit.language.quantities.quantity import PLAIN
from toolkit.lint import Context, segment_rule

_DATELINE = pattern(
    r"[\s（(【]{0,2}(?P<agency>新华社|中新社|中新网|中央社|法新社|路透社|美联社|人民网|央视网)[\u4e00-\u9fff·、]{2,12}?(?:\d{1,2}月)?(?P<day>\d{1,2})日(?:电|讯|专电)"
)
# how each agency is recognised in English, and what to write
_AGENCIES = {
    "新华社": ("Xinhua", "Xinhua"),
    "中新社": ("China News|CNS|ECNS", "China News Service"),
    "中新网": ("China ?news|CNS|ECNS", "China News Service"),
    "中央社": ("Central News|CNA", "CNA"),
    "法新社": ("AFP|Agence", "AFP"),
    "路透社": ("Reuters", "Reuters"),
    "美联社": (r"Associated Press|\bAP\b", "AP"),
    "人民网": (r"People['’]?s Daily|people\.c", "People's Daily Online"),
    "央视网": ("CCTV|CGTN", "CCTV"),
}
_OTHERS = pattern(r"\b(?:Xinhua|Reuters|AFP|Associated Press|CNA|PRNewswire)\b")
_GENERATION = pattern(r"(?P<decade>[5-9]0|[01][05])(?:[、/]?[5-9]0)?后(?![年来续面期的者])")
_BORN = pattern(
    r"post-?(?:19|20)?$|(?:born|generation|gen)\W[^.]{0,40}$|(?:after|since)\s(?:the\s)?(?:19|20)?$|['’]$",
    re.IGNORECASE,
)
_BEFORE = pattern(r"\bpre-(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_VERB = pattern(r"\s(?:found|learned|learnt|said|reported|announced|saw|told|in|from|at)\b")


@segment_rule(severity=Severity.NOTE, category="accuracy/omission", needs_source=True)
def missing_dateline(segment: Segment, context: Context) -> Iterator[Flag]:
    """The Chinese opens with an agency's dateline, the English names no agency.

    The dateline tells the reader who reports, from where and when.

    Known problems: many desks drop the dateline on purpose; ignore the rule there.
    Source: Associated Press Stylebook, "datelines".

    Bad:
        zh: 新华社北京2月11日电 论坛在京举行。
        en: «The» forum was held in Beijing.
    Good:
        zh: 新华社北京2月11日电 论坛在京举行。
        en: BEIJING, Feb. 11 (Xinhua) -- The forum was held in Beijing.
    """
    source, target = segment.source.prose if segment.source else "", segment.target.prose
    dateline = _DATELINE.match(source)
    if (
        dateline
        and not re.search(_AGENCIES[dateline["agency"]][0], target, re.IGNORECASE)
        and not _OTHERS.search(target[:80])
    ):
        first = re.search(r"\w+", target)
        yield Flag(
            segment.target_at(first.span() if first else (0, 1)),
            f"the dateline “{dateline[0].strip()}” is not rendered",
            segment.source_at(dateline.span()),
        )


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def wrong_agency(segment: Segment, context: Context) -> Iterator[Flag]:
    """The dateline credits another agency than the Chinese does.

    Machines know Xinhua best and put it into every dateline: 中新社 is China News Service, another house.

    Known problems: only datelines in the first eighty characters are looked at.
    Source: Associated Press Stylebook, "datelines".

    Bad:
        zh: 中新社香港7月26日电 港股今天上升。
        en: HONG KONG, July 26 («Xinhua») -- Hong Kong stocks rose on Sunday.
    Good:
        zh: 中新社香港7月26日电 港股今天上升。
        en: HONG KONG, July 26 (China News Service) -- Hong Kong stocks rose on Sunday.
    """
    source, target = segment.source.prose if segment.source else "", segment.target.prose
    dateline = _DATELINE.match(source)
    other = _OTHERS.search(target[:80]) if dateline else None
    if dateline and other and not re.search(_AGENCIES[dateline["agency"]][0], target, re.IGNORECASE):
        right = _AGENCIES[dateline["agency"]][1]
        message = f"“{other[0]}”: the dateline credits {dateline['agency']} ({right})"
        yield Flag(segment.target_at(other.span()), message, segment.source_at(dateline.span("agency")), (right,))


@segment_rule(severity=Severity.WARNING, category="accuracy/mistranslation", needs_source=True)
def bare_day(segment: Segment, context: Context) -> Iterator[Flag]:
    """A day of the month given as a bare number.

    10日 is "the 10th" or a weekday; "the reporter 10 found" makes no sense.

    Known problems: none known.
    Source: MQM, accuracy/mistranslation (date).

    Bad:
        zh: 记者10日获悉，工程已经完工。
        en: The reporter «10» learned that the work is finished.
    Good:
        zh: 记者10日获悉，工程已经完工。
        en: A reporter learned on the 10th that the work is finished.
    """
    source, target = segment.source.prose if segment.source else "", segment.target.prose
    days = {date.day: date for date in chinese_dates(source) if date.day and not date.month}
    if not days:
        return
    taken = {one.low for one in chinese_quantities(source) if not one.approx} | {
        date.day for date in english_dates(target)
    }
    for english in english_quantities(target):
        day = days.get(int(english.low)) if english.low < 32 and english.low % 1 == 0 else None
        alone = english.unit == PLAIN and not english.words and english.low == english.high and english.low not in taken
        if day and alone and _VERB.match(target, english.end):
            expected = f"on the {ordinal(int(english.low))}"
            message = f"“{english.text}” for {source[day.start : day.end]}: write “{expected}”"
            yield Flag(segment.target_at(english.span), message, segment.source_at(day.span), (expected,))


@segment_rule(severity=Severity.WARNING, category="accuracy/mistranslation", needs_source=True)
def garbled_generation(segment: Segment, context: Context) -> Iterator[Flag]:
    """People born in a decade (90后) given as the bare number.

    90后 are the people born in the 1990s, "the post-90s generation".

    Known problems: none known.
    Source: usage of Xinhua and China Daily.

    Bad:
        zh: 店主是一名90后女生。
        en: The owner is a “«90»” girl.
    Good:
        zh: 店主是一名90后女生。
        en: The owner is a woman born in the 1990s.
    """
    source, target = segment.source.prose if segment.source else "", segment.target.prose
    generations = {match["decade"]: match for match in _GENERATION.finditer(source)} if "后" in source else {}
    for decade, generation in generations.items():
        for match in re.finditer(
            rf"(?<![\d.,$]){decade}(?!\d|[.,]\d|%|\s(?:percent|per cent|years?|days?|minutes?|million))(?:[-\w'’]{{0,8}}\w)?",
            target,
        ):
            if not _BORN.search(target, max(0, match.start() - 60), match.start()) and not re.match(
                rf"{decade}['’]?s", match[0]
            ):
                message = f"“{match[0]}” for {generation[0]}: write “born in the {_century(decade)}s”"
                yield Flag(
                    segment.target_at(match.span()),
                    message,
                    segment.source_at(generation.span()),
                    (f"born in the {_century(decade)}s",),
                )


@segment_rule(severity=Severity.WARNING, category="accuracy/mistranslation", needs_source=True)
def misplaced_before(segment: Segment, context: Context) -> Iterator[Flag]:
    """A time before an event of a year given as the time before that year.

    2019年疫情前 is "before the pandemic, in 2019"; "pre-2019" ends in 2018.

    Known problems: none known.
    Source: MQM, accuracy/mistranslation (date).

    Bad:
        zh: 收入恢复到2019年疫情前的水平。
        en: Revenue is back at «pre-2019» levels.
    Good:
        zh: 收入恢复到2019年疫情前的水平。
        en: Revenue is back at the level of 2019, before the pandemic.
    """
    source, target = segment.source.prose if segment.source else "", segment.target.prose
    for match in _BEFORE.finditer(target) if "re-" in target else ():
        year = match["year"]
        event = re.search(rf"{year}年(?!(?:以|之)?前)[^，。；、,]{{1,12}}?前(?!\d|[往景三两十五])", source)
        if event and not re.search(rf"{year}年?(?:以|之)?前", source):
            message = f"“{match[0]}” for {event[0]}: the Chinese means {year}, before the event"
            yield Flag(segment.target_at(match.span()), message, segment.source_at(event.span()))


def _century(decade: str) -> str:
    return f"{19 if decade > '20' else 20}{decade}"
