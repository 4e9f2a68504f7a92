"""Chinese script: what is Han, and Traditional read as Simplified."""

from __future__ import annotations

from functools import cache
from typing import Any

from toolkit.core.pattern import pattern

HAN = pattern(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_TRADITIONAL = pattern(
    "[個們來時會對說為過還這國後開關學與於無經點發動員實現長門東車電話媽馬軍團黨總書記議論區縣灣號網報導際"
    "亞歐華統聯擊戰錢銀價資產業務數據將從讓現視訊體圓廠億萬兩]"
)


def simplified(text: str) -> str:
    """`text` in Simplified script, code point for code point (OpenCC t2s), so that offsets hold.

    >>> simplified("半導體與晶片"), simplified("半导体")
    ('半导体与晶片', '半导体')
    """
    return folded(text) if _TRADITIONAL.search(text) else text


def folded(text: str) -> str:
    """`simplified` for a word or two, which need not hold any of the characters that betray Traditional prose.

    >>> folded("艾司摩爾")
    '艾司摩尔'
    """
    if text.isascii():
        return text
    converted: str = _converter().convert(text)
    return converted if len(converted) == len(text) else "".join(map(_fold, text))


def is_traditional(text: str) -> bool:
    """Whether a form is surely Traditional script, and wholly: OpenCC would simplify it, and Big5 holds its characters.

    Big5, the character set of Taiwan, has none of the simplified shapes; what reads alike in both scripts is False.

    >>> [is_traditional(form) for form in ("台積電", "台积电", "中芯", "梅德韦傑夫")]
    [True, False, False, False]
    """
    if folded(text) == text:
        return False
    try:
        "".join(HAN.findall(text)).encode("cp950")
    except UnicodeEncodeError:
        return False
    return True


def is_han(text: str) -> bool:
    """Whether `text` holds any Han character."""
    return HAN.search(text) is not None


def _fold(char: str) -> str:
    converted: str = _converter().convert(char)
    return converted if len(converted) == 1 else char


@cache
def _converter() -> Any:
    import opencc  # noqa: PLC0415 - Simplified articles never need it

    return opencc.OpenCC("t2s")
