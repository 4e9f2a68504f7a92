"""Marks go where their words went: the right words where anything tells, a safe place where nothing does, never nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.alignment import Lexicon
from toolkit.alignment.lexicon import compose
from toolkit.core import Span
from toolkit.glossary import Glossary, Term
from toolkit.translation import Aligned, Knowledge, Link, Mark, Marked, project

ASML = Term("asml", "organisation", "阿斯麦", "ASML")
LIST = Term("list", "term", "实体清单", "Entity List")
HBM = Term("hbm", "product", "高带宽内存", "high-bandwidth memory", en_alt=("HBM",))
KNOWN = Knowledge(Glossary([ASML, LIST, HBM]))


def carried(zh, en, *marks, links=(), known=KNOWN):
    """The English with brackets round what the marks on `zh` went to; a mark is its Chinese, a point "zh|"."""
    found = []
    for n, said in enumerate(marks):
        bare, point = said.strip("|"), "|" in said
        at = zh.index(bare) if bare else len(zh)
        span = Span(at + len(bare), at + len(bare)) if point else Span(at, at + len(bare))
        inside = max((m for m, one in enumerate(found) if one.closing and _holds(one.span, span)), default=-1)
        found.append(Mark(f"⟨{n}⟩" if point else "[", "" if point else "]", span, inside))
    links = tuple(
        Link(Span(zh.index(one), zh.index(one) + len(one)), Span(en.index(other), en.index(other) + len(other)), 0.9)
        for one, other in links
    )
    pair = Aligned(Span(0, len(zh)), Span(0, len(en)), links)
    return project(Marked(zh, tuple(found)), en, (pair,), known).text.written(str)


def _holds(one, other):
    return one.start <= other.start and other.end <= one.end


@pytest.mark.parametrize(
    ("zh", "en", "mark", "after"),
    [
        ("他说阿斯麦不卖。", "ASML will not sell, he said.", "阿斯麦", "[ASML] will not sell, he said."),
        ("阿斯麦的股价。", "ASML's share price.", "阿斯麦", "[ASML]'s share price."),
        ("售价为169亿美元。", "It sold for US$16.9 billion.", "169亿美元", "It sold for [US$16.9 billion]."),
        ("占26%。", "That is 26 per cent.", "26%", "That is [26 per cent]."),
        ("见https://a.b/c。", "See https://a.b/c.", "https://a.b/c", "See [https://a.b/c]."),
        ("星期三（6月26日）开会。", "They meet on Wednesday (June 26).", "6月26日", "They meet on Wednesday ([June 26])."),
        ("“实体清单”变长。", 'The "Entity List" grew.', "“实体清单”", 'The ["Entity List"] grew.'),
        ("高带宽内存（HBM）。", "High-bandwidth memory (HBM).", "高带宽内存", "[High-bandwidth memory] (HBM)."),
        ("实体清单变长。", "The Entity List grew.", "实体清单变长。", "[The Entity List grew.]"),
        ("实体清单变长。", "The Entity List grew.", "实体清单变长", "[The Entity List grew]."),
    ],
)  # fmt: skip
def test_anchors_are_found_without_a_model(zh, en, mark, after):
    assert carried(zh, en, mark) == after


def test_a_link_inside_a_word_keeps_to_its_part():
    known = Knowledge(Glossary([Term("mofcom", "organisation", "美国商务部", "US Commerce Department")]))
    links = [("美国", "US"), ("商务部", "Commerce Department")]
    assert carried("美国商务部说。", "The US Commerce Department said.", "美国", links=links, known=known) == (
        "The [US] Commerce Department said."
    )


def test_the_models_links_tell_what_nothing_else_does():
    links = [("猫", "cat"), ("睡觉", "sleeps")]
    assert carried("猫在睡觉。", "A cat sleeps.", "睡觉", links=links) == "A cat [sleeps]."


def test_words_that_join_what_is_marked_to_its_neighbours_stay_outside():
    links = [("猫", "Cats and"), ("狗", "dogs")]
    assert carried("猫狗睡觉。", "Cats and dogs sleep.", "猫", links=links) == "[Cats] and dogs sleep."


def test_a_chinese_word_may_have_a_light_word_between_its_english_ones():
    lexicon = Lexicon.parse(compose({"货物贸易": {"trad": 0.4, "good": 0.3}, "增长": {"grew": 0.6}}))
    known = Knowledge(KNOWN.glossary, lexicon)
    assert (
        carried("货物贸易增长。", "Total trade in goods grew.", "货物贸易", known=known)
        == "Total [trade in goods] grew."
    )


def test_a_quotation_is_the_quotation():
    zh, en = "“猫在睡觉。”", '"A cat sleeps," she said.'
    assert carried(zh, en, zh) == '["A cat sleeps,"] she said.'


def test_a_footnote_before_a_full_stop_stays_there_though_a_bracket_follows():
    zh, en = "阿斯麦在荷兰的工厂。（资料照片）", "A factory of ASML in the Netherlands. (File photo)"
    assert carried(zh, en, "工厂|", links=[("工厂", "factory")]) == (
        "A factory of ASML in the Netherlands⟨0⟩. (File photo)"
    )


def test_marks_nest_as_they_did():
    zh, en = "阿斯麦列入实体清单了。", "ASML was put on the Entity List."
    links = [("列入", "was put on")]
    assert carried(zh, en, "阿斯麦列入实体清单", "实体清单", links=links) == "[ASML was put on the [Entity List]]."


@pytest.mark.parametrize(
    ("mark", "after"),
    [
        ("阿斯麦|", "ASML⟨0⟩ joined the Entity List."),
        ("实体清单|", "ASML joined the Entity List⟨0⟩."),
        ("|", "ASML joined the Entity List.⟨0⟩"),
    ],
)
def test_a_footnote_stays_behind_its_words_and_on_its_side_of_the_stop(mark, after):
    assert carried("阿斯麦列入了实体清单。", "ASML joined the Entity List.", mark) == after


def test_a_note_keeps_a_space_behind_its_sign():
    text = Marked("数据。", (Mark("<sup>1</sup>", "", Span(0, 0)),))
    assert project(text, "Figures.", (), KNOWN).text.written(str) == "<sup>1</sup> Figures."


def test_code_that_the_model_left_out_is_put_in():
    text = Marked("运行pip install x即可。", (Mark("`pip install x`", "", Span(2, 15), solid=True),))
    assert project(text, "Just run it.", (), KNOWN).text.written(str).count("`pip install x`") == 1
    kept = project(text, "Just run pip install x.", (), KNOWN)
    assert (kept.text.written(str), kept.unsure) == ("Just run `pip install x`.", ())


def test_what_nothing_speaks_for_is_reported():
    text = Marked("咕咕噜噜。", (Mark("<b>", "</b>", Span(0, 2)), Mark("[^1]", "", Span(2, 2))))
    found = project(text, "Coo coo.", (), KNOWN)
    assert {one.number for one in found.unsure} == {0, 1}
    assert found.text.nesting() == text.nesting()


CHINESE = st.text(st.sampled_from("阿斯麦实体清单在上了26。，“”"), min_size=1, max_size=20)
ENGLISH = st.lists(
    st.sampled_from(["ASML", "Entity List", "26", "the", "put", '"x"', "on.", "\n"]), min_size=1, max_size=9
)


@st.composite
def texts(draw):
    zh = draw(CHINESE)
    marks: list[Mark] = []
    for _ in range(draw(st.integers(0, 5))):
        inside = draw(st.integers(-1, len(marks) - 1))
        room = marks[inside].span if inside >= 0 and not marks[inside].solid else Span(0, len(zh))
        inside = inside if inside >= 0 and not marks[inside].solid else -1
        start = draw(st.integers(room.start, room.end))
        end = draw(st.integers(start, room.end))
        clash = any(one.inside == inside and one.span.overlaps(Span(start, end)) for one in marks)
        start, end = (room.end, room.end) if clash else (start, end)
        marks.append(Mark(f"<{len(marks)}>", "</>", Span(start, end), inside))
    return Marked(zh, tuple(marks))


@given(texts(), ENGLISH)
def test_every_mark_arrives_once_nested_as_it_was_and_no_word_changes(text, english):
    en = " ".join(english)
    found = project(text, en, (), KNOWN).text
    assert found.nesting() == text.nesting()
    assert found.prose.split() == en.split()
    for mark in found.marks:
        outer = found.marks[mark.inside].span if mark.inside >= 0 else Span(0, len(found.prose))
        assert outer.start <= mark.span.start <= mark.span.end <= outer.end
    written = found.written(str)
    for n in range(len(text.marks)):
        assert written.count(f"<{n}>") == 1
    for n, mark in enumerate(found.marks):
        for other in found.marks[n + 1 :]:
            assert mark.inside != other.inside or not mark.span.overlaps(other.span)
