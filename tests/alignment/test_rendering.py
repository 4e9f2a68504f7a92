"""Where the English renders a stretch of the Chinese, and what it lacks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.alignment import Lexicon, deviation, locate, missing, shown
from toolkit.files.lexicon import load_lexicon

LEXICON = load_lexicon()
CHINESE = "由于河流污染，渔民失去了工作，许多家庭搬到城市，学校也因为没有学生而关闭。"
ENGLISH = (
    "Because the river is polluted, fishermen lost work, many families moved to the city, "
    "and without students the school closed too."
)


def rendered(word: str, chinese: str = CHINESE, english: str = ENGLISH) -> str | None:
    start = chinese.index(word)
    found = locate(LEXICON, chinese, (start, start + len(word)), english)
    return english[found.span.start : found.span.end] if found else None


def test_a_word_is_found_under_its_inflected_translation() -> None:
    assert (rendered("渔民"), rendered("家庭"), rendered("关闭")) == ("fishermen", "families", "closed")


def test_a_stretch_of_several_words_is_one_stretch_of_english() -> None:
    assert rendered("河流污染") == "river is polluted"


def test_a_word_that_comes_twice_is_found_at_its_own_place() -> None:
    chinese, english = "学校停电。老师离开了学校。", "The school had no power. The teacher left the school."
    second = chinese.rindex("学校")
    found = locate(LEXICON, chinese, (second, second + 2), english)
    assert found
    assert found.span.start == english.rindex("school")


def test_a_word_that_begins_with_figures_is_whole() -> None:
    assert rendered("十九届", "十九届会议闭幕。", "The 19th session closed.") == "19th session"


def test_latin_text_is_found_as_it_stands() -> None:
    found = locate(LEXICON, "他用G4X3芯片。", (2, 6), "He uses the G4X3 chip.")
    assert found == ((12, 16), 0.95, "exact")


def test_what_nothing_speaks_for_is_not_guessed() -> None:
    assert locate(LEXICON, CHINESE, (3, 5), "Elephants dance.") is None
    assert locate(Lexicon.parse(""), CHINESE, (3, 5), ENGLISH) is None


def test_nothing_is_missing_from_a_whole_translation() -> None:
    gap = missing(LEXICON, CHINESE, ENGLISH)
    assert gap is None or gap.score < 3


def test_a_translation_that_says_less_shows_less() -> None:
    whole, part = (
        shown(LEXICON, CHINESE, one) for one in (ENGLISH, "Because the river is polluted, fishermen lost work.")
    )
    assert 1 >= whole > part + 0.2 > 0.2
    assert shown(LEXICON, "6月20日，37人到场。", "On June 20, 37 people came.") > shown(
        LEXICON, "6月20日，37人到场。", "On June 20, 57 people came."
    )
    assert shown(Lexicon.parse(""), "好。", "Good.") == 1


def test_a_dropped_clause_is_the_gap() -> None:
    gap = missing(LEXICON, CHINESE, "Because the river is polluted, fishermen lost work, and the school closed.")
    assert gap
    assert "家庭搬到城市" in CHINESE[gap.span.start : gap.span.end]
    assert gap.length < 0


def test_latin_text_and_figures_do_not_make_chinese_look_long() -> None:
    assert abs(deviation("机型为Boeing 737 MAX 8200。", "The type is the Boeing 737 MAX 8200.")) < 1.5


@given(
    st.text("学校关闭 AB1。", max_size=20),
    st.text("school closed. 1", max_size=30),
    st.integers(0, 20),
    st.integers(0, 20),
)
def test_spans_lie_inside_their_texts(chinese: str, english: str, start: int, size: int) -> None:
    found = locate(LEXICON, chinese, (start, start + size), english)
    assert found is None or 0 <= found.span.start < found.span.end <= len(english)
    gap = missing(LEXICON, chinese, english)
    assert gap is None or 0 <= gap.span.start < gap.span.end <= len(chinese)
