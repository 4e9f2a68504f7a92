"""Tables of other tools: what a file says, before and after."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from toolkit.files.errors import Unreadable
from toolkit.files.termbases import FORMATS, read_termbase, render_termbase
from toolkit.glossary import Term
from toolkit.glossary.conversion import to_termbase, to_terms

FAB = Term(
    id="wafer-fab",
    type="term",
    zh="晶圆厂",
    zh_alt=("芯片厂",),
    en="wafer fab",
    en_alt=("fab",),
    en_forbidden=("crystal circle plant",),
    domain="semiconductors",
    note="a plant | definition: where wafers are made",
    source="desk",
)
ENVOY = Term(id="envoy", type="title", zh="特使", en="special envoy", case="exact", country="US", status="draft")
MINE = to_termbase([FAB, ENVOY])

FILES = {
    "native": "id,zh,en\nfab,晶圆厂,wafer fab\n",
    "deepl": "晶圆厂,wafer fab,ZH,EN\n特使,special envoy,ZH,EN,0.9\n",
    "google": "zh-CN,en,pos,description\n晶圆厂,wafer fab,noun,a plant\n",
    "memoq": "Entry_ID;Entry_Subject;Entry_Note;Chinese_PRC_Def;Chinese_PRC;Term_Info;Term_Example;"
    "English_United_States_Def;English_United_States;Term_Info;Term_Example;English_United_States;Term_Info;Term_Example\n"
    '7;chips;a plant;;晶圆厂;CaseSense;;where wafers are made;wafer fab;"CasePermissive;HalfPrefix";;'
    'crystal plant;"CaseInsense;NoPrefix;NonTerm";\n',
    "trados": '"Chinese (Simplified, China)",English,Client\n晶圆厂|芯片厂,wafer fab|fab,desk\n',
    "weblate": "location,source,target,ID,fuzzy,context,translator_comments,developer_comments\n"
    ",晶圆厂,wafer fab,7,,chips,,a plant\n",
}


@pytest.mark.parametrize("flavour", FILES)
def test_a_clear_flavour_is_guessed_and_comes_back_whole(flavour):
    first = read_termbase(FILES[flavour].encode(), "terms.csv")
    written = render_termbase(first.termbase, "csv", flavour)
    assert first.flavour == flavour
    assert read_termbase(written.data, "terms.csv").termbase == first.termbase
    assert not written.losses


@pytest.mark.parametrize(
    ("form", "flavour"), [(form, each) for form in ("tbx", "tbx2", "csv") for each in FORMATS[form]]
)
def test_what_is_lost_is_lost_once(form, flavour):
    once = render_termbase(MINE, form, flavour)
    held = read_termbase(once.data, "x", flavour).termbase
    again = render_termbase(held, form, flavour)
    assert read_termbase(again.data, "x", flavour).termbase == held
    assert not again.losses


@pytest.mark.parametrize("flavour", ["basic", "basic-dct", "tig", "ntig"])
def test_our_own_concepts_pass_through_tbx_unharmed(flavour):
    form = "tbx2" if flavour.endswith("tig") else "tbx"
    written = render_termbase(MINE, form, flavour)
    assert not written.losses
    assert to_terms(read_termbase(written.data, "x.tbx").termbase).terms == (FAB, ENVOY)


TSMC = Term(id="tsmc", type="organisation", zh="台积电", zh_alt=("台積電", "台湾积体电路"), en="TSMC")


def test_traditional_forms_go_out_under_their_script_and_come_back_behind_the_others():
    written = render_termbase(to_termbase([TSMC]), "tbx")
    loaded = read_termbase(written.data, "x.tbx").termbase
    told = {section.language: [each.text for each in section.designations] for section in loaded.concepts[0].sections}
    assert told == {"zh": ["台积电", "台湾积体电路"], "zh-Hant": ["台積電"], "en": ["TSMC"]}
    (back,) = to_terms(loaded).terms
    assert (back.zh, back.zh_alt) == ("台积电", ("台湾积体电路", "台積電"))
    assert not written.losses


def test_a_mainland_name_that_looks_traditional_stays_plain_chinese():
    told = to_termbase([Term(id="ken-hu", type="person", zh="胡厚崑", en="Ken Hu")]).concepts[0].sections
    assert [section.language for section in told] == ["zh", "en"]


def test_a_region_that_our_table_cannot_hold_is_told_form_by_form():
    text = "zh-CN,zh-HK,zh-TW,en\n芯片,晶片,晶片,chip\n人工智能,人工智能,人工智慧,artificial intelligence\n"
    imported = to_terms(read_termbase(text.encode(), "a.csv", "google").termbase)
    assert [term.zh_alt for term in imported.terms] == [("晶片",), ("人工智慧",)]
    assert {loss.what: loss.times for loss in imported.losses} == {"region or script of a term": 6, "term in zh": 2}


def test_the_losses_of_an_export_are_told_by_kind():
    told = {loss.what: loss.times for loss in render_termbase(MINE, "csv", "google").losses}
    assert told["term in zh"] == 2
    assert told["term in en"] == 3
    assert told["concept id"] == 2
    assert "note" not in told


def test_omegat_is_parted_by_tabs_and_knows_remarks():
    loaded = read_termbase('# desk\n晶圆厂\twafer "fab"\ta plant\n'.encode(), "glossary.tab")
    (term,) = to_terms(loaded.termbase).terms
    assert (loaded.flavour, term.zh, term.en, term.note) == ("omegat", "晶圆厂", 'wafer "fab"', "a plant")


def test_microsoft_matches_case():
    (term,) = to_terms(read_termbase("wafer fab\t晶圆厂\n".encode(), "g.tsv", "microsoft").termbase).terms
    assert (term.zh, term.en, term.case, term.id) == ("晶圆厂", "wafer fab", "exact", "wafer-fab")


def test_weblate_is_given_no_forbidden_rendering_since_its_tables_cannot_mark_one():
    text = "source,target,flags\n晶圆厂,wafer fab,terminology\n晶圆厂,crystal plant,forbidden\n"
    loaded = read_termbase(text.encode(), "w.csv").termbase
    terms = to_terms(loaded).terms
    assert [(term.en, term.status) for term in terms] == [("wafer fab", "preferred"), ("crystal plant", "deprecated")]
    written = render_termbase(loaded, "csv", "weblate")
    assert written.data.decode().splitlines()[1:] == ["晶圆厂,wafer fab,,,terminology"]
    assert "term in en" in {loss.what for loss in written.losses}


def test_memoq_marks_a_forbidden_term_as_no_term_and_names_regions():
    fab = replace(FAB, zh_alt=("晶圓廠",))
    written = render_termbase(to_termbase([fab]), "csv", "memoq").data.decode()
    assert "Chinese_Traditional_Def;Chinese_Traditional;Term_Info;Term_Example" in written
    assert "crystal circle plant;NonTerm;" in written
    (term,) = to_terms(read_termbase(FILES["memoq"].encode(), "m.csv").termbase).terms
    assert (term.en, term.en_forbidden) == ("wafer fab", ("crystal plant",))


@pytest.mark.parametrize(
    "text",
    [
        "Entry_ID,English_United_Kingdom,Term_Info,Chinese_Taiwan\n0,fab,CasePermissive;HalfPrefix,晶圓廠\n",
        "Entry_ID;English;Term_CaseSensitivity;Term_Forbidden;Chinese_PRC\n0;fab;CaseSense;NonTerm;晶圆厂\n",
    ],
    ids=["commas", "QTerm"],
)
def test_memoq_writes_commas_too_and_qterm_has_columns_of_its_own(text):
    loaded = read_termbase(text.encode(), "m.csv")
    (term,) = to_terms(loaded.termbase).terms
    assert (loaded.flavour, term.en, term.status) == (
        "memoq",
        "fab",
        "deprecated" if "NonTerm" in text else "preferred",
    )


def test_a_column_for_each_synonym_of_trados_is_read_as_synonyms():
    loaded = read_termbase(b"English,Chinese,Chinese\nfab,\xe5\x8e\x82,\xe5\x9c\xba\n", "t.csv", "trados").termbase
    assert to_terms(loaded).terms[0].zh_alt == ("场",)
    assert not render_termbase(loaded, "csv", "trados").losses


@pytest.mark.parametrize(
    ("flavour", "lines"),
    [
        ("deepl", ["台积电,TSMC,zh,en", "台湾积体电路,TSMC,zh,en", "台積電,TSMC,zh,en"]),
        ("google", ["zh,zh-TW,en,pos,description", "台积电,台積電,TSMC,,"]),
        ("trados", ["Chinese,Chinese (Traditional),English,Note", "台积电|台湾积体电路,台積電,TSMC,"]),
        ("omegat", ["# -*- coding: utf-8 -*-", "台积电\tTSMC", "台湾积体电路\tTSMC", "台積電\tTSMC"]),
    ],
)
def test_traditional_forms_go_out_as_each_tool_knows_them(flavour, lines):
    assert render_termbase(to_termbase([TSMC]), "csv", flavour).data.decode().splitlines() == lines


def test_machines_are_given_no_drafts():
    for flavour in ("deepl", "google", "microsoft", "omegat", "weblate"):
        assert "special envoy" not in render_termbase(MINE, "csv", flavour).data.decode()


def test_loose_statuses_decide_what_is_forbidden():
    words = ["preferred", "admitted", "notRecommended", "Obsolete", "deprecatedTerm-admn-sts"]
    tigs = "".join(
        f'<tig><term>{word}</term><termNote type="administrativeStatus">{word}</termNote></tig>' for word in words
    )
    text = (
        '<martif type="TBX" xml:lang="en"><text><body><termEntry id="a"><langSet xml:lang="zh-TW"><tig><term>晶圓廠</term>'
        '</tig></langSet><langSet xml:lang="zh-CN"><tig><term>晶圆厂</term></tig></langSet>'
        f'<langSet xml:lang="en">{tigs}</langSet></termEntry></body></text></martif>'
    )
    (term,) = to_terms(read_termbase(text.encode(), "a.tbx").termbase).terms
    assert (term.zh, term.zh_alt) == ("晶圆厂", ("晶圓廠",))
    assert (term.en, term.en_alt, len(term.en_forbidden)) == ("preferred", ("admitted",), 3)


@pytest.mark.parametrize(
    ("name", "flavour", "text", "message"),
    [
        ("a.csv", None, "晶圆厂,fab\n", "a.csv: does not tell which tool it is from; say --flavour deepl or"),
        ("a.csv", None, "\n\n", "a.csv: is empty; export it anew"),
        ("a.csv", None, ",,\n", "a.csv: has no rows"),
        ("a.tbx", None, "fab,x\n", "a.tbx: is not what its name says"),
        ("a.csv", None, "id,zh,en,colour\nx,厂,fab,red\n", "a.csv:1: column colour: no such column"),
        ("a.csv", "deepl", "晶圆厂,fab\n特使,\n", "a.csv:2: has no pair"),
        ("a.csv", "deepl", "a,b,c,d,e,f\n", "a.csv:1: has 6 columns"),
        ("a.csv", "google", "zh,en\n晶圆厂,fab,x\n", "a.csv:2: has 3 cells, the header 2"),
        ("a.csv", "memoq", "zh;en\n", "a.csv:1: has no column Entry_ID"),
        ("a.csv", "weblate", "source;goal\n", "a.csv:1: has no column target"),
        ("a.csv", "trados", "a,b\n", "a.csv:1: names no language"),
        ("a.csv", "native", "id,zh,en\nx,晶圆厂,\n", "a.csv:2: column en: is empty"),
        ("a.csv", "deepl", f"{'x' * 10_001},y\n", "a.csv:1: a cell has more than 10,000 characters"),
        ("a.csv", "deepl", 'a,b\nc,"d\ne,f\n', "a.csv:2: a quotation mark is never closed"),
        ("a.csv", "native", 'id,zh,en,note\na,晶圆厂,fab,"x\ny"\nb,特使,,\n', "a.csv:4: column en: is empty"),
        ("a.tbx", None, "<html/>", "a.tbx:1: is XML but no TBX: it begins with <html>"),
        ("a.tbx", "deepl", "<tbx/>", "a.tbx: is XML, so no deepl table"),
        ("a.tbx", None, "<tbx>\n<text>", "a.tbx:2: is not well-formed XML"),
        (
            "a.tbx",
            None,
            "<tbx><text><body>\n<conceptEntry><langSec/></conceptEntry></body></text></tbx>",
            "a.tbx:2: <langSec> has",
        ),
        ("a.xlsx", None, "PK\x03\x04", "a.xlsx: is no XLSX workbook"),
    ],
)
def test_bad_input_gets_one_line_with_file_line_and_cure(name, flavour, text, message):
    if name.endswith("xlsx"):
        pytest.importorskip("openpyxl")
    with pytest.raises(Unreadable) as caught:
        read_termbase(text.encode(), name, flavour)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_workbook_holds_text_only():
    openpyxl = pytest.importorskip("openpyxl")
    sly = Term(id="sly", type="term", zh="公式", en="=1+2", note="@SUM(A1)")
    written = render_termbase(to_termbase([sly]), "xlsx")
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(written.data)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert to_terms(read_termbase(written.data, "x.xlsx").termbase).terms == (sly,)
    assert not written.losses


def test_what_tbx_does_not_know_is_told():
    text = (
        '<tbx type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><stray>a</stray><conceptEntry id="a" rank="1">'
        '<descrip type="definition">a <hi>big</hi> plant</descrip><mystery>b</mystery>'
        '<langSec xml:lang="zh"><termSec><term>晶圆厂</term></termSec></langSec>'
        '<langSec xml:lang="en"><termSec><term>f<hi>a</hi>b</term></termSec></langSec></conceptEntry></body></text></tbx>'
    )
    told = {loss.what for loss in to_terms(read_termbase(text.encode(), "a.tbx").termbase).losses}
    assert told == {"stray of the file", "mystery", "attribute rank", "markup of definition", "markup of a term"}
