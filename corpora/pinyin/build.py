"""Write the table of Mandarin readings that ships with the package, from pypinyin (MIT), whose import costs 0.4 s.

    python corpora/pinyin/build.py > toolkit/language/data/pinyin.txt

A line is a syllable (v for ü), a tab, the characters usually read so, and after a second tab those read so at times. The
characters are those of GB 2312 and the surnames and given-name characters of the Table of General Standard Characters.
"""

from __future__ import annotations

from collections import defaultdict

from pypinyin import Style, pinyin

IN_NAMES = {
    "似": "si",
    "曾": "zeng",
    "单": "shan",
    "仇": "qiu",
    "解": "xie",
    "乐": "le",
    "长": "chang",
    "行": "xing",
    "晟": "sheng",
}
"""Readings that names prefer to the most frequent one."""


def characters() -> list[str]:
    """The ideographs of GB 2312, and rarer ones met in names."""
    found = [bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    return sorted(
        {char for char in found if char}
        | set("垚堃喆昇珺祎偲媖暐晞曌煊玥珅玹甯禤翀芃芷茜莜菀萱蕤赟轶邨镕镠镔闫韡颋骁鬻鲍鹮鼐璟瑄玮祺翊昉昫晟")
        | set(
            "燚犇骉禛翯翾虓衎谞鋆锜頔飏骎垯墡奭妘妧婳媞嫄孖寯峂峣嶓帡廌彧惇愔戬旻旸旼昺晳暅暘曈朸杋杙杬枟柷栻橦汧汭沄沚沨洺浥浛涢淏"
        )
        | set(
            "淯湉湜湲溁溦漈澔炆炘烜焜燊燏爔牂玓玕玘玚玠珝珣珪珫珮琇琎琤琲瑀瑨瑮瑱璆璠璥璪璲甪畯皦礽祐秾竑簃縠翚翛翙菂萩贇闿"
        )
    )


def main() -> None:
    """Print the table."""
    usual: dict[str, list[str]] = defaultdict(list)
    other: dict[str, list[str]] = defaultdict(list)
    for char in characters():
        readings = list(
            dict.fromkeys(
                r.replace("ü", "v") for r in pinyin(char, style=Style.NORMAL, heteronym=True, v_to_u=False)[0]
            )
        )
        first = IN_NAMES.get(char, readings[0])
        usual[first].append(char)
        for reading in [reading for reading in readings[:3] if reading != first]:
            other[reading].append(char)
    for syllable in sorted(usual | other):
        if syllable.isalpha() and syllable.isascii():
            print(syllable, "".join(usual[syllable]), "".join(other[syllable]), sep="\t")


if __name__ == "__main__":
    main()
