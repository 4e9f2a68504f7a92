"""Names: right ones stay silent, wrong ones are pointed at and mended."""

from __future__ import annotations

import datetime

import pytest

from toolkit.api import Desk, check_text, open_desk
from toolkit.core import Finding
from toolkit.glossary import Glossary, Office, Period, Term
from toolkit.lint import Plan, selected
from toolkit.rules import shipped

DESK = open_desk()[0]
FAMILIES = Plan(selected(shipped(), ("names", "terms", "consistency"), ()))


def _check(en: str, zh: str | None = None, *, desk: Desk = DESK, date: datetime.date | None = None) -> list[Finding]:
    return list(check_text(en, zh, desk=desk, plan=FAMILIES, date=date).findings)


def _said(en: str, zh: str | None = None, **options: object) -> dict[str, tuple[str, ...]]:
    """The wrong words and what should stand there; notes left out."""
    found = _check(en, zh, **options)  # type: ignore[arg-type]
    return {en[slice(*f.flag.place.span)]: f.flag.expected for f in found if f.severity > 0}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Deputy head Asmer of the lithography business", "ASML"),
        ("The lithography machines of Asmel cost more.", "ASML"),
        ("Shares of Tokyo Electrons fell.", "Tokyo Electron"),
        ("Secretary of State Blinkin left.", "Antony Blinken"),
        ("Under Secretary of Commerce Estavez flew to Tokyo.", "Alan Estevez"),
        ("President Bolsanaro tested positive.", "Jair Bolsonaro"),
    ],
)
def test_a_mangled_name_is_found_in_copy_that_stands_alone(wrong, right):
    assert right in [form for expected in _said(wrong).values() for form in expected]


@pytest.mark.parametrize(
    "copy",
    [
        "Tokyo Electric Power said its reactors were safe.",
        "The actor Emilio Esteban opened the festival in Asmara.",
        "Applied Materials and Lam Research fell; chip stocks in Tokyo did not.",
        "Officials of the European Commission met commissioners from the African Union.",
        "Fang Fang, 34, and Cao Cao's biographer Li Meishan spoke.",
        "Secretary of State Antony Blinken met Chinese Foreign Minister Wang Yi.",
        "Former President Donald Trump and then-President Joe Biden debated.",
        "The National Statistics Bureau (NSB) and the Communist Party of Canada (CPC) replied.",
    ],
)
def test_right_names_and_strangers_are_left_alone(copy):
    assert not _said(copy)


def test_pinyin_of_a_man_with_another_established_name_is_wrong():
    assert _said("Xia Liyan led the delegation.", "夏立言率团访问。") == {"Xia Liyan": ("Andrew Hsia",)}


def test_a_fix_has_as_many_words_as_the_mistake_and_spells_out_what_its_bracket_abbreviates():
    assert _said("President Bolsanaro left.") == {"Bolsanaro": ("Bolsonaro", "Jair Bolsonaro")}
    said = _said("It bought chips of ultra-micro semiconductor (AMD).", "它购买了超威半导体（AMD）的芯片。")
    assert said == {"ultra-micro semiconductor": ("Advanced Micro Devices", "AMD")}


def test_every_form_of_a_name_that_desks_use_is_right():
    zh = "德国总理朔尔茨会见美国国务卿布林肯。"
    assert not _said("German Chancellor Olaf Scholz met Blinken, the US secretary of state.", zh)


def test_a_reporters_name_is_read_off_its_characters():
    said = _said("(Reporter Chen Wenzheng) The dam held.", "（记者陈文冲）大坝无恙。")
    assert said == {"Chen Wenzheng": ("Chen Wenchong",)}


def test_a_surname_with_a_reading_of_its_own_is_right():
    assert not _said("Qiu Jianping and Zeng Li said so.", "仇建平和曾丽这样说。")


def test_a_title_is_judged_at_the_articles_date():
    minister = Term("m", "title", "部长", "Trade Minister")
    envoy = Term("e", "title", "大使", "Ambassador")
    offices = (
        Office("m", Period(datetime.date(2020, 1, 1), datetime.date(2022, 12, 31))),
        Office("e", Period(datetime.date(2023, 1, 1), None)),
    )
    desk = Desk(Glossary([minister, envoy, Term("p", "person", "安娜·贝克", "Anna Becker", office=offices)]))
    copy = "Trade Minister Anna Becker resigned."
    assert not _said(copy, desk=desk, date=datetime.date(2021, 5, 1))
    assert not _said(copy, desk=desk)
    assert _said(copy, desk=desk, date=datetime.date(2024, 5, 1)) == {"Trade Minister": ("Ambassador",)}


def test_one_fault_is_one_finding():
    en = "Shares of Tokyo Electronics fell."
    assert len(_check(en, "东京电子股价下跌。")) == 1


def test_an_expansion_is_held_to_its_abbreviation():
    assert _said("It makes high broad memory (HBM) and graphics processing units (GPUs).") == {
        "high broad memory": ("high-bandwidth memory",)
    }


def test_two_spellings_are_one_name_unless_they_stand_side_by_side():
    apart = "The mayor of Karagas spoke.\n\nMiners left Karagas on Monday.\n\nPolice entered Karaghas."
    beside = "The road from Karagas to Karaghas is closed.\n\nMiners left Karagas on Monday."
    assert _said(apart) == {"Karaghas": ("Karagas",)}
    assert not _said(beside)


@pytest.mark.parametrize(
    ("zh", "en", "wrong", "right"),
    [
        ("他接受中新网记者采访。", "He spoke to a reporter from Xinhua News.", "Xinhua News", "China News Service"),
        ("夏立言星期一率团到访。", "Xia led a delegation on Monday.", "Xia", "Hsia"),
        ("夏立言星期一率团到访。", "Xia Li led a delegation on Monday.", "Xia Li", "Andrew Hsia"),
        ("首相岸田文雄表示反对。", "Prime Minister Shinzo Abe said he was opposed.", "Shinzo Abe", "Fumio Kishida"),
        ("传染病专家福奇说，现在不能自满。", "Mr. Fogg, an infectious disease expert, said so.", "Fogg", "Fauci"),
    ],
)
def test_a_name_that_became_another_is_told_with_the_right_one(zh, en, wrong, right):
    assert right in _said(en, zh)[wrong]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("夏立言与夏明星期一见面。", "Andrew Hsia's delegation and Xia met on Monday."),
        ("岸田文雄说，他反对。", "He is opposed, he said in Nagoya."),
        ("中新网记者在现场看到，工程已经完工。", "The work is finished, as a reporter saw at the site."),
    ],
)
def test_a_name_that_was_left_out_is_no_other_name(zh, en):
    assert not _said(en, zh)


@pytest.mark.parametrize(
    ("zh", "en", "wrong"),
    [
        ("记者马丽从上海报道。", "Reporter Zhang Qiang reports from Shanghai.", "Zhang Qiang"),
        ("他说，价格还会上涨。", "Liu said that prices would rise further.", "Liu"),
        ("他住在绥芬河。", "He lives in Xingzhen.", "Xingzhen"),
    ],
)
def test_pinyin_that_no_characters_of_the_article_spell_is_told(zh, en, wrong):
    assert wrong in _said(en, zh)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "他说，价格还会上涨。\n\n张强星期一说，他同意。",
            "Zhang Qiang said prices would rise.\n\nHe said on Monday that he agreed.",
        ),
        ("许志强星期一从香港报道。", "Hui Chi-keung reported from Hong Kong on Monday."),
        ("歌手演唱了新时代之歌。", "The singers sang Song of the New Era."),
        ("他在加的夫的家中说。", "He said so at home in Keeling."),
    ],
)
def test_a_name_of_another_paragraph_or_another_spelling_is_left_alone(zh, en):
    assert not _said(en, zh)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("他访问了意大利、西班牙和法国。", "He visited Italy.Spain and France."),
        ("布鲁塞尔7月2日电", "BRUSSELS, July 2"),
        ("联合国秘书长潘基文发言。", "UN Secretary-General Ban Ki-Moon spoke."),
        ("在印度总理莫迪的领导下，经济增长。", "The economy grew under Prime Minister Narendra Modi."),
        ("他买了一本英英词典。", "He bought an English-English dictionary."),
        ("苏珊娜说她同意。", "Susanna said that she agreed."),
        ("伊朗代表团抵达巴格达。伊方表示同意。", "The Iranian delegation arrived in Baghdad. Iran agreed."),
        ("会见阿巴西时，他说中方愿同巴方合作。", "He told Abbasi that China would work with Pakistan."),
    ],
)
def test_what_only_looks_wrong_is_left_alone(zh, en):
    assert not _said(en, zh)


def test_a_right_given_name_behind_somebody_elses_surname_is_no_right_name():
    zh, en = "国民党资深顾问赵春山星期一接受采访。", "Liu Chun-shan, a senior KMT adviser, was interviewed on Monday."
    assert "Liu Chun-shan" in _said(en, zh)
    assert not _said(en.replace("Liu", "Chao"), zh)


def test_what_a_reporters_name_became_is_told_even_where_it_sounds_alike():
    assert _said("Chabin, a reporter, has the story.", "记者夏宾报道。") == {"Chabin": ("Xia Bin",)}


def test_unfounded_pinyin_shows_the_one_name_that_has_its_surname():
    assert _said("Musicians such as Mao Feiyi will sing.", "毛不易等歌手将献唱。") == {"Mao Feiyi": ("Mao Buyi",)}
    assert _said("Musicians such as Mao Feiyi will sing.", "毛不易、毛阿敏等歌手将献唱。") == {"Mao Feiyi": ()}


@pytest.mark.parametrize(
    ("zh", "en", "wrong"),
    [
        ("证监会周五发布公告，基金份额将统一登记。", "The SFC issued a notice on Friday; fund shares will be registered.", "SFC"),
        ("国务院周五公布了条例。", "The State Department published the rules on Friday.", "State Department"),
        ("美国国会听证时，证监会发布公告。", "During the hearing in Congress, the SEC issued a notice.", ""),
        ("港股下跌，证监会表示关注。", "Shares in Hong Kong fell; the SFC said it was watching.", ""),
        ("工业和信息化部周五公布数据。", "The Ministry of Industry and Technology gave data.", "Ministry of Industry"),
        ("北京市发改委公布数据。", "The Municipal Development and Reform Commission published data.", ""),
        ("越南和文莱签署了协议。", "An agreement between Vietnam and Vietnam was signed.", "Vietnam and Vietnam"),
        ("国家发展改革委主任何立峰出席会议。", "The chairman of the commission, Any Li, attended the meeting.", "Any Li"),
        ("绿营人士表示反对。", "People of the green camp were opposed.", "green camp"),
        ("绿营人士表示反对。", "People of the pan-Green camp were opposed.", ""),
        ("她的丈夫周五出庭。", "Her wife appeared in court on Friday.", "wife"),
        ("她和丈夫的父母周五出庭。", "She appeared in court on Friday with her husband's father and mother.", ""),
        ("余额宝有7亿用户，其中1亿是青年。", "Of the 700 million users of Yu'e Bao, 100 million are young.", ""),
        ("余额宝有7亿用户，其中1亿是青年。", "Among 700 million who use Yu'e Bao, 100 million are young.", ""),
        ("导演邹燚说，影片拍了两年。", "The director Zou Yi said the film took two years.", ""),
    ],
)  # fmt: skip
def test_bodies_relatives_and_halves_of_names(zh, en, wrong):
    assert list(_said(en, zh)) == ([wrong] if wrong else [])


def test_a_person_goes_by_one_name_however_the_article_shows_it():
    zh = ["香港议员周启明表示反对。", "周启明说，他不会投票。", "周启明周五离开。"]
    en = [
        "The Hong Kong lawmaker Andrew Chow was opposed.",
        "Zhou Qiming said he would not vote.",
        "Chow left on Friday.",
    ]
    found = check_text("\n\n".join(en), "\n\n".join(zh), desk=DESK, plan=FAMILIES).findings
    told = [one for one in found if one.rule == "names/established-name"]
    assert [one.flag.expected for one in told] == [("Andrew Chow",)]
