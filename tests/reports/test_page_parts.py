"""The parts of the page: text cut where marks begin and end, and the command to paste."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.core import Span, Text
from toolkit.core.text import Run
from toolkit.reports.page.command import acceptance, quoted
from toolkit.reports.page.pieces import Mark, pieces

RAW = "The minister spoke."


def cut(raw: str, *marks: Mark, text: Text | None = None) -> list[tuple[str, tuple[str, ...]]]:
    return [(piece.text, piece.keys) for piece in pieces(raw, Span(0, len(raw)), text or Text.plain(raw), marks)]


def test_words_under_two_marks_belong_to_both_the_gravest_first() -> None:
    marks = Mark(Span(4, 12), "a", 1), Mark(Span(8, 18), "b", 2)
    assert cut(RAW, *marks) == [
        ("The ", ()),
        ("mini", ("a",)),
        ("ster", ("b", "a")),
        (" spoke", ("b",)),
        (".", ()),
    ]


def test_a_point_is_an_empty_piece() -> None:
    assert cut("ab", Mark(Span(1, 1), "a")) == [("a", ()), ("", ("a",)), ("b", ())]


@pytest.mark.parametrize("span", [(1, 6), (2, 3), (3, 3), (0, 2)])
def test_an_entity_is_read_and_marked_whole(span: tuple[int, int]) -> None:
    text = Text("a&b", (Run(0, 0, 1), Run(1, 1, 6), Run(2, 6, 7)), (Span(0, 7),), markup=True)
    found = cut("a&amp;b", Mark(Span(*span), "x"), text=text)
    assert "&" in "".join(words for words, keys in found if keys)
    assert "".join(words for words, _ in found) == "a&b"


def test_markup_stands_apart() -> None:
    text = Text("ab", (Run(0, 0, 1), Run(1, 4, 5)), (Span(0, 5),), markup=True)
    found = pieces("a<b>b", Span(0, 5), text, [Mark(Span(0, 5), "x")])
    assert [(piece.text, piece.markup) for piece in found] == [("a", False), ("<b>", True), ("b", False)]
    assert [(piece.begins, piece.ends) for piece in found] == [(("x",), ()), ((), ()), ((), ("x",))]


@given(st.text("ab ", max_size=20), st.data())
def test_nothing_is_lost_and_every_mark_covers_its_words(raw: str, data: st.DataObject) -> None:
    ends = st.tuples(st.integers(0, len(raw)), st.integers(0, len(raw)))
    spans = data.draw(st.lists(ends.map(lambda two: Span(min(two), max(two))), max_size=5))
    marks = [Mark(span, str(n), n % 3) for n, span in enumerate(spans)]
    found = cut(raw, *marks)
    assert "".join(words for words, _ in found) == raw
    for mark in marks:
        assert "".join(words for words, keys in found if mark.key in keys) == raw[slice(*mark.span)]
        assert any(mark.key in keys for _, keys in found)


def test_ten_thousand_marks_on_one_paragraph_are_cut_at_once() -> None:
    raw = "ab " * 10_000
    marks = [Mark(Span(n * 3, n * 3 + 2), str(n)) for n in range(10_000)]
    assert len(cut(raw, *marks)) == 20_000


PATHS = [
    "a.txt",
    "news/a b.txt",
    "it's.txt",
    "-rf",
    "$(touch x);`id`&|<>*?~!.txt",
    "两会.en.txt",
    "a\nb",
    "\x1b[201~\n'\\x",
    "~/a",
]


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize("path", PATHS)
def test_a_path_comes_through_a_shell_as_it_is(path: str) -> None:
    done = subprocess.run(["bash", "-c", f"printf %s {quoted(path)}"], capture_output=True, text=True, check=True)
    assert done.stdout.removeprefix("./" if path.startswith("-") else "") == path


@pytest.mark.parametrize("path", PATHS)
def test_what_is_pasted_steers_no_terminal(path: str) -> None:
    assert acceptance(path, "0" * 16).isprintable()


def test_what_came_through_a_pipe_cannot_be_accepted() -> None:
    assert acceptance("<stdin>", "0" * 16) == ""
