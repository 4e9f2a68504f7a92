"""Names alone pair as the same files do on the disk."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.files.discover import discover, pair_named

FOLDERS = st.lists(st.sampled_from(["a", "en", "zh", "zh-TW", "en-GB"]), max_size=2)
STEMS = st.sampled_from(["a", "b", "a.en", "a.zh", "a.en-GB", "a.zh-TW", "a b.en", "a b.zh"])
FILES = st.lists(st.tuples(FOLDERS, STEMS, st.sampled_from([".txt", ".md", ".html", ".docx"])), max_size=10)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES)
def test_names_alone_pair_as_the_same_files_do_on_the_disk(
    tmp_path_factory: pytest.TempPathFactory, files: list[tuple[list[str], str, str]]
) -> None:
    room = tmp_path_factory.mktemp("pairs")
    names = {"/".join([*folders, stem + ending]) for folders, stem, ending in files}
    for name in names:
        (room / name).parent.mkdir(parents=True, exist_ok=True)
        (room / name).write_text("x", "utf-8")
    on_disk = {
        (pair.source and pair.source.relative_to(room), pair.target.relative_to(room))
        for pair in discover([room]).pairs
    }
    assert {tuple(pair) for pair in pair_named(names, names).pairs} == on_disk


def test_only_the_names_asked_for_are_paired() -> None:
    there = {"a.en.txt", "a.zh.txt", "b.en.txt"}
    assert [pair.target.name for pair in pair_named(["a.zh.txt"], there).pairs] == ["a.en.txt"]
    assert pair_named(["lost.zh.txt"], there).notices == ("lost.zh.txt: has no English beside it; nothing to check",)
