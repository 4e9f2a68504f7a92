"""The labelled names are data: well formed, in order, and without a word of their source."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "corpora" / "names"
FILES = (FOLDER / "labels.jsonl", FOLDER / "unseen.jsonl")
ROWS = [json.loads(line) for file in FILES for line in file.read_text("utf-8").splitlines()]


def test_each_row_is_a_hash_and_spans_and_no_line_is_there_twice() -> None:
    assert len(ROWS) == len({row["blake2"] for row in ROWS}) == 280
    assert all(row.keys() - {"line"} == {"blake2", "names"} and len(bytes.fromhex(row["blake2"])) == 8 for row in ROWS)


def test_the_names_of_a_line_do_not_overlap_and_have_a_kind() -> None:
    for row in ROWS:
        assert all(one[1] <= two[0] for one, two in pairwise(row["names"]))
        assert all(start < end for start, end, _ in row["names"])
        assert {kind for *_, kind in row["names"]} <= {"person", "organisation", "place", "outlet"}


def test_no_chinese_is_quoted() -> None:
    assert all(file.read_text("utf-8").isascii() for file in FILES)
