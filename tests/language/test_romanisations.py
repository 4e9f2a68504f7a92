"""Surnames as Taiwan, Hong Kong, Singapore, Korea, Vietnam and Japan spell them."""

from __future__ import annotations

from pathlib import Path

import pytest

import toolkit.language.romanisations as module
from toolkit.language.romanisations import REGIONS, japanese, surname_forms
from toolkit.language.surnames import COMPOUND

DATA = Path(module.__file__).parent / "data"


@pytest.mark.parametrize(
    ("surname", "region", "spelling"),
    [
        ("夏", "TW", "hsia"),
        ("许", "TW", "hsu"),
        ("郑", "HK", "cheng"),
        ("吴", "HK", "ng"),
        ("黄", "SG", "wong"),
        ("陈", "SG", "tan"),
        ("郑", "SG", "teh"),
        ("李", "KR", "yi"),
        ("朴", "KR", "park"),
        ("范", "VN", "pham"),
        ("阮", "VN", "nguyen"),
        ("欧阳", "HK", "au-yeung"),
    ],
)
def test_a_surname_has_the_spelling_of_its_region(surname: str, region: str, spelling: str) -> None:
    assert spelling in surname_forms(surname)[region]


def test_what_is_no_surname_has_no_forms() -> None:
    assert not surname_forms("的")
    assert not surname_forms("")


def test_a_japanese_surname_is_read_in_japanese() -> None:
    assert japanese("岸田") == ("kishida",)
    assert japanese("佐佐木") == ("sasaki",)
    assert japanese("习") == ()


@pytest.mark.parametrize("name", ["surnames.txt", "japanese.txt"])
def test_a_table_is_sorted_without_doubles_in_plain_lower_case(name: str) -> None:
    lines = (DATA / name).read_text("utf-8").splitlines()
    heads = [line.partition("\t")[0] for line in lines]
    assert heads == sorted(set(heads))
    assert all(
        spelling.replace("-", "").isalpha() and spelling.isascii() and spelling.islower()
        for line in lines
        for spelling in line.split("\t", 1)[1].split()
    )


def test_every_surname_has_five_regions_and_the_compounds_are_there() -> None:
    assert all(line.count("\t") == len(REGIONS) for line in (DATA / "surnames.txt").read_text("utf-8").splitlines())
    assert all(surname_forms(surname) for surname in COMPOUND)
