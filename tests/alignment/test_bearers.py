"""Names that became other names: which English words stand for which Chinese name."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.alignment.bearers import Board, Lost
from toolkit.alignment.origins import Origins
from toolkit.core import Span
from toolkit.files.lexicon import load_lexicon

LEXICON = load_lexicon()


def _board(
    zh: str, en: str, names: Iterable[Lost], *, taken: tuple[str, ...] = (), others: dict[str, str] | None = None
) -> Board:
    spans = {_span(en, words): kind for words, kind in (others or {}).items()}
    return Board(zh, en, LEXICON, names, [_span(en, words) for words in taken], spans)


def _span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def _told(zh: str, en: str, names: dict[str, tuple[str, str]], **known: object) -> dict[str, str]:
    """Each Chinese name with the English words it is found to have become."""
    lost = {Lost(_span(zh, name), (form,), kind): name for name, (form, kind) in names.items()}
    found = _board(zh, en, lost, **known).bearers()  # type: ignore[arg-type]
    return {lost[one]: en[slice(*bearer.span)] for one, bearer in found.items() if bearer.confidence > 0.6}


def test_a_prime_minister_under_another_ones_name_is_told_by_title_and_place():
    zh, en = "会后，首相岸田文雄会见了记者。", "After the meeting, Prime Minister Taro Aso met reporters."
    assert _told(zh, en, {"岸田文雄": ("Fumio Kishida", "person")}) == {"岸田文雄": "Taro Aso"}


def test_two_lost_names_do_not_share_one_bearer():
    zh = "商务部长雷蒙多会见了首相岸田文雄。"
    en = "Commerce Secretary Raymond met with Prime Minister Taro Aso."
    names = {"雷蒙多": ("Raimondo", "person"), "岸田文雄": ("Fumio Kishida", "person")}
    assert _told(zh, en, names) == {"雷蒙多": "Raymond", "岸田文雄": "Taro Aso"}


def test_another_house_in_the_place_of_an_agency_is_told():
    zh, en = "他对中新网记者说，工程已完工。", "He told a reporter from Reuters that the work was finished."
    found = _told(zh, en, {"中新网": ("China News Service", "outlet")}, others={"Reuters": "outlet"})
    assert found == {"中新网": "Reuters"}


def test_a_phrase_with_the_same_head_noun_is_told_without_the_words_that_have_an_origin():
    zh = "国民党国政基金会的顾问昨天晚上说，两岸应该恢复交流。"
    en = "An adviser to the Kuomintang State Office Foundation said last night that exchanges should be resumed."
    found = _told(zh, en, {"国政基金会": ("National Policy Foundation", "organisation")}, taken=("Kuomintang",))
    assert found == {"国政基金会": "State Office Foundation"}


@pytest.mark.parametrize(
    "en",
    [
        "He said on Monday that he was opposed.",
        "On Monday he told the BBC that he was opposed.",
        "Officials of the Ministry of Commerce said on Monday that he was opposed.",
    ],
)
def test_a_name_that_became_a_pronoun_has_no_bearer(en):
    assert not _told(
        "岸田文雄星期一对英国广播公司说，他表示反对，商务部官员称。", en, {"岸田文雄": ("Kishida", "person")}
    )


def test_evidence_explains_itself_in_words_and_weights():
    zh, en = "首相岸田文雄表示反对。", "Prime Minister Taro Aso said he was opposed."
    (bearer,) = _board(zh, en, [Lost(_span(zh, "岸田文雄"), ("Fumio Kishida",), "person")]).bearers().values()
    said = {ground.says.rpartition(" ")[0]: ground.weight for ground in bearer.grounds}
    assert said["stands at its place"] > 0
    assert said["is of its kind"] > 0
    assert said["sounds like it"] < 0


def test_words_that_the_chinese_accounts_for_have_an_origin():
    zh, en = (
        "陈明在北京表示，美国商务部的决定令人遗憾。",
        "Chen Ming told IBM in Beijing on Friday that Commerce was wrong, as Orlov had.",
    )
    unknown = [en[slice(*run)] for run in Origins(zh, en, LEXICON).unknown]
    assert unknown == ["IBM", "Orlov"]


@given(zh=st.text("首相岸田文雄说。中新网·a ", max_size=40), en=st.text("Aso Taro said. PM-'", max_size=80))
def test_every_bearer_lies_in_the_text(zh, en):
    names = [Lost(Span(at, at + 2), ("Kishida",), kind) for at in range(len(zh) - 2) for kind in ("person", "outlet")]
    for bearer in Board(zh, en, LEXICON, names).bearers().values():
        assert 0 <= bearer.span.start < bearer.span.end <= len(en)
        assert 0 <= bearer.confidence <= 1
