"""A fingerprint names a decision, not a line."""

from __future__ import annotations

import re

import pytest

from toolkit.core import Article, Document, Finding, Flag, Paragraph, Place, Segment, Severity, Side, Span, Text
from toolkit.lint.fingerprint import fingerprints

RAW = "The chip maker said on Monday that its new plant would open in the the spring of next year."


def article(raw: str) -> Document:
    spans = [Text.plain(match[0], match.start()) for match in re.finditer(r"[^\n]+", raw)]
    segments = tuple(Segment(str(n), None, text) for n, text in enumerate(spans))
    return Document("a", segments, Article("a.txt", raw, tuple(map(Paragraph, spans))))


def named(raw: str, words: str = "the the", rule: str = "residue/repeated-word") -> list[str]:
    found = [
        Finding(rule, Severity.ERROR, "c", Flag(Place(Side.TARGET, Span(*match.span())), "twice"))
        for match in re.finditer(re.escape(words), raw)
    ]
    return list(fingerprints(article(raw), found))


def test_a_fingerprint_is_short_hexadecimal() -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", named(RAW)[0])


@pytest.mark.parametrize(
    "changed",
    [
        "A new headline\n\n" + RAW,
        "Before.\n" + RAW + "\nAfter.\n",
        RAW.replace("The chip maker", "A rival"),
        RAW.replace("next year", "next decade"),
        "\r\n" + RAW + "\r\n",
    ],
)
def test_it_survives_moved_lines_and_edits_elsewhere(changed: str) -> None:
    assert named(changed) == named(RAW)


@pytest.mark.parametrize("changed", [RAW.replace("open in", "close in"), RAW.replace("the spring", "the autumn")])
def test_it_changes_with_the_words_around(changed: str) -> None:
    assert named(changed) != named(RAW)


def test_it_changes_with_the_rule() -> None:
    assert named(RAW, rule="residue/loop") != named(RAW)


def test_the_same_sentence_twice_has_two_fingerprints_whatever_else_was_found() -> None:
    twice = RAW + "\n" + RAW
    first, second = named(twice)
    assert first == named(RAW)[0] != second


def test_words_outside_any_paragraph_are_known_by_their_line() -> None:
    raw = "title: the the end\n"
    bare = Document("a", (), Article("a.txt", raw, ()))
    flag = Flag(Place(Side.TARGET, Span(7, 14)), "twice")
    assert len(fingerprints(bare, [Finding("a/b", Severity.NOTE, "c", flag)])) == 1
