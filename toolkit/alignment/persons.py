"""Persons whom no glossary holds: how English may write them, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from toolkit.alignment.hearing import Heard, heard
from toolkit.alignment.kinds import TITLES
from toolkit.alignment.names import phrases, preceded
from toolkit.core import Span
from toolkit.core.pattern import pattern
from toolkit.language.names import Name
from toolkit.language.pinyin import letters, spellings
from toolkit.language.romanisations import japanese, surname_forms
from toolkit.language.surnames import COMPOUND, SINGLE, readings_of, romanised

_DOT = pattern("[·•‧・]")
_BY_EAR = 0.7
_REACH = 40
_CUSTOMS = {
    "": "CN",
    "CN": "CN",
    "TW": "TW",
    "HK": "HK",
    "MO": "HK",
    "SG": "SG",
    "MY": "SG",
    "KR": "KR",
    "KP": "KR",
    "VN": "VN",
    "JP": "JP",
}
_TRANSCRIBED = pattern("[·•‧・]|^阿")
_LONGEST = 3


class Person(NamedTuple):
    """A person in the Chinese (code points), the name, and whose customs spell it: CN, TW, HK, SG, KR, VN or JP, or none
    where the Chinese is a transcription.

    `told` says that the Chinese tells the customs, and not only the surname; `sure`, that it calls the person a reporter,
    who is of the mainland.
    """

    span: Span
    name: str
    customs: str
    told: bool = False
    sure: bool = False


def person(name: Name, chinese: str, country: str) -> Person:
    """The person of a name in `chinese`, when the words before it speak of `country` (ISO 3166, or empty).

    A reporter is of the mainland wherever he writes from; a model's guess without a country is held to no customs.
    """
    text = chinese[name.span.start : name.span.end]
    sure = chinese.endswith("记者", 0, name.span.start)
    if sure:
        country = "CN"
    elif name.how == "tagged" and not country:
        return Person(name.span, text, "")
    customs = _CUSTOMS.get(country, "")
    if customs == "JP" and _surname(text, "JP"):
        return Person(name.span, text, "JP")
    foreign = _TRANSCRIBED.search(text) or len(text) > _LONGEST or not _is_chinese(text)
    return Person(name.span, text, "" if foreign or customs == "JP" else customs, bool(country), sure)


def _is_chinese(text: str) -> bool:
    return text[0] in SINGLE or text[:2] in COMPOUND


def _surname(text: str, customs: str) -> tuple[str, ...]:
    """How the surname of a name is spelt by customs other than those of the mainland."""
    sizes = (3, 2, 1) if customs == "JP" else (2, 1)
    for size in sizes:
        found = japanese(text[:size]) if customs == "JP" else tuple(sorted(surname_forms(text[:size]).get(customs, ())))
        if found:
            return found
    return ()


def written(one: Person) -> tuple[str, ...]:
    """The right forms in English as far as rules tell them: the full name in pinyin, elsewhere the surname alone."""
    if one.customs == "CN":
        return (romanised(one.name),)
    return tuple(form.title() for form in _surname(one.name, one.customs)) if one.customs else ()


def in_pinyin(one: Person, english: str) -> Iterator[Span]:
    """Where the English has the full name in mainland pinyin, in either order."""
    if one.customs:
        wanted = _full(one.name)
        yield from (span for span in phrases(english, 3) if letters(english[slice(*span)]) in wanted)


def is_reversed(one: Person, english: str) -> bool:
    """Whether a full name in pinyin has its surname last, and could not be read with the surname first."""
    size = _size(one.name)
    first, last = readings_of(one.name[:size]), spellings(one.name[size:])
    said = letters(english)
    return said not in {a + b for a in first for b in last} and said in {b + a for a in first for b in last}


def appearances(one: Person, english: str) -> list[Span]:
    """Where the English may name the person: in full, by surname or given name, or by a part that sounds alike."""
    if not one.customs:
        parts = _parts(one.name)
        return [run for run in phrases(english, 2) if any(_sounds(part, english[slice(*run)]) for part in parts)]
    wanted = _full(one.name) | _short(one.name) | {letters(form) for form in _surname(one.name, one.customs)}
    found = [run for run in phrases(english, 3) if letters(english[slice(*run)]) in wanted]
    given = spellings(one.name[_size(one.name) :])
    return [run for run in found if letters(english[slice(*run)]) not in given or not _others(one, english, run)]


def _others(one: Person, english: str, given: Span) -> bool:
    """Whether a given name follows the surname of somebody else."""
    before = english[max(0, given.start - _REACH) : given.start].split()[-1:]
    return preceded(english, given) and before[0] not in TITLES and not _surnamed(one, before[0])


def _surnamed(one: Person, word: str) -> bool:
    return letters(word) in readings_of(one.name[: _size(one.name)]) or kindred(one, word)


def _parts(name: str) -> list[str]:
    return [part for part in _DOT.split(name) if part]


def _sounds(chinese: str, english: str) -> bool:
    return _heard(chinese, english) is not None


@lru_cache(maxsize=4096)
def _heard(chinese: str, english: str) -> Heard | None:
    """How a transcription sounds, where seven tenths of it are in the English."""
    found = heard(chinese, english)
    whole = found and found.score * (found.span.end - found.span.start) / len(chinese) >= _BY_EAR
    return found if whole else None


@lru_cache(maxsize=1024)
def _full(name: str) -> frozenset[str]:
    size = _size(name)
    first, last = readings_of(name[:size]), spellings(name[size:])
    return frozenset(one + other for one in first for other in last) | {other + one for one in first for other in last}


@lru_cache(maxsize=1024)
def _short(name: str) -> frozenset[str]:
    size = _size(name)
    return frozenset(readings_of(name[:size]) | (spellings(name[size:]) if len(name) > size + 1 else frozenset()))


def _size(name: str) -> int:
    return 2 if name[:2] in COMPOUND else 1


def by_ear(one: Person, english: str) -> bool:
    """Whether a foreign name that sounds like the English may be meant: some transcriptions look like Chinese names."""
    return _sounds(one.name, english)


def kindred(one: Person, english: str) -> bool:
    """Whether a word of the English is the person's surname by anybody's customs."""
    surname = one.name[: _size(one.name)]
    forms = {form for region in surname_forms(surname).values() for form in region}.union(_surname(one.name, "JP"))
    return not forms.isdisjoint(map(letters, english.split()))


def said(one: Person, english: str) -> Span | None:
    """The one word of the English that sounds most like the last part of a transcribed name; None where none does."""
    part = _DOT.split(one.name)[-1]
    words = {word: found.score for word in phrases(english, 1) if (found := _heard(part, english[slice(*word)]))}
    return max(words, key=lambda word: words[word], default=None)
