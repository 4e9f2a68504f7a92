"""A glossary table is read row by row; a bad row is one clear problem and stops nothing."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.glossary import COLUMNS, parse

HEADER = "id,type,zh,en,en_alt,office,valid_from,case,status\n"


def test_a_row_becomes_a_concept():
    terms, problems = parse(HEADER + "smic,organisation,中芯国际,SMIC,SMIC Corp|A\\|B,,2000-04-03,exact,preferred\n")
    assert not problems
    (term,) = terms
    assert term.targets == ("SMIC", "SMIC Corp", "A|B")
    assert term.valid.first == datetime.date(2000, 4, 3)
    assert term.is_name


def test_offices_carry_their_terms():
    (term,), problems = parse(HEADER + "x,person,某人,A B,,minister@2020-01-01..|envoy@..2019-12-31,,any,preferred\n")
    assert not problems
    assert [office.title for office in term.office] == ["minister", "envoy"]
    assert datetime.date(2024, 1, 1) in term.office[0].period
    assert datetime.date(2024, 1, 1) not in term.office[1].period


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("a,organization,中,X,,,,any,preferred", "type", "'organization' is none of"),
        ("a,term,,X,,,,any,preferred", "zh", "is empty"),
        ("a,term,中,X,,,2020-13-01,any,preferred", "valid_from", "expected YYYY-MM-DD"),
        ("a,term,中,X,,,,lower,preferred", "case", "'lower' is none of any, exact"),
        ("a,term,中,X,,,,any,good", "status", "'good' is none of"),
        ("a,term,中,X,,,,any,preferred,more", "status", "10 cells"),
    ],
)
def test_a_bad_row_names_its_line_and_column_and_the_rest_is_read(row, column, said):
    terms, problems = parse(HEADER + row + "\nb,term,好,good,,,,any,preferred\n")
    assert [term.id for term in terms] == ["b"]
    assert [(problem.line, problem.column) for problem in problems] == [(2, column)]
    assert said in problems[0].message


def test_a_header_without_its_columns_is_told():
    terms, problems = parse("zh,en,notes\n中,X,\n")
    assert not terms
    assert {problem.column for problem in problems} == {"id", "notes"}


@given(st.text(max_size=400))
def test_no_text_breaks_the_reader(text):
    terms, problems = parse(",".join(COLUMNS) + "\n" + text)
    assert isinstance(terms, list)
    assert isinstance(problems, list)
