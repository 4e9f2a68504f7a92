"""Hostile files end in one clear line, at once."""

from __future__ import annotations

import datetime
import io
import time
import zipfile

import pytest

from toolkit.files.errors import Unreadable
from toolkit.files.termbases import load_termbase, read_termbase, render_termbase
from toolkit.glossary import Term
from toolkit.glossary.conversion import to_termbase

LAUGHS = '<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "{"&a;" * 9}">' for n in range(12))
ENTRY = '<conceptEntry id="a"><langSec xml:lang="en"><termSec><term>&a;</term></termSec></langSec></conceptEntry>'
DEEP = 5_000


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"<!DOCTYPE tbx [{LAUGHS}]><tbx><text><body>{ENTRY}</body></text></tbx>", "declares an entity"),
        ('<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>&a;</tbx>', "declares an entity"),
        ('<!DOCTYPE tbx [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;]><tbx/>', "declares an entity"),
        ("<tbx>" + "<a>" * DEEP + "</a>" * DEEP + "</tbx>", ""),
        ("<tbx>" + "<a>" * 100 + "</a>" * 100 + "</tbx>", "nested more than"),
        ("<tbx>" + "<a/>" * 4_100_000 + "</tbx>", "more than"),
        ("<tbx>\x00</tbx>", "binary"),
    ],
    ids=["laughs", "file", "parameter", "deep", "nested", "many", "binary"],
)
def test_hostile_xml_is_refused(text, message):
    begun = time.perf_counter()
    with pytest.raises(Unreadable) as caught:
        read_termbase(text.encode(), "a.tbx")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert time.perf_counter() - begun < 10


def test_entities_hide_in_no_encoding():
    with pytest.raises(Unreadable, match="declares an entity"):
        read_termbase(f"<!DOCTYPE tbx [{LAUGHS}]><tbx/>".encode("utf-16"), "a.tbx")


def test_a_document_type_is_never_fetched():
    text = f'<!DOCTYPE tbx SYSTEM "http://127.0.0.1:9/tbx.dtd"><tbx><text><body>{ENTRY}</body></text></tbx>'
    read = read_termbase(text.replace("&a;", "fab").encode(), "a.tbx")
    assert len(read.termbase.concepts) == 1


def test_a_hundred_megabytes_are_the_most(tmp_path):
    path = tmp_path / "a.tbx"
    path.write_bytes(b"<tbx>" + b" " * (100 << 20) + b"</tbx>")
    with pytest.raises(Unreadable, match="larger than 100 MB"):
        load_termbase(path)


@pytest.mark.parametrize("inside", [b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", b" " * (201 << 20)], ids=["entity", "bomb"])
def test_hostile_workbooks_are_refused(inside):
    pytest.importorskip("openpyxl")
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parts:
        parts.writestr("xl/workbook.xml", inside)
    with pytest.raises(Unreadable, match=r"declares an entity|unpacks to more"):
        read_termbase(held.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    ("sheets", "message"),
    [
        (
            {"cover": [["Terms"]], "terms": [["id", "zh", "en"], ["fab", "晶圆厂", "fab"]]},
            r"has 2 sheets with rows \(cover, ",
        ),
        ({"terms": [["id", "zh", "en"], ["fab", "晶圆厂", '=CONCAT("a")']]}, "has formulas without values"),
        ({"terms": []}, "has no rows"),
    ],
    ids=["sheets", "formula", "empty"],
)
def test_a_workbook_that_hides_something_is_refused(sheets, message):
    with pytest.raises(Unreadable, match=message):
        read_termbase(workbook(sheets), "a.xlsx")


def test_a_workbook_may_have_empty_sheets_and_days():
    rows = [["id", "zh", "en", "valid_from"], ["fab", "晶圆厂", "fab", datetime.datetime(2024, 1, 2)]]  # noqa: DTZ001 (as Excel has it)
    termbase = read_termbase(workbook({"notes": [], "terms": rows}), "a.xlsx").termbase
    assert [(fact.kind, fact.value) for fact in termbase.concepts[0].facts] == [("valid_from", "2024-01-02")]


def workbook(sheets) -> bytes:
    """An XLSX file of these rows."""
    book = pytest.importorskip("openpyxl").Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_an_export_of_any_size_is_read_back_before_it_is_said_to_lose_anything():
    terms = [Term(id=f"c{n}", type="term", zh=f"概念{n}", en=f"concept {n}", note="x" * 9_000) for n in range(2_500)]
    written = render_termbase(to_termbase(terms), "tbx")
    assert len(written.data) > 20 << 20
    assert not written.losses
