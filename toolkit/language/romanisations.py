"""How the bearers of a surname spell it where Hanyu Pinyin does not rule.

The tables are facts of names, written down from knowledge and reviewed row by row: `surnames.txt` (a surname and five
regions) and `japanese.txt` (a surname and its readings).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_DATA = Path(__file__).parent / "data"
REGIONS = ("TW", "HK", "SG", "KR", "VN")
"""Taiwan; Hong Kong and Macau; Singapore and Malaysia; Korea; Vietnam."""
_NONE: Mapping[str, frozenset[str]] = MappingProxyType({})


def surname_forms(surname: str) -> Mapping[str, frozenset[str]]:
    """Region → the usual spellings there of a Chinese surname (Simplified), lower case, without accents and apostrophes.

    A region is left out where the surname has no usual spelling, and every region where the table lacks the surname. A
    compound is spelt with and without its hyphen where both are met. Spellings common to all regions' pinyin are listed
    only where people there write them.

    >>> sorted(surname_forms("许")["HK"]), sorted(surname_forms("谢")["VN"]), dict(surname_forms("们"))
    (['hui'], ['ta'], {})
    """
    return _surnames().get(surname, _NONE)


def japanese(surname: str) -> tuple[str, ...]:
    """The readings of a Japanese surname (Simplified), Hepburn without long vowels, the usual one first; or none.

    >>> japanese("菅"), japanese("岸田"), japanese("刘")
    (('suga', 'kan'), ('kishida',), ())
    """
    return _japanese().get(surname, ())


@cache
def japanese_surnames() -> frozenset[str]:
    """The Japanese surnames of two characters and more that `japanese` reads."""
    return frozenset(surname for surname in _japanese() if len(surname) > 1)


@cache
def _surnames() -> dict[str, Mapping[str, frozenset[str]]]:
    return {
        surname: MappingProxyType(
            {region: frozenset(cell.split()) for region, cell in zip(REGIONS, cells, strict=True) if cell}
        )
        for surname, *cells in (line.split("\t") for line in _lines("surnames.txt"))
    }


@cache
def _japanese() -> dict[str, tuple[str, ...]]:
    return {surname: tuple(said.split()) for surname, said in (line.split("\t") for line in _lines("japanese.txt"))}


def _lines(name: str) -> list[str]:
    return (_DATA / name).read_text("utf-8").splitlines()
