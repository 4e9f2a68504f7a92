"""Paragraphs find their Chinese."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.alignment import Bead, Lexicon, pair
from toolkit.core import Paragraph, Text
from toolkit.files.lexicon import load_lexicon

LEXICON = load_lexicon()
CHINESE = """\
市长宣布新桥竣工
市长星期二表示，这座耗资三亿元的大桥将于下月通车。
渔民担心，桥墩会改变河水的流向。
工程师们则认为，模型试验没有显示任何危险。他们已把报告交给议会。
去年夏天，一场洪水冲毁了旧桥，学校关闭了两个星期。
一家银行愿意为铁路提供贷款，条件是政府担保。""".splitlines()
ENGLISH = """\
Mayor announces completion of new bridge
The mayor said on Tuesday that the bridge, which cost 300 million yuan, will open to traffic next month.
Fishermen worry that the piers will change the flow of the river.
Engineers, however, believe that model tests showed no danger. They have handed their report to parliament.
Last summer a flood destroyed the old bridge, and schools were closed for two weeks.
A bank is willing to lend money for the railway on condition that the government guarantees it.""".splitlines()
ARTICLE = list(zip(CHINESE, ENGLISH, strict=True))
IDENTITY = [Bead((n,), (n,)) for n in range(len(ARTICLE))]


def of(*texts: str) -> list[Paragraph]:
    return [Paragraph(Text.plain(text)) for text in texts]


def test_an_article_that_is_one_to_one_stays_so() -> None:
    assert pair(of(*CHINESE), of(*ENGLISH), LEXICON) == IDENTITY


def test_a_paragraph_however_badly_translated_still_pairs() -> None:
    bad = [
        *ENGLISH[:3],
        "Model the teacher of thinking display meeting dangerous no, hand already gave.",
        *ENGLISH[4:],
    ]
    assert pair(of(*CHINESE), of(*bad), LEXICON) == IDENTITY


def test_a_dropped_paragraph_leaves_a_bead_without_english() -> None:
    beads = pair(of(*CHINESE), of(*ENGLISH[:3], *ENGLISH[4:]), LEXICON)
    assert beads == [*IDENTITY[:3], Bead((3,), ()), Bead((4,), (3,)), Bead((5,), (4,))]


def test_an_added_paragraph_leaves_a_bead_without_chinese() -> None:
    added = "The orchestra played waltzes until midnight, and the chef served oysters to every guest in the garden."
    beads = pair(of(*CHINESE), of(*ENGLISH[:4], added, *ENGLISH[4:]), LEXICON)
    assert beads == [*IDENTITY[:4], Bead((), (4,)), Bead((4,), (5,)), Bead((5,), (6,))]


def test_merged_paragraphs_share_a_bead() -> None:
    beads = pair(of(*CHINESE), of(*ENGLISH[:3], " ".join(ENGLISH[3:5]), ENGLISH[5]), LEXICON)
    assert beads == [*IDENTITY[:3], Bead((3, 4), (3,)), Bead((5,), (4,))]


def test_a_split_paragraph_shares_a_bead() -> None:
    one, two = ENGLISH[3].split(". ")
    beads = pair(of(*CHINESE), of(*ENGLISH[:3], one + ".", two, *ENGLISH[4:]), LEXICON)
    assert beads == [*IDENTITY[:3], Bead((3,), (3, 4)), Bead((4,), (5,)), Bead((5,), (6,))]


def test_a_headline_glued_to_the_first_paragraph_is_no_omission() -> None:
    beads = pair(of(*CHINESE), of(" ".join(ENGLISH[:2]), *ENGLISH[2:]), LEXICON)
    assert beads[0] == Bead((0, 1), (0,))


def test_a_moved_paragraph_is_found_again() -> None:
    beads = pair(of(*CHINESE), of(*ENGLISH[:1], *ENGLISH[2:], ENGLISH[1]), LEXICON)
    assert Bead((1,), (5,)) in beads
    assert all(bead.source and bead.target for bead in beads)


def test_concepts_are_anchors_where_words_are_not() -> None:
    source, target = of("甲", "乙", "丙"), of("Bb", "Cc")
    names = {"乙": ["b"], "Bb": ["b"], "丙": ["c"], "Cc": ["c"]}
    beads = pair(source, target, Lexicon.parse(""), lambda prose, side: names.get(prose, ()))
    assert beads == [Bead((0,), ()), Bead((1,), (0,)), Bead((2,), (1,))]


def test_one_side_may_be_empty() -> None:
    assert pair([], of("Alone."), LEXICON) == [Bead((), (0,))]
    assert pair(of("独"), [], LEXICON) == [Bead((0,), ())]
    assert pair([], [], LEXICON) == []


SIDE = st.lists(st.sampled_from([*CHINESE, *ENGLISH, "", "一", "7", "2024年3月5日", "x" * 300]), max_size=9)


@settings(max_examples=60)
@given(SIDE, SIDE)
def test_beads_cover_every_paragraph_once_in_the_order_of_the_english(source: list[str], target: list[str]) -> None:
    beads = pair(of(*source), of(*target), LEXICON)
    assert sorted(i for bead in beads for i in bead.source) == list(range(len(source)))
    assert [j for bead in beads for j in bead.target] == list(range(len(target)))


@settings(max_examples=30)
@given(st.lists(st.sampled_from(ARTICLE), unique=True, max_size=6))
def test_clearly_paired_text_is_left_one_to_one(article: list[tuple[str, str]]) -> None:
    beads = pair(of(*(zh for zh, _ in article)), of(*(en for _, en in article)), LEXICON)
    assert beads == IDENTITY[: len(article)]
