"""XLIFF and TMX: what of a unit is prose, what its codes, notes and states are taken for."""

from __future__ import annotations

import pytest

from toolkit.core import Document, Kind, Span
from toolkit.files import Unreadable
from toolkit.files.bilingual import parse_bilingual

FIRST = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="zh-CN" target-language="en">'
    "<body>{}</body></file></xliff>"
)
SECOND = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" trgLang="en">'
    '<file id="f">{}</file></xliff>'
)


def first(inside: str) -> Document:
    return parse_bilingual(FIRST.format(inside), "a.xlf", "xliff")


def second(inside: str) -> Document:
    return parse_bilingual(SECOND.format(inside), "a.xlf", "xliff")


def unit(target: str, source: str = "董事会批准了计划。", **attributes: str) -> str:
    said = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<trans-unit{said}><source>{source}</source>{target}</trans-unit>"


def english(document: Document) -> list[str]:
    return [segment.target.prose for segment in document.segments]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('The <g id="1">plan</g> was approved.', "The plan was approved."),
        ("The <bpt id='1'>&lt;b&gt;</bpt>plan<ept id='1'>&lt;/b&gt;</ept>.", "The plan."),
        ("The <bx id='1'/>plan<ex id='1'/> <it id='2' pos='open'>x</it>passed.", "The plan passed."),
        ("The <mrk mtype='seg' mid='1'>plan</mrk> passed.", "The plan passed."),
        ("The plan<mrk mtype='x-sdl-deleted'> not</mrk> passed.", "The plan passed."),
        ("See <x id='1'/> now.", "See \ufffc now."),
        ("One.<x id='1' ctype='lb'/>Two.", "One.\nTwo."),
        ("One.<ph id='1'>&lt;br/&gt;</ph>Two.", "One.\nTwo."),
        ("The <ph id='1'>&lt;b&gt;</ph>plan<ph id='2'>&lt;/b&gt;</ph>.", "The plan."),
        ("The <ph id='1'>alt <sub>words</sub></ph> plan.", "The \ufffc plan."),
        ("R&amp;D &lt;5&gt; &#x4E2D; &#8220;so&#8221;", "R&D <5> 中 “so”"),
        ("The\n      plan passed.", "The plan passed."),
        ("<![CDATA[R&D <b>]]> rose.", "R&D <b> rose."),
        ("The <!-- not --> plan<?x y?>.", "The plan."),
    ],
)
def test_inline_codes_are_no_prose(written: str, read: str) -> None:
    assert english(first(unit(f"<target>{written}</target>"))) == [read]


def test_xliff_of_trados_is_read() -> None:
    """A unit with its segmentation in seg-source, marks of segments, definitions in the tool's own namespace, tags by number."""
    inside = (
        '<trans-unit id="t1"><source>第一。<g id="3">第二</g>。</source>'
        '<seg-source><mrk mtype="seg" mid="1">第一。</mrk><g id="3"><mrk mtype="seg" mid="2">第二</mrk></g>。</seg-source>'
        '<target><mrk mtype="seg" mid="1">First.</mrk> <g id="3"><mrk mtype="seg" mid="2">Second</mrk></g>.</target>'
        '<sdl:seg-defs xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><sdl:seg id="1" conf="Translated">'
        "<sdl:target>no</sdl:target></sdl:seg></sdl:seg-defs></trans-unit>"
    )
    (segment,) = first(inside).segments
    assert segment.source
    assert (segment.source.prose, segment.target.prose) == ("第一。第二。", "First. Second.")


def test_white_space_counts_where_the_file_says_so() -> None:
    kept = "<target xml:space='preserve'>One.\nTwo.</target>"
    assert english(first(unit(kept))) == ["One.\nTwo."]


@pytest.mark.parametrize(
    ("target", "checked"),
    [
        ("<target>Approved.</target>", ["Approved."]),
        ("<target state='needs-translation'>Approved.</target>", ["Approved."]),
        ("<target state='needs-translation'>董事会批准了计划。</target>", []),
        ("<target state='new'/>", []),
        ("<target/>", []),
        ("", []),
        ("<target state='final'></target>", [""]),
        ("<alt-trans><target>No.</target></alt-trans>", []),
    ],
)
def test_a_unit_still_to_be_translated_is_left_out_and_told(target: str, checked: list[str]) -> None:
    found = first(unit(target))
    assert english(found) == checked
    told = "a.xlf: 1 of 1 units have no English yet; they were not checked"
    assert found.notices == (() if checked else (told,))


def test_english_that_is_missing_is_placed_at_the_tag_of_its_target() -> None:
    found = first(unit("<target state='final'></target>"))
    (span,) = found.segments[0].target.spans
    assert found.target.raw[slice(*span)] == "<target state='final'>"


def test_units_that_are_not_to_be_translated_are_none() -> None:
    assert not first(unit("<target>X.</target>", translate="no")).segments


def test_names_and_kinds_of_units_are_kept() -> None:
    found = first(unit("<target>Rise</target>", id="a", restype="title") + unit("<target>B.</target>", id="a"))
    assert [(segment.id, segment.kind) for segment in found.segments] == [("a", Kind.HEADLINE), ("a#1", Kind.BODY)]


def test_segments_of_a_unit_are_one_paragraph() -> None:
    one = "<segment><source>他说。</source><target>“So.</target></segment>"
    gap = "<ignorable><source> </source><target> </target></ignorable>"
    two = "<segment><source>是。</source><target>Yes,” he said.</target></segment>"
    segments = one + gap + two
    found = second(f"<unit id='u'>{segments}</unit>")
    assert english(found) == ["“So. Yes,” he said."]
    assert [found.target.raw[slice(*span)] for span in found.segments[0].target.spans] == [
        "“So.",
        " ",
        "Yes,” he said.",
    ]
    assert found.segments[0].target.edit((3, 6), "x") is None


def test_segments_stand_alone_where_one_has_no_english() -> None:
    segments = (
        "<segment id='1'><source>一。</source><target>One.</target></segment><segment><source>二。</source></segment>"
    )
    found = second(f"<unit id='u'>{segments}</unit>")
    assert [(segment.id, segment.target.prose) for segment in found.segments] == [("u/1", "One.")]
    assert len(found.notices) == 1


@pytest.mark.parametrize(
    ("inside", "scope"),
    [
        ("<!-- copydesk: ignore -->{0}{1}", "file"),
        ("{0}<!-- copydesk: ignore -->{1}", "second"),
        ("{0}{2}", "second"),
        ("{0}{1}<!-- copydesk: ignore -->", None),
    ],
)
def test_comments_and_notes_silence_rules(inside: str, scope: str | None) -> None:
    one, two = unit("<target>A.</target>"), unit("<target>B.</target>")
    noted = unit("<target>B.</target><note>copydesk: ignore spacing: so</note>")
    found = first(inside.format(one, two, noted))
    raw = found.target.raw
    start = raw.rindex("<trans-unit")
    spans = {"file": Span(0, len(raw)), "second": Span(start, raw.rindex("</trans-unit>") + 13)}
    assert [ignore.scope for ignore in found.target.ignores] == ([spans[scope]] if scope else [])


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (FIRST.replace("zh-CN", "en").format(""), None),
        (FIRST.replace("zh-CN", "de").format(unit("<target>A.</target>")), "a.xlf:1: is from de into en; only"),
        (FIRST.replace('"en"', '"fr"').format(unit("<target>A.</target>")), "a.xlf:1: is from zh-CN into fr; only"),
        ("<a><b></a>", "a.xlf:1: is not well-formed XML: mismatched tag; mend it there or export it anew"),
        ("<tmx/>", "a.xlf:1: is no XLIFF"),
        ('<!DOCTYPE a [\n<!ENTITY b "c">]><xliff>&b;</xliff>', "a.xlf:2: declares an entity"),
        ("<xliff>" + "<group>" * 300, "is nested more than 200 deep"),
    ],
)
def test_what_cannot_be_checked_is_told_with_its_line(raw: str, complaint: str | None) -> None:
    if complaint is None:
        assert parse_bilingual(raw, "a.xlf", "xliff").notices == ("a.xlf: has no units with text; nothing to check",)
        return
    with pytest.raises(Unreadable) as caught:
        parse_bilingual(raw, "a.xlf", "xliff")
    assert complaint in str(caught.value)


def test_a_memory_s_first_variants_count_and_its_codes_do_not() -> None:
    variants = "<tuv lang='de'><seg>x</seg></tuv><tuv xml:lang='en-US'><seg>The <ut>b</ut><hi>plan</hi>.</seg></tuv>"
    raw = f"<tmx><body><tu tuid='7'>{variants}<tuv xml:lang='ZH_TW'><seg>總統計劃。</seg></tuv></tu></body></tmx>"
    (segment,) = parse_bilingual(raw, "a.tmx", "tmx").segments
    assert segment.source
    assert (segment.id, segment.source.prose, segment.target.prose) == ("7", "总统计划。", "The plan.")
