"""Names found in Chinese prose by rules."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.files.lexicon import load_lexicon
from toolkit.language.names import Name, names
from toolkit.language.names.words import characters
from toolkit.language.sounds import table

LEXICON = load_lexicon()
PIECES = st.sampled_from(
    "发言人 记者 主任 林剑 何立峰 星期三 表示 说 · ： 、 （ ） ASML 史密斯 约翰 在 位于 北京 市 省 外交部 集团".split()
    + "《 报 》 先生 孙 岸田 氏 7月 26日 。".split()
)
PROSE = st.lists(PIECES | st.text(max_size=4), max_size=20).map("".join)


def known(word: str) -> bool:
    return bool(LEXICON.translations(word))


def found(prose: str, kind: str = "person") -> list[str]:
    return [prose[name.span.start : name.span.end] for name in names(prose, known) if name.kind == kind]


def how(prose: str) -> list[str]:
    return [name.how for name in names(prose, known)]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("外交部发言人林剑星期三表示，双方保持沟通。", ["林剑"]),
        ("国家发改委主任何立峰在会上讲话。", ["何立峰"]),
        ("（记者夏宾）", ["夏宾"]),
        ("记者：尹南、张笑然、倪瑞捷", ["尹南", "张笑然", "倪瑞捷"]),
        ("孙先生和郑女士昨天到场。", ["孙", "郑"]),
        ("司徒兰芳教授指出，情况正在好转。", ["司徒兰芳"]),
        ("邱建平说，他从未去过那里。", ["邱建平"]),
        ("日本首相岸田文雄抵达首尔。", ["岸田文雄"]),
        ("经济产业大臣西村康稔表示，将加强管理。", ["西村康稔"]),
        ("韩国总统尹锡悦称，两国关系重要。", ["尹锡悦"]),
        ("越南总理范明政星期六到访。", ["范明政"]),
    ],
)
def test_a_surname_beside_a_title_or_a_verb_of_speech_begins_a_person(prose: str, expected: list[str]) -> None:
    assert found(prose) == expected


@pytest.mark.parametrize("dot", "·•‧・")
def test_a_dotted_name_is_one_person_whatever_the_dot(dot: str) -> None:
    assert found(f"律师萨拉{dot}布兰登对媒体说，这行不通。") == [f"萨拉{dot}布兰登"]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("前总统里奥斯（Ríos）出席了仪式。", "title"),
        ("里奥斯（Ríos）出席了仪式。", "bracket"),
        ("格里戈里认为，时机已到。", "saying"),
        ("前总统杜瓦勒宣布了决定。", "title"),
    ],
)
def test_transcription_beside_a_title_a_verb_or_its_latin_form_is_a_person(prose: str, expected: str) -> None:
    assert how(prose) == [expected]


def test_an_acronym_in_the_bracket_names_a_firm() -> None:
    assert found("荷兰的阿斯麦（ASML）生产光刻机。", "organisation") == ["阿斯麦"]


def test_a_surname_leads_to_a_given_name_without_any_title_where_its_characters_are_usual() -> None:
    assert how("村里的傅建宝家里很热闹。") == ["surname"]


def test_names_in_a_row_vouch_for_each_other() -> None:
    assert found("演出阵容强大，苏明玉、马伊琍、秦海璐都在其中。") == ["苏明玉", "马伊琍", "秦海璐"]


def test_a_person_is_found_again_in_full_and_by_the_last_part_of_a_dotted_name() -> None:
    assert found("议员史蒂文·里德鼓励人们排队。人群中里德走在最前。") == ["史蒂文·里德", "里德"]
    assert found("记者高兰报道。读者都爱高兰的文章。") == ["高兰", "高兰"]


@pytest.mark.parametrize(
    "prose",
    [
        "周三和周六都有演出。",
        "2月底到十月，天气转凉。",
        "任何人何时都可以张开双臂，于是大家高度重视。",
        "时任部长没有出席。",
        "专家认为，高层表示关注。",
        "方面表示，程度不同。",
        "记者从现场了解到，许多人已经离开。",
        "发言人强调，各方应当克制。",
    ],
)
def test_everyday_words_are_no_persons(prose: str) -> None:
    assert found(prose) == []


def test_a_country_before_a_verb_of_speech_is_no_person() -> None:
    assert found("以色列称，哥斯达黎加总统表示欢迎。") == []


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("北京市园林绿化局介绍，绿地增加了。", ["北京市园林绿化局"]),
        ("波兰司法部表示，将采取步骤。", ["波兰司法部"]),
        ("澳大利亚莫纳什大学的研究人员说。", ["澳大利亚莫纳什大学"]),
        ("他在厦门大学附属中山医院就诊。", ["厦门大学附属中山医院"]),
        ("北京演艺集团透露，剧场将开放。", ["北京演艺集团"]),
        ("上海市发展和改革委员会昨天发文。", ["上海市发展和改革委员会"]),
        ("据约翰斯·霍普金斯大学统计", ["约翰斯·霍普金斯大学"]),
    ],
)
def test_a_head_noun_ends_an_organisation(prose: str, expected: list[str]) -> None:
    assert found(prose, "organisation") == expected


@pytest.mark.parametrize("prose", ["多家上市公司的子公司", "这家大学和那家医院", "全部干部都到了", "内部局势"])
def test_a_head_noun_alone_is_no_organisation(prose: str) -> None:
    assert found(prose, "organisation") == []


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("据越通社报道，会谈已结束。", ["越通社"]),
        ("《普罗旺斯报》说", ["普罗旺斯报"]),
        ("湖北日报讯", ["湖北日报"]),
        ("他告诉英国广播公司", ["英国广播公司"]),
        ("23日报道称，社会、旅行社", []),
    ],
)
def test_outlets_end_in_their_nouns(prose: str, expected: list[str]) -> None:
    assert found(prose, "outlet") == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("青海省玉树藏族自治州曲麻莱县", ["青海省", "玉树藏族自治州", "曲麻莱县"]),
        ("瑞士南部瓦莱州警方", ["瑞士", "瓦莱州"]),
        ("滏阳河、青龙河", ["滏阳河", "青龙河"]),
        ("州首府蒙哥马利的居民", ["蒙哥马利"]),
        ("这座城市的超市上市了，全省农村都知道。", []),
    ],
)
def test_places_end_in_their_nouns_or_follow_the_words_that_lead_to_them(prose: str, expected: list[str]) -> None:
    assert found(prose, "place") == expected


def test_places_that_every_newsroom_knows_are_listed() -> None:
    assert found("从重庆到德国和厦门，其中国际航班很少。", "place") == ["重庆", "德国", "厦门"]


def test_without_a_lexicon_titles_still_tell() -> None:
    assert names("外交部发言人林剑星期三表示") == (
        Name((0, 3), "organisation", "head"),
        Name((6, 8), "person", "title"),
    )


@given(PROSE | st.text())
def test_names_lie_in_the_prose_in_order_and_do_not_overlap(prose: str) -> None:
    end = 0
    for name in names(prose, known):
        assert end <= name.span.start < name.span.end <= len(prose)
        assert name.kind in {"person", "organisation", "place", "outlet"}
        end = name.span.end


def test_every_transcription_character_has_sounds() -> None:
    assert characters("sounding") - table().keys() == {"刘"}


@pytest.mark.parametrize("piece", ["公司", "科技", "林", "、王一", "·约翰", "马尔", "北京", "发言人", "《报", "1月"])
def test_a_long_run_of_one_piece_takes_time_in_proportion(piece: str) -> None:
    def seconds(times: int) -> float:
        start = perf_counter()
        names(piece * times, known)
        return perf_counter() - start

    assert min(seconds(4000) for _ in range(2)) < 80 * max(seconds(250), 0.002)
