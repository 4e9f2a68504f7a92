"""What a format writes for a text reads as that text, and nothing that a format takes breaks out of where it stands."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.core import Edit, Run, Span, Text
from toolkit.core.notation import CDATA, CELL, PO, PO_FORMAT, QUOTED, TABBED, WORD, XML, Notation

TEXTS = st.text(
    st.sampled_from("ab中 &<>\"'\\%{};,\t\n\r[]\x00\x0b\ufffe🙂") | st.characters(codec="utf-8"), max_size=20
)
EVERY = (XML, CDATA, PO, PO_FORMAT, QUOTED, CELL, TABBED, WORD)


@pytest.mark.parametrize("notation", EVERY)
@given(TEXTS)
def test_what_is_written_may_stand_there(notation: Notation, text: str) -> None:
    written = notation.written(text)
    assert written is None or notation.takes(written)


@given(TEXTS)
def test_xml_reads_back(text: str) -> None:
    written = XML.written(text)
    if written is not None:
        assert ET.fromstring(f"<a>{written}</a>").text == (text.replace("\r\n", "\n").replace("\r", "\n") or None)


@given(TEXTS)
def test_xml_takes_nothing_that_breaks_it(raw: str) -> None:
    if XML.takes(raw):
        assert len(ET.fromstring(f"<a>{raw}</a>")) == 0
    if CDATA.takes(raw):
        assert len(ET.fromstring(f"<a><![CDATA[{raw}]]></a>")) == 0


@given(TEXTS.filter(lambda text: "\x00" not in text))
def test_cells_read_back(text: str) -> None:
    written = QUOTED.written(text)
    assert list(csv.reader(io.StringIO(f'a,"{written}"', newline=""))) == [["a", text]]
    if text and CELL.takes(text):
        assert list(csv.reader(io.StringIO(f"a,{text}", newline=""))) == [["a", text]]
    whole = CELL.whole(text)
    assert whole is not None
    assert CELL.takes_whole(whole)


COPY = Text(
    "R&D \ufffc won",
    (Run(0, 5, 6), Run(1, 6, 11), Run(2, 11, 13), Run(4, 13, 20), Run(5, 24, 28)),
    (Span(5, 28),),
    True,
    XML,
)


@pytest.mark.parametrize(
    ("span", "text", "edit"),
    [
        ((0, 3), "A&B", Edit(Span(5, 12), "A&amp;B")),
        ((1, 2), "+", Edit(Span(6, 11), "+")),
        ((2, 2), "<", Edit(Span(11, 11), "&lt;")),
        ((9, 9), "!", Edit(Span(28, 28), "!")),
        ((4, 5), "x", None),
        ((3, 6), "x", None),
        ((4, 7), "x", None),
        ((0, 1), "\x00", None),
    ],
)
def test_an_edit_is_spelt_as_the_file_spells_text_and_spares_its_codes(
    span: tuple[int, int], text: str, edit: Edit | None
) -> None:
    assert COPY.edit(span, text) == edit


@pytest.mark.parametrize(
    ("edit", "admitted"),
    [
        (Edit(Span(5, 12), "x"), True),
        (Edit(Span(5, 8), "x"), False),
        (Edit(Span(12, 21), "x"), False),
        (Edit(Span(12, 13), "<b>"), False),
        (Edit(Span(12, 13), "&amp;"), True),
        (Edit(Span(21, 22), ""), False),
        (Edit(Span(0, 1), ""), False),
    ],
)
def test_edits_of_the_raw_file_are_admitted_where_they_leave_it_what_it_is(edit: Edit, admitted: bool) -> None:
    assert COPY.admits(edit) is admitted
