"""Words for relatives: which relation a Chinese or an English word names, and which relations are taken for each other."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.core.pattern import pattern

_SPOUSES = """
wife: 妻子 太太 老婆 爱妻 前妻 其妻 夫人 | wife wives ex-wife
husband: 丈夫 老公 前夫 其夫 | husband husbands ex-husband
"""
_CHILDREN = """
son: 儿子 长子 次子 独子 幼子 其子 | son sons
daughter: 女儿 长女 次女 独女 幼女 其女 | daughter daughters
grandson: 孙子 外孙 | grandson grandsons
granddaughter: 孙女 外孙女 | granddaughter granddaughters
nephew: 侄子 侄儿 外甥 | nephew nephews
niece: 侄女 外甥女 | niece nieces
son-in-law: 女婿 | son-in-law sons-in-law
daughter-in-law: 儿媳 | daughter-in-law daughters-in-law
"""
_PARENTS = """
father: 父亲 爸爸 其父 | father fathers dad
mother: 母亲 妈妈 其母 | mother mothers mom mum
grandfather: 祖父 爷爷 外公 外祖父 姥爷 | grandfather grandfathers grandpa
grandmother: 祖母 奶奶 外婆 外祖母 姥姥 | grandmother grandmothers grandma
father-in-law: 岳父 | father-in-law
mother-in-law: 岳母 丈母娘 | mother-in-law
uncle: 叔叔 伯父 伯伯 舅舅 姑父 姨父 叔父 | uncle uncles
aunt: 姑姑 姑妈 姨妈 婶婶 舅妈 伯母 | aunt aunts auntie
"""
_SIBLINGS = """
brother: 哥哥 弟弟 胞兄 胞弟 兄长 其兄 其弟 | brother brothers
sister: 姐姐 妹妹 胞姐 胞妹 其姐 其妹 | sister sisters
brother-in-law: 姐夫 妹夫 小舅子 内弟 | brother-in-law brothers-in-law
sister-in-law: 嫂子 弟媳 小姨子 | sister-in-law sisters-in-law
"""


def _rows() -> Iterator[tuple[str, str, list[str], list[str]]]:
    for group in (_SPOUSES, _CHILDREN, _PARENTS, _SIBLINGS):
        for row in group.strip().splitlines():
            name, words = row.split(":")
            chinese, english = words.split("|")
            yield group, name, chinese.split(), english.split()


GROUP = {name: group for group, name, _, _ in _rows()}
"""The relations among which one is taken for another, by relation."""
CHINESE = {word: name for _, name, words, _ in _rows() for word in words}
ENGLISH = {word: name for _, name, _, words in _rows() for word in words}
IN_CHINESE = pattern(rf"(?<![姑姨舅曾表堂])(?:{'|'.join(sorted(CHINESE, key=len, reverse=True))})")
IN_ENGLISH = pattern(rf"(?i)(?<![\w-])(?:{'|'.join(sorted(ENGLISH, key=len, reverse=True))})(?![\w-])")
VAGUE = pattern(
    r"[父母夫妻兄弟姐妹姊子女儿孙爷奶公婆爹妈娘]{2}"
    r"|(?i:\b(?:child|children|kids?|baby|parents?|siblings?|spouses?|couples?|grandchild\w*|grandparents?|in-laws|cousins?)\b)"
)
"""Two relatives in one Chinese word (父母, 夫妇, 母女), and English that does not tell man from woman."""
