"""Laws of changing, comparing and merging glossaries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.glossary import COLUMNS, Term
from toolkit.glossary.changes import concepts, diff, merge
from toolkit.glossary.lint import lint
from toolkit.glossary.sheet import Sheet
from toolkit.glossary.tending import Refused, accept, edited

_words = st.text("ab,\"'| \n阿斯", max_size=4)
_cells = st.fixed_dictionaries(
    {"id": st.sampled_from("abcdef"), "zh": st.sampled_from("一二三四"), "en": _words, "note": _words}
)
_sheets = st.builds(lambda rows: Sheet.parse("id,zh,en,note\n").put(*rows), st.lists(_cells, max_size=5))


@given(st.text('id,zh"\n\r阿a', max_size=40))
def test_a_table_is_its_text(text):
    try:
        sheet = Sheet.parse(text)
    except ValueError:
        return
    if sheet.rows:
        lines = [row.raw for row in sheet.rows]
        assert all(line in text for line in lines)


@given(_sheets)
def test_what_is_written_is_read_again(sheet):
    assert Sheet.parse(sheet.text).text == sheet.text
    assert concepts(Sheet.parse(sheet.text)) == concepts(sheet)
    assert [*sheet.ids] == sorted(sheet.ids)


@given(_sheets, _cells)
def test_add_then_remove_gives_the_bytes_back(sheet, cells):
    if cells["id"] not in sheet.ids:
        assert sheet.put(cells).drop(cells["id"]).text == sheet.text


@given(_sheets)
def test_putting_what_is_there_changes_no_byte(sheet):
    odd = Sheet.parse(sheet.text.replace(",a,", ',"a",') if '"' not in sheet.text else sheet.text)
    assert odd.put(*concepts(odd).values()).text == odd.text


def test_a_row_may_stand_unsorted_without_an_end_and_with_crlf():
    sheet = Sheet.parse('id,zh,en\r\nc,一,"x"\r\na,二,y')
    assert sheet.put({"id": "b", "zh": "三", "en": "z"}).text == 'id,zh,en\r\nb,三,z\r\nc,一,"x"\r\na,二,y\r\n'
    with pytest.raises(ValueError, match="note: the header lacks"):
        sheet.put({"id": "b", "note": "x"})


def test_a_cell_has_a_place():
    (row,) = Sheet.parse('id,zh,en\na,"一,\n二",x\n').rows
    assert [row.place(n) for n in range(4)] == [(2, 1), (2, 3), (3, 4), (2, 1)]


@given(_sheets, _sheets)
def test_a_difference_is_none_or_turns_one_into_the_other(one, other):
    old, new = concepts(one), concepts(other)
    assert diff(old, old) == ()
    changed = dict(old)
    for change in diff(old, new):
        changed.pop(change.id, None)
        if change.new is not None:
            changed[change.new["id"]] = change.new
    assert changed == new


@given(_sheets, _sheets)
def test_merging_laws(one, other):
    a, b = concepts(one), concepts(other)
    assert merge(a, a) == (a, ())
    assert merge(a, a, {}) == (a, ())
    assert merge(a, b, a) == (b, ())
    assert merge(b, a, a) == (b, ())


@given(_sheets, _sheets, _sheets)
def test_what_is_preferred_leaves_no_conflict(one, other, base):
    for prefer in ("ours", "theirs"):
        assert merge(concepts(one), concepts(other), concepts(base), prefer)[1] == ()


def test_entries_of_a_list_are_merged():
    def table(entries: str) -> dict[str, dict[str, str]]:
        return {"a": {"id": "a", "zh": "一", "en": "x", "en_alt": entries}}

    merged, conflicts = merge(table("p|r"), table("p|q|s"), table("p|q"))
    assert (merged["a"]["en_alt"], conflicts) == ("p|r|s", ())
    assert [conflict.column for conflict in merge(table("p|r"), table("p|s"))[1]] == ["en_alt"]


def test_a_concept_that_one_removed_and_the_other_changed_is_a_conflict():
    base = {"a": {"id": "a", "zh": "一", "en": "x"}}
    changed = {"a": {"id": "a", "zh": "一", "en": "y"}}
    assert merge({}, base, base) == ({}, ())
    merged, (conflict,) = merge({}, changed, base)
    assert merged == changed
    assert (conflict.ours, conflict.theirs) == ("removed", "changed")
    assert merge({}, changed, base, "ours") == ({}, ())


def test_a_list_cell_is_edited_by_entry():
    assert edited({"en_alt": "a|b"}, ["en_alt+=c", "en_alt-=a", "note=x=y"]) == {"en_alt": "b|c", "note": "x=y"}
    with pytest.raises(Refused, match="'nonsense' is no column=value"):
        edited({}, ["nonsense"])


def test_two_of_a_country_may_share_their_chinese():
    here = Term("cn", "title", "部长", "Minister", country="CN")
    cells = {"id": "us", "type": "title", "zh": "部长", "en": "Secretary"}
    with pytest.raises(Refused, match="部长 is cn"):
        accept(cells, [here])
    assert accept(cells | {"country": "US"}, [here]).en == "Secretary"


def _row(**cells: str) -> str:
    full = {"id": "x", "type": "term", "zh": "阿斯麦", "en": "ASML"} | cells
    return Sheet.parse(",".join(COLUMNS) + "\n").put(full).text


@pytest.mark.parametrize(
    ("cells", "cell", "said"),
    [
        ({"type": "thing"}, "type", "is none of"),
        ({"valid_from": "2024-13-01"}, "valid_from", "is not a date"),
        ({"valid_from": "2024-02-01", "valid_to": "2024-01-01"}, "valid_from", "comes after"),
        ({"en_alt": "AS  ML"}, "en_alt", "two spaces"),
        ({"note": " x"}, "note", "begins or ends with a space"),
        ({"en_alt": "a||b"}, "en_alt", "empty entry"),
        ({"en_alt": "Asm|Asm"}, "en_alt", "twice"),
        ({"en": "阿斯麦"}, "en", "holds Chinese"),
        ({"en_alt": "…"}, "en_alt", "holds no word"),
        ({"en_forbidden": "ASML"}, "en_forbidden", "is accepted too"),
        ({"en_alt": "ASML Holding", "en_forbidden": "Holding"}, "en_forbidden", "stands in the accepted form"),
        ({"en_forbidden": "asm"}, "en_forbidden", "too short"),
        ({"en_forbidden": "machine"}, "en_forbidden", "is a common English word"),
        ({"not_when": "斯麦"}, "not_when", "never found"),
        ({"when": "阿斯"}, "when", "asks for nothing"),
        ({"office": "nobody"}, "office", "is no concept of the type title"),
        ({"first_mention": "ASML Holding"}, "first_mention", "is no accepted form"),
        ({"country": "Netherlands"}, "country", "is no code"),
        ({"id": "A B"}, "id", "an id is"),
        ({"zh": "阿" * 50}, "zh", "has 50 characters"),
    ],
)
def test_a_fault_is_found_in_its_cell(cells, cell, said):
    faults = lint({"a.csv": Sheet.parse(_row(**cells))}, (), {"machine"}.__contains__)
    assert [(fault.cell, said in fault.message) for fault in faults] == [(cell, True)]


def test_faults_between_concepts_are_found():
    one = {"id": "a", "type": "term", "zh": "光刻", "en": "lithography", "en_forbidden": "carving"}
    two = {"id": "b", "type": "term", "zh": "光刻机", "zh_alt": "光刻", "en": "carving"}
    faults = lint({"a.csv": Sheet.parse(Sheet.parse(",".join(COLUMNS) + "\n").put(one, two).text)})
    found = {(fault.concept, fault.level, fault.cell) for fault in faults}
    assert found == {("a", "error", "en_forbidden"), ("a", "note", "zh"), ("b", "error", "zh_alt")}


def test_a_form_inside_a_longer_one_is_noted():
    (fault,) = lint({"a.csv": Sheet.parse("id,zh,en\na,光刻,x\nb,光刻机,y\n")})
    assert (fault.level, fault.line, fault.column, fault.message) == (
        "note",
        2,
        3,
        "光刻 lies inside 光刻机; there the longer one is found",
    )
