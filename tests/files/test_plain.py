"""Plain text articles: paragraphs, kinds, dates, comments."""

from __future__ import annotations

import datetime
import time

from tests.files.maps import exact
from toolkit.core import Kind
from toolkit.files import parse


def _prose(raw: str) -> list[str]:
    return [paragraph.text.prose for paragraph in parse(raw, "a.txt", "text").paragraphs]


def _kinds(raw: str) -> list[Kind]:
    return [paragraph.kind for paragraph in parse(raw, "a.txt", "text").paragraphs]


def test_paragraphs_stand_between_empty_lines() -> None:
    assert _prose("Chips rise\n\nShares rose.\n \n\nThey fell.\n") == ["Chips rise", "Shares rose.", "They fell."]


def test_without_empty_lines_each_line_is_a_paragraph() -> None:
    assert _prose("Chips rise\nShares rose on Monday.\nThey fell on Tuesday.") == [
        "Chips rise",
        "Shares rose on Monday.",
        "They fell on Tuesday.",
    ]


def test_lines_wrapped_by_hand_are_joined() -> None:
    raw = (
        "The ministry said on Monday that it would look into the matter\n"
        "together with its partners. It gave no date for a decision and\n"
        "did not say who would take part.\n\nA second paragraph.\n"
    )
    article = parse(raw, "a.txt", "text")
    assert [p.text.prose.count("\n") for p in article.paragraphs] == [2, 0]
    exact(article)


def test_chinese_wrapped_by_hand_is_joined() -> None:
    line = "外交部发言人星期一在例行记者会上说中方注意到有关报道并坚决反对这种做法希望有关方面"
    assert len(_prose(f"{line}\n{line}\n停止。\n\n第二段。")) == 2


def test_full_width_indents_part_paragraphs_and_are_no_prose() -> None:
    assert _prose("　　第一段的文字很短。\n　　第二段也是。\n") == ["第一段的文字很短。", "第二段也是。"]


def test_crlf_counts_two_and_other_separators_end_no_line() -> None:
    article = parse("One\x0bline\u2028here.\r\n\r\nTwo 🙂 here.\r\rThree.", "a.txt", "text")
    assert [p.text.spans[0].start for p in article.paragraphs] == [0, 18, 31]
    exact(article)


def test_a_byte_order_mark_is_not_counted() -> None:
    article = parse("\ufeffShares rose.", "a.txt", "text")
    assert article.raw == "Shares rose."


def test_the_first_short_line_without_a_stop_is_the_headline() -> None:
    assert _kinds("Chips rise\n\nBEIJING, June 19, 2024\n\nPhoto: A plant\n\nShares rose.") == [
        Kind.HEADLINE,
        Kind.DATELINE,
        Kind.CAPTION,
        Kind.BODY,
    ]
    assert _kinds("标题\n\n新华社北京6月19日电\n\n股价上涨。")[:2] == [Kind.HEADLINE, Kind.DATELINE]
    assert _kinds("Shares rose.\n\nThey fell.") == [Kind.BODY, Kind.BODY]


def test_a_dateline_with_a_year_dates_the_article() -> None:
    day = datetime.date(2024, 6, 19)
    for opening in (
        "BEIJING, June 19, 2024 (Xinhua) -- Shares rose.",
        "Headline\n\n19 June 2024\n\nShares rose.",
        "新华社北京2024年6月19日电 股价上涨。",
        "标题\n\n2024年6月19日 10:30\n\n股价上涨。",
    ):
        assert parse(opening, "a.txt", "text").date == day


def test_a_date_in_the_story_or_without_a_year_does_not() -> None:
    for story in ("On June 19, 2024, shares rose.", "BEIJING, June 19 -- Shares rose.", "2024年6月19日，股价上涨。"):
        assert parse(story, "a.txt", "text").date is None


def test_a_comment_silences_the_paragraph_below_it_or_the_file() -> None:
    raw = "One.\n\n<!-- copydesk: ignore numbers, dates/odd-day: checked by hand -->\nTwo.\n\nThree."
    article = parse(raw, "a.txt", "text")
    (ignore,) = article.ignores
    assert (ignore.rules, ignore.reason) == (("numbers", "dates/odd-day"), "checked by hand")
    assert raw[slice(*ignore.scope)] == "Two."
    assert [p.text.prose for p in article.paragraphs] == ["One.", "Two.", "Three."]
    first = parse("<!-- copydesk: ignore style: wire copy -->\nOne.\nTwo.", "a.txt", "text")
    assert first.ignores[0].scope == (0, len(first.raw))


def test_five_megabytes_on_one_line_are_read_at_once() -> None:
    began = time.process_time()
    pieces = _prose("The plan was approved. " * 220_000)
    assert max(map(len, pieces)) <= 30_000
    assert "".join(pieces) == ("The plan was approved. " * 220_000).rstrip()
    assert time.process_time() - began < 2


def test_a_line_of_initials_is_told_from_a_dateline_in_time() -> None:
    began = time.process_time()
    assert _kinds("A." * 30 + "é June 19\n\nShares rose.")[1] is Kind.BODY
    assert time.process_time() - began < 1
