"""Gettext catalogues and tables of two languages."""

from __future__ import annotations

import pytest

from toolkit.core import Document
from toolkit.files import Unreadable
from toolkit.files.bilingual import parse_bilingual

ROW = "计划。,The plan.\n"


def po(raw: str) -> Document:
    return parse_bilingual(raw, "a.po", "po")


def table(raw: str) -> Document:
    return parse_bilingual(raw, "a.csv", "table")


def english(document: Document) -> list[str]:
    return [segment.target.prose for segment in document.segments]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('msgid "计划。"\nmsgstr "The \\"plan\\"."', ['The "plan".']),
        ('msgid "计划。"\nmsgstr ""\n"The "\n"plan."', ["The plan."]),
        ('msgid "计划。"\r\nmsgstr "One.\\nTwo.\\n"\r\n', ["One.\nTwo."]),
        ('msgid "计划。"\nmsgstr "a\\\\b \\x41\\101\\q"', ["a\\b AAq"]),
        ('#~ msgid "旧"\n#~ msgstr "Old"\n', []),
        ('msgctxt "m"\nmsgid ""\nmsgstr "X"', ["X"]),
        ('msgid "%d个"\nmsgid_plural "%d个"\nmsgstr[0] "%d file"\nmsgstr[1] "%d files"', ["%d file", "%d files"]),
        ('#, python-format\nmsgid "%(n)d个"\nmsgstr "5%% of %(n)d files, {x}"', ["5% of \ufffc files, \ufffc"]),
        ('msgid "一"\nmsgstr "One"\nmsgid "二"\nmsgstr "Two"', ["One", "Two"]),
    ],
)
def test_messages_are_read(written: str, read: list[str]) -> None:
    assert english(po(written)) == read


def test_a_message_without_english_is_left_out_and_told() -> None:
    found = po('msgid "计划。"\nmsgstr ""\n')
    assert not found.segments
    assert found.notices == ("a.po: 1 of 1 units have no English yet; they were not checked",)


def test_a_comment_silences_rules_for_its_message() -> None:
    found = po('msgid "一"\nmsgstr "One"\n\n# copydesk: ignore names/near-miss: hers\nmsgid "二"\nmsgstr "Two"\n')
    (ignore,) = found.target.ignores
    assert (ignore.rules, ignore.reason) == (("names/near-miss",), "hers")
    assert found.target.raw[slice(*ignore.scope)].startswith("# copydesk")


def test_what_is_inserted_is_escaped() -> None:
    (text,) = (segment.target for segment in po('msgid "计划。"\nmsgstr "The plan."').segments)
    edit = text.edit((4, 8), 'a "b" \\')
    assert edit
    assert edit.text == 'a \\"b\\" \\\\'
    (text,) = (segment.target for segment in po('#, c-format\nmsgid "五"\nmsgstr "5 percent"').segments)
    assert text.edit((1, 9), "%") is None


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        ('msgid "a"\nmsgstr "b\n', "a.po:2: is no line of a PO file"),
        ('"a"\n', "a.po:1: is no line of a PO file"),
        ('msgid ""\nmsgstr "Language: de\\n"\n', "a.po:1: is from no language named into de; only"),
        ('msgid "One"\nmsgstr "一"\n', "a.po: has its Chinese on the side of the English; exchange source and target"),
    ],
)
def test_a_catalogue_that_cannot_be_checked_is_told(raw: str, complaint: str) -> None:
    with pytest.raises(Unreadable) as caught:
        po(raw)
    assert str(caught.value).startswith(complaint)


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("zh,en\n" + ROW, ["The plan."]),
        ("id;Chinese;English\r\n1;计划。;The, plan.\r\n", ["The, plan."]),
        ('原文\t译文\n计划。\tThe "plan".\n', ['The "plan".']),
        ('source,target\n"计，划","The ""plan"",\nnow."\n', ['The "plan",\nnow.']),
        ('zh\ten\n计划。\t"Yes," he said.\n', ['"Yes," he said.']),
        ("zh-Hant,en-GB,note\n" + ROW.replace("\n", ",\n") + "\n", ["The plan."]),
        ("zh,en\n计划。,\n", [""]),
        ("zh,en\n计划。\n", [""]),
        ("en,zh\nThe plan.,计划。", ["The plan."]),
    ],
)
def test_rows_are_read(raw: str, read: list[str]) -> None:
    assert english(table(raw)) == read


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        ("a,b\nc,d\n", "a.csv:1: has no column for each language; name them zh and en in its first line"),
        ("id,zh,en,en_forbidden\n", "a.csv:1: is a glossary"),
        (
            "zh,en\n一,One\n二,Two, three\n",
            "a.csv:3: has more than 2 cells; put the cell with a comma into quotation marks",
        ),
    ],
)
def test_a_table_that_cannot_be_checked_is_told(raw: str, complaint: str) -> None:
    with pytest.raises(Unreadable) as caught:
        table(raw)
    assert str(caught.value).startswith(complaint)


def test_a_cell_gets_quotation_marks_where_it_needs_them() -> None:
    (text,) = (segment.target for segment in table("zh,en\n计划。,The plan.\n").segments)
    edit = text.edit((4, 8), 'big, "new" plan')
    assert edit
    assert edit.text == '"The big, ""new"" plan."'
    assert text.admits(edit)
