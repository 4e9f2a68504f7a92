"""Lines and columns lead back to the offset they came from."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from toolkit.reports.lines import Lines

raws = st.text(st.sampled_from("ab芯\U0001f600 \n\r\u2028\x85\x0c"), max_size=40)


@given(raws, st.data())
def test_every_offset_survives_the_way_to_line_and_column_and_back(raw: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(raw)))
    lines = Lines(raw)
    assert lines.offset(lines.at(offset)) == offset


@given(raws)
def test_only_the_three_usual_line_ends_part_lines(raw: str) -> None:
    lines = Lines(raw)
    parts = re.split("\r\n|\r|\n", raw)
    assert [lines.text(n + 1) for n in range(len(parts))] == parts


def test_characters_beyond_the_basic_plane_are_one_column() -> None:
    assert Lines("𠮷 chip").at(2) == (1, 3)
