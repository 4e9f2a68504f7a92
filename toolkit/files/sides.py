"""Which of two languages of a bilingual file is the Chinese."""

from __future__ import annotations

from toolkit.core import Side
from toolkit.files.errors import Unreadable
from toolkit.files.lines import END

_SIDES = {
    "zh": Side.SOURCE,
    "cmn": Side.SOURCE,
    "chi": Side.SOURCE,
    "zho": Side.SOURCE,
    "en": Side.TARGET,
    "eng": Side.TARGET,
}


def side(language: str) -> Side | None:
    """The side that a language tag (BCP 47) is on; None for a language that is neither Chinese nor English.

    >>> side("zh-Hant-TW"), side("en_GB"), side("de")
    (<Side.SOURCE: 'zh'>, <Side.TARGET: 'en'>, None)
    """
    return _SIDES.get(language.strip().lower().replace("_", "-").partition("-")[0])


def expect(path: str, raw: str, at: int, languages: tuple[str, str]) -> None:
    """Raise Unreadable where a file says that it is not from Chinese into English; saying nothing is well.

    `at` is where in `raw` it says so.
    """
    source, target = languages
    wrong = (source and side(source) is not Side.SOURCE) or (target and side(target) is not Side.TARGET)
    if wrong:
        line = sum(1 for _ in END.finditer(raw, 0, at)) + 1
        said = f"from {source or 'no language named'} into {target or 'no language named'}"
        raise Unreadable(path, line, f"is {said[:80]}; only what goes from zh into en can be checked")
