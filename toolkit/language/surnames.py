"""Chinese surnames, those that nearly every bearer of a two- or three-character name has."""

from __future__ import annotations

from functools import cache

from toolkit.language.pinyin import spell, spellings

SINGLE = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛"
    "伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋植甘景薄单"
    "包柏宁柯阮桂闵强丘华车冉房边习蒙巫封蓝连麦解仇区朴乐冼宗宣楼闫郎臧晏柴瞿奚滕骆娄"
)
COMPOUND = frozenset({"司徒", "欧阳", "上官", "诸葛", "司马", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "端木"})
READ = dict(
    zip(
        "仇单曾解区朴查盖覃翟乐员任尹冼贾宁石缪尉",
        "qiu shan zeng xie ou piao zha ge qin zhai yue yun ren yin xian jia ning shi miao yu".split(),
        strict=True,
    )
)
"""Surnames whose reading is not the character's usual one, or is doubtful."""


def romanised(name: str) -> str:
    """A personal name as pinyin writes it: surname, then the given name in one word (ISO 7098:2015, 8.1).

    >>> romanised("仇建平"), romanised("欧阳修"), romanised("吕金虎")
    ('Qiu Jianping', 'Ouyang Xiu', 'Lü Jinhu')
    """
    size = 2 if name[:2] in COMPOUND else 1
    surname = READ.get(name[0], "") if size == 1 else ""
    parts = surname or "".join(spell(name[:size])), "".join(spell(name[size:]))
    return " ".join(part.capitalize() for part in parts).replace("v", "ü")


def readings_of(surname: str) -> frozenset[str]:
    """Every reading of a surname in pinyin, its own one among them."""
    return spellings(surname) | ({READ[surname]} if surname in READ else set())


@cache
def spelt() -> frozenset[str]:
    """Every surname in pinyin, in lower case."""
    usual = {"".join(spell(name)) for name in (*SINGLE, *COMPOUND)}
    return frozenset(usual | set(READ.values()))
