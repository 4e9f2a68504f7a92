"""Names that the Chinese itself explains in Latin letters: 阿斯麦（ASML）."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment.hearing import heard
from toolkit.alignment.sighting import Sighting, View
from toolkit.alignment.worded import kind_of, window
from toolkit.core import Span
from toolkit.core.pattern import pattern

_BRACKET = pattern(r"([\u4e00-\u9fff·]{2,16})[（(]([A-Z][\w .&'’-]{1,40})[）)]")
_SURE = 1.0
_WHOLE_RUN = 0.8
_LONGEST = 8
_BOUND = pattern(r"(?:^|[，。、；：！？“”‘’《》（）\s])$")
_SPELT_OUT = pattern(r"(?!The )\b[A-Z][\w’'-]*(?: (?:of|the|and|for|[A-Z][\w’'-]*)){1,8} $")


def bracketed(view: View) -> Iterator[Sighting]:
    """A name with its Latin form in brackets after it, where the English has that form too.

    The Latin tells how far to the left the name reaches: by ear, by the English words that it abbreviates, or else to the
    last punctuation.
    """
    for match in _BRACKET.finditer(view.zh) if "(" in view.zh or "（" in view.zh else ():
        run, latin = Span(*match.span(1)), match[2].strip()
        at = view.en.find(latin)
        if at < 0 or view.is_known(Span(run.end - 1, run.end)):
            continue
        found = _by_ear(view, run, latin, at) or _abbreviated(view, run, at) or _whole(view, run, latin, at)
        if found:
            yield found


def _by_ear(view: View, run: Span, latin: str, at: int) -> Sighting | None:
    for name in dict.fromkeys((latin, *latin.split())):
        one = heard(view.zh[run.start : run.end], name)
        if one and run.start + one.span.end == run.end and one.score >= _WHOLE_RUN:
            start = at + latin.find(name)
            zh = Span(run.start + one.span.start, run.end)
            return Sighting(zh, Span(start, start + len(name)), _SURE, "bracketed", _kind(latin))
    return None


def _abbreviated(view: View, run: Span, at: int) -> Sighting | None:
    """The English words that stand before the same brackets there."""
    if view.en[at - 1 : at] != "(":
        return None
    before = _SPELT_OUT.search(view.en, max(0, at - 100), at - 1)
    found = window(view, Span(before.start(), before.end() - 1)) if before else None
    if before is None or found is None or found[0].end != run.end:
        return None
    kind = kind_of(view.zh[found[0].start : run.end])
    return Sighting(found[0], Span(before.start(), before.end() - 1), _SURE, "bracketed", kind)


def _whole(view: View, run: Span, latin: str, at: int) -> Sighting | None:
    if run.end - run.start > _LONGEST or not _BOUND.search(view.zh, 0, run.start):
        return None
    return Sighting(run, Span(at, at + len(latin)), _WHOLE_RUN, "bracketed", _kind(latin))


def _kind(latin: str) -> str:
    """Initials are an organisation's, two words a person's; one word may be anything."""
    return "organisation" if latin.isupper() else "person" if " " in latin else ""
