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


@pytest.mark.parametrize(
    ("header", "column", "message"),
    [
        ("", "id", "the file has no header"),
        ("\n", "id", "the file has no header"),
        ("zh,notes\n中,X\n", "id, en", "the header lacks these columns"),
        ("id,zh,en,notes,colour\n", "notes, colour", "no such column"),
        ("id,zh,en,en\n", "en", "stands twice in the header"),
    ],
)
def test_a_header_that_is_none_is_told_in_one_line(header, column, message):
    terms, problems = parse(header)
    assert not terms
    assert [(problem.line, problem.column) for problem in problems] == [(1, column)]
    assert problems[0].message.startswith(message)


def test_an_id_that_stands_twice_is_told_where_it_does():
    _, problems = parse('id,zh,en,note\na,中,X,"one\ntwo"\nb,外,Y,\na,中,X,\n')
    assert [(problem.line, problem.column) for problem in problems] == [(5, "id")]
    assert problems[0].message.startswith("a stands in line 3 too")


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ('a,中,"X,\nb,外,Y,\n', 2, "a quotation mark is never closed"),
        ('a,中,X,\nb,外,"Y" Z,\n', 3, "is no CSV row: "),
        (f"a,中,X,\nb,外,Y,{'x' * 10_001}\n", 3, "a cell has more than 10,000 characters"),
    ],
)
def test_a_row_that_swallows_others_is_told_where_it_begins(rows, line, message):
    _, problems = parse("id,zh,en,note\n" + rows)
    assert [(problem.line, problem.message.startswith(message)) for problem in problems] == [(line, True)]


@pytest.mark.parametrize("odd", "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")
def test_what_ends_a_line_elsewhere_is_a_space_in_a_cell(odd):
    (term,), problems = parse(f"id,zh,en,note\na,中,X,one{odd}two\n")
    assert (term.note, problems) == ("one two", [])


@given(st.text(max_size=400))
def test_no_text_breaks_the_reader(text):
    terms, problems = parse(",".join(COLUMNS) + "\n" + text)
    assert isinstance(terms, list)
    assert isinstance(problems, list)
