"""Names spelt as the mainland spells them, whose bearers do not."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.alignment.persons import in_pinyin, written
from toolkit.core import Flag, Segment, Severity
from toolkit.core.pattern import pattern
from toolkit.lint import Context, segment_rule
from toolkit.rules.names.bearing import persons

_PLACES = {
    "TW": "Taiwan",
    "HK": "Hong Kong or Macau",
    "SG": "Singapore or Malaysia",
    "KR": "Korea",
    "VN": "Vietnam",
    "JP": "Japan",
}
_JOINED = pattern(r"[A-Z][a-z]+ [A-Z][a-z]{4,}")
_APART = "the syllables of a given name are parted"
_FOREIGN = frozenset({"KR", "VN", "JP"})


@segment_rule(severity=Severity.ERROR, category="accuracy/mistranslation", needs_source=True)
def mainland_spelling(segment: Segment, context: Context) -> Iterator[Flag]:
    """A name from Taiwan, Hong Kong, Singapore, Korea, Vietnam or Japan in mainland pinyin.

    王 is Wong in Hong Kong, Ong in Singapore, Vuong in Hanoi: in pinyin nobody there can be looked up. Whose customs hold
    is told by the concept of the glossary that stands right before the name. Pinyin is always wrong for a Korean, Vietnamese
    or Japanese name; elsewhere some write it, so the finding is a warning: check the spelling.

    Known problems: mainlanders who work there; Taiwanese, Singaporeans and Malaysians who do write pinyin.
    Source: The Associated Press Stylebook, Chinese names, Korean names.

    Bad:
        glossary: type=place; zh=越南; en=Vietnam; country=VN
        zh: 越南议员范德明表示反对。
        en: «Fan Deming», a Vietnamese lawmaker, was opposed, Vietnam said.
    Good:
        glossary: type=place; zh=越南; en=Vietnam; country=VN
        zh: 越南议员范德明表示反对。
        en: Pham Duc Minh, a Vietnamese lawmaker, was opposed, Vietnam said.
    """
    prose = segment.target.prose
    for one in persons(segment, context):
        if one.customs not in _PLACES:
            continue
        forms = written(one)
        severity = Severity.ERROR if one.customs in _FOREIGN else Severity.WARNING
        for span in in_pinyin(one, prose) if forms else ():
            wrong = prose[span.start : span.end]
            same = {form.lower() for form in forms} & {word.lower() for word in wrong.split()}
            if same and not _JOINED.fullmatch(wrong):
                continue
            custom = _APART if same else f"the surname is {' or '.join(forms)}"
            message = f"“{wrong}” is {one.name} in mainland pinyin: in {_PLACES[one.customs]} {custom}"
            yield Flag(segment.target_at(span), message, segment.source_at(one.span), severity=severity)
