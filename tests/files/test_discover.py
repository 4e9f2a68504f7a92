"""Pairs: the Chinese beside its English, found once whatever is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.files import Discovery, discover
from toolkit.files.discover import PATTERNS


def _found(root: Path, names: str, *given: str, patterns: tuple[str, ...] = PATTERNS) -> list[str]:
    """The pairs as `chinese > english` among files called `names`, when `given` are named on the command line."""
    for name in names.split():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")
    return _shown(root, discover([root / name for name in given or ("",)], patterns))


def _shown(root: Path, discovery: Discovery) -> list[str]:
    return [
        f"{source.relative_to(root).as_posix() if source else '-'} > {target.relative_to(root).as_posix()}"
        for source, target in discovery.pairs
    ]


@pytest.mark.parametrize(
    ("names", "given", "pairs"),
    [
        ("b.en.txt b.zh.txt a.zh.md a.en.md", (), ["a.zh.md > a.en.md", "b.zh.txt > b.en.txt"]),
        ("a.zh-Hant.html a.en-US.html", (), ["a.zh-Hant.html > a.en-US.html"]),
        ("x/zh/a.md x/en/a.md", (), ["x/zh/a.md > x/en/a.md"]),
        ("zh-TW/a.md en/a.md en/b.md", (), ["zh-TW/a.md > en/a.md", "- > en/b.md"]),
        ("a.txt README.md b.en.txt c.en.odt .git/d.en.txt", (), ["- > b.en.txt"]),
        ("a.en.txt a.zh.txt", ("a.zh.txt",), ["a.zh.txt > a.en.txt"]),
        ("a.en.txt a.zh.txt", ("a.zh.txt", "a.en.txt", "", "a.zh.txt"), ["a.zh.txt > a.en.txt"]),
        ("a.en.txt a.zh-CN.txt a.zh-TW.txt", ("a.zh-TW.txt",), ["a.zh-TW.txt > a.en.txt"]),
        ("a.en-US.txt a.en-GB.txt a.zh.txt", (), ["a.zh.txt > a.en-GB.txt", "a.zh.txt > a.en-US.txt"]),
        ("a.txt", ("a.txt",), ["- > a.txt"]),
        ("a.en.md a.zh.txt", (), ["- > a.en.md"]),
        ("a.zh.docx a.en.docx b.docx", (), ["a.zh.docx > a.en.docx"]),
        (
            "a.zh-en.po b.zh_en.csv c.zh-Hant-en-GB.tmx d.po e.csv f.en.po",
            (),
            ["- > a.zh-en.po", "- > b.zh_en.csv", "- > c.zh-Hant-en-GB.tmx"],
        ),
        ("d.po e.csv", ("d.po", "e.csv"), ["- > d.po", "- > e.csv"]),
    ],
)
def test_pairs(tmp_path: Path, names: str, given: tuple[str, ...], pairs: list[str]) -> None:
    assert _found(tmp_path, names, *given) == pairs


def test_patterns_can_be_set(tmp_path: Path) -> None:
    assert _found(tmp_path, "a_zh.md a_en.md b.zh.md b.en.md", patterns=("{name}_{lang}.{ext}",)) == [
        "a_zh.md > a_en.md"
    ]
    patterns = ("{name}-src.{ext} | {name}.{ext}",)
    assert _found(tmp_path / "x", "c-src.md c.md", "c-src.md", patterns=patterns) == ["c-src.md > c.md"]
    assert _found(tmp_path / "y", "c-src.md c.md", patterns=patterns) == ["c-src.md > c.md"]
    with pytest.raises(ValueError, match="needs"):
        discover([], ["{name}.md"])


def test_a_chinese_file_without_english_gets_a_notice(tmp_path: Path) -> None:
    (tmp_path / "a.zh.txt").write_text("x")
    assert discover([tmp_path]).notices == (f"{tmp_path / 'a.zh.txt'}: has no English beside it; nothing to check",)


def test_what_cannot_be_searched_gets_one_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.en.txt").symlink_to(tmp_path / "self.en.txt")
    (tmp_path / "a.odt").write_text("x")
    found = discover([tmp_path / "none.txt", tmp_path, tmp_path / "a.odt", Path("nul\0")])
    assert [pair.target.name for pair in found.pairs] == ["a.en.txt", "self.en.txt"]
    assert [error.message.split(";")[0] for error in found.errors] == [
        "does not exist",
        "is no article",
        "does not exist",
    ]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<xliff version="1.2"><file source-language="zh-CN" target-language="en">', True),
        ('<xliff version="2.0" trgLang="en-US" srcLang="zh-Hant">', True),
        ('<xliff version="1.2"><file source-language="en" target-language="fr">', False),
        ('<xliff version="1.2"><file source-language="zh-CN">', False),
    ],
)
def test_a_folder_s_xliff_counts_if_it_goes_from_chinese_into_english(tmp_path: Path, head: str, found: bool) -> None:
    (tmp_path / "a.xlf").write_text(head)
    assert bool(discover([tmp_path]).pairs) is found
    assert discover([tmp_path / "a.xlf"]).pairs
