"""Damaged links and tags are found and rebuilt: a seeded sample of the bench."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from toolkit.api import open_desk

BENCH = Path(__file__).parents[2] / "corpora" / "bench" / "damage.py"


@cache
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("damage", BENCH)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["damage"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def outcomes() -> dict[str, list[Any]]:
    """What comes of two cases of every kind, at anchors seen and held out."""
    desk = open_desk()[0]
    found: dict[str, list[Any]] = {}
    for anchors in ("seen", "held"):
        for case in bench().cases(1, 11, anchors):
            found.setdefault(case.kind, []).append(bench().judge(case, desk))
    return found


def share(outcomes: dict[str, list[Any]], key: str) -> float:
    values = [getattr(one, key) for group in outcomes.values() for one in group if getattr(one, key) is not None]
    return sum(values) / len(values)


def test_the_bench_can_make_three_hundred_cases_of_twelve_kinds_and_more() -> None:
    kinds = bench().KINDS
    assert len(kinds) >= 12
    assert len(list(bench().cases(20, 7))) >= 300


def test_damage_is_found_with_the_chinese_and_without(outcomes: dict[str, list[Any]]) -> None:
    assert share(outcomes, "found") >= 0.97
    assert share(outcomes, "alone") >= 0.9


def test_damage_is_rebuilt_exactly_and_nothing_is_made_worse(outcomes: dict[str, list[Any]]) -> None:
    assert share(outcomes, "rebuilt") >= 0.85
    assert [kind for kind, group in outcomes.items() if any(one.worse for one in group)] == []
