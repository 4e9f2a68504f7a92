"""Names that sound alike in both languages: Chinese ones in pinyin, foreign ones in transcription characters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from toolkit.alignment.capitals import EMPTY, tokens
from toolkit.alignment.english import stem
from toolkit.alignment.hearing import Heard, heard, plain
from toolkit.alignment.sighting import Sighting, View
from toolkit.alignment.sound import likeness
from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.language.pinyin import readings, syllables
from toolkit.language.sounds import stretch
from toolkit.language.surnames import COMPOUND, SINGLE

_PERSON = 0.95
_RARE = 0.85
_ALONE = 0.8
_CLIPPED = 0.6
_CUT = 0.6
_WELL_HEARD = 0.8
_SHORT = 0.95
_PARTLY = 0.85
_PIECE = 0.6
_BRIEF = 0.8
_WAYS = 16
_ALIKE = 0.6
_MOST = 300
_HEADS = "市县区镇乡村省州旗湾山河江湖海岛寺庙站港桥路街峡沟泊淀"
_ENGLISH_HEADS = frozenset(
    "City County District Town Township Village Province Prefecture Banner Bay Mountain River Lake Sea Island Temple Station "
    "Port Harbor Harbour Bridge Road Street Gorge Valley Reservoir".split()
)
_NEXT = pattern(r" ([A-Z][a-z]+)")
_BEFORE = pattern(r"([A-Z][a-z]+|de|da|la|van|von|bin|al|el)[ -]$")
_TITLE = pattern(
    "(?:总统|总理|首相|部长|大臣|主席|议员|市长|州长|省长|教授|博士|记者|发言人|教练|球员|先生|女士|分析师|经济学家|专家|导演|主任|会长|秘书长|将军|法官|律师|队长|前锋|后卫|门将|中场|名将|同志|院士|国王|王子|夫人|书记|委员长|上将|博士)$"
)
_SAID_AFTER = pattern("(?:表示|说|称|指出|认为|强调|先生|女士|教授|博士|透露|坦言|告诉)")
_PLACE_BEFORE = pattern("(?:位于|前往|抵达|来自|首都|首府|飞往|离开)$")
_PLACE_AFTER = pattern(
    "(?:省|市|州|县|区|岛|群岛|半岛|地区|大区|港|当地|北部|南部|东部|西部|首都|国家|政府|大学|机场|海峡|人|队|籍|裔|语|军|央行|国内|警方|市民|居民|球迷|海岸|议会|法院|公园|球员)"
)
_IN = pattern(r"\b(?:in|near|across|throughout) $")
_ACTS = pattern(r" (?:said|says|told|wrote|who|himself|herself|and his|and her)\b|, who ")


def namesakes(view: View) -> Iterator[Sighting]:
    """Names of a paragraph that the termbase lacks."""
    names = [span for span in tokens(view.en) if _is_name(view.en[span.start : span.end])]
    names = [span for span in names if not view.is_rendering(span)][:_MOST]
    done: set[Span] = set()
    for found in _spelt(view, names):
        done.add(found.en)
        yield found
    yield from _heard(view, [span for span in names if not any(span.overlaps(other) for other in done)])


def is_titled(rest: str) -> bool:
    """Whether what stands beside a person's name in Chinese is a title, which makes no concept with it.

    >>> is_titled("国务院总理"), is_titled("理论")
    (True, False)
    """
    return bool(_TITLE.search(rest))


def _is_name(text: str) -> bool:
    return text[0].isupper() and not (len(text) > 1 and text.isupper()) and text.lower() not in EMPTY


def _spelt(view: View, names: list[Span]) -> Iterator[Sighting]:
    """The longest runs of pinyin words first."""
    at = 0
    while at < len(names):
        for size in (3, 2, 1):
            run = names[at : at + size]
            if len(run) == size and all(view.en[one.end : two.start] == " " for one, two in pairwise(run)):
                found = _read(view, run)
                if found:
                    yield found
                    at += size
                    break
        else:
            at += 1


def _read(view: View, run: list[Span]) -> Sighting | None:
    words = [view.en[span.start : span.end] for span in run]
    for ways in (words, words[::-1]) if len(words) == 2 else (words,):
        for choice, _ in zip(product(*map(syllables, ways)), range(_WAYS), strict=False):
            zh = _position(view, [syllable for way in choice for syllable in way])
            if zh is None:
                continue
            en = Span(run[0].start, run[-1].end)
            if len(run) == 2 and (score := _person(view, zh, len(choice[0]))):
                return Sighting(zh, en, score * _whole(view, zh), "spelt", "person")
            if ways is words and len(run) == 1:
                return _place(view, zh, en)
            if ways is words and not _two(view, zh, len(choice[0])):
                return Sighting(zh, en, _ALONE * _whole(view, zh), "spelt", _kind(view, zh, en) or "term")
    return None


def _person(view: View, zh: Span, surname: int) -> float:
    """How surely the Chinese is a personal name, by the length of its surname."""
    name = view.zh[zh.start : zh.end]
    if (surname == 1 and name[0] in SINGLE and len(name) < 4) or (surname == 2 and name[:2] in COMPOUND):
        return _PERSON
    return _RARE if surname == 1 and len(name) < 4 and not view.lexicon.translations(name) else 0.0


def _two(view: View, zh: Span, first: int) -> bool:
    """Whether two words of the lexicon meet where the English has its space: two names, not one."""
    cut = zh.start + first
    return bool(view.lexicon.translations(view.zh[zh.start : cut]) and view.lexicon.translations(view.zh[cut : zh.end]))


def _whole(view: View, zh: Span) -> float:
    return _CUT if view.crosses(zh) else 1.0


def _position(view: View, flat: list[str]) -> Span | None:
    chinese, size = view.zh, len(flat)
    for at in view.read.get(flat[0], ())[:_MOST]:
        span = Span(at, at + size)
        there = chinese[at : at + size]
        if len(there) == size and all(said in readings(char) for said, char in zip(flat, there, strict=True)):
            return None if view.is_known(span) else span
    return None


def _place(view: View, zh: Span, en: Span) -> Sighting | None:
    """A name that is no person's, with the head noun that follows it in both languages."""
    after = _NEXT.match(view.en, en.end)
    head = view.zh[zh.end : zh.end + 1]
    if head and head in _HEADS and after and after[1] in _ENGLISH_HEADS:
        return Sighting(
            Span(zh.start, zh.end + 1), Span(en.start, en.end + after.end() - after.start()), _PERSON, "spelt", "place"
        )
    if zh.end - zh.start < 2:
        return None
    name = view.zh[zh.start : zh.end]
    kind = (
        "person" if view.zh[zh.start] in "小阿老" else _kind(view, zh, en) or _silent(name, view.en[en.start : en.end])
    )
    return Sighting(zh, en, (_CLIPPED if after else _ALONE) * _whole(view, zh), "spelt", kind)


def _title(view: View, en: Span) -> bool:
    """Whether the word before a name has a capital of its own."""
    before = _BEFORE.search(view.en, max(0, en.start - 30), en.start)
    return before is not None and before[1].lower() not in EMPTY


def _silent(chinese: str, name: str) -> str:
    """The kind of a pinyin name when nothing tells: a place, but unknown where it may be a foreign one by ear."""
    return "" if len(chinese) > 1 and heard(chinese, name) else "place"


def _heard(view: View, names: list[Span]) -> Iterator[Sighting]:
    found = [(en, one) for en in names if (one := _listen(view, view.en[en.start : en.end]))]
    at = 0
    while at < len(found):
        en, one = found[at]
        zh, score, parts, at = one.span, one.score, 1, at + 1
        while at < len(found) and _adjacent(view, en, zh, *found[at]):
            en, zh = Span(en.start, found[at][0].end), Span(zh.start, found[at][1].span.end)
            score, parts, at = min(score, found[at][1].score), parts + 1, at + 1
        part = parts == 1 and (_title(view, en) or _NEXT.match(view.en, en.end))
        if parts == 1 and "·" in (view.zh[zh.start - 1 : zh.start], view.zh[zh.end : zh.end + 1]):
            score *= _PIECE
        score *= (_PARTLY if part else 1.0) * (_BRIEF if zh.end - zh.start < 3 else 1.0) * _whole(view, zh)
        yield Sighting(zh, en, score, "heard", "person" if parts > 1 else _kind(view, zh, en))


def _kind(view: View, zh: Span, en: Span) -> str:
    """Person or place, as the words around tell; empty where they are silent or at odds."""
    before, after = view.zh[max(0, zh.start - 5) : zh.start], view.zh[zh.end : zh.end + 4]
    person = bool(_TITLE.search(before)) + bool(_SAID_AFTER.match(after)) + before.endswith("·")
    person += bool(_title(view, en)) + bool(_ACTS.match(view.en, en.end))
    place = bool(_PLACE_BEFORE.search(before)) + bool(_PLACE_AFTER.match(after))
    place += 2 * bool(_IN.search(view.en, max(0, en.start - 10), en.start))
    return "" if person == place else "place" if place > person else "person"


def _adjacent(view: View, en: Span, zh: Span, other: Span, one: Heard) -> bool:
    return view.en[en.end : other.start] in (" ", "-", ". ") and view.zh[zh.end : one.span.start] in ("·", "-")


def _listen(view: View, name: str) -> Heard | None:
    best: Heard | None = None
    for run in stretch().finditer(view.zh):
        one = heard(run[0], name)
        if one is None:
            continue
        span = Span(run.start() + one.span.start, run.start() + one.span.end)
        least = _SHORT if span.end - span.start < 3 else _WELL_HEARD
        told = view.lexicon.translations(view.zh[span.start : span.end])
        if told and stem(name) not in told and max(likeness(plain(name), word) for word in told) < _ALIKE:
            continue
        if one.score >= least and not view.is_known(span) and (best is None or one.score > best.score):
            best = Heard(span, one.score)
    return best
