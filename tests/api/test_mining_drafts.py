"""Mined candidates from files, their reports, and the drafts they become."""

from __future__ import annotations

import csv
import io
import json

import pytest

from toolkit.api.mining import drafts, mine_paths
from toolkit.files import Unreadable
from toolkit.files.tmx import load_tmx
from toolkit.glossary import parse
from toolkit.reports.mined import render_mined

ZH = "记者郝文静在现场采访。\n\n洪水淹没了滦平县的农田。郝文静也去了。\n"
EN = "Reporter Hao Wenjing was at the scene.\n\nThe flood covered fields in Luanping County. Hao Wenjing went there.\n"
TMX = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="zh-TW"><seg>記者<bpt i="1">&lt;b&gt;</bpt>郝文靜<ept i="1">&lt;/b&gt;</ept>說。</seg></tuv>
<tuv lang="EN-US"><seg>Reporter <hi>Hao Wenjing</hi> said.</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>Rien.</seg></tuv><tuv xml:lang="en"><seg>Nothing.</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def room(tmp_path):
    (tmp_path / "copydesk.toml").write_text("shipped = false\n", "utf-8")
    (tmp_path / "a.zh.txt").write_text(ZH, "utf-8")
    (tmp_path / "a.en.txt").write_text(EN, "utf-8")
    return tmp_path


def test_a_folder_is_mined_with_evidence_by_line(room):
    found = mine_paths([room])
    wired = json.loads(render_mined("json", found.candidates, found.paragraphs))["candidates"]
    one = next(one for one in wired if one["zh"] == "滦平县")
    assert one["en"] == "Luanping County"
    assert one["evidence"][0]["zh"] == {"path": str(room / "a.zh.txt"), "line": 3, "text": "洪水淹没了滦平县的农田。"}
    assert one["evidence"][0]["en"]["text"] == "The flood covered fields in Luanping County."


def test_text_and_csv_tell_the_same(room):
    found = mine_paths([room])
    text = render_mined("text", found.candidates, found.paragraphs)
    assert text.startswith("郝文静 = Hao Wenjing   person, 2 paragraphs")
    rows = list(csv.DictReader(io.StringIO(render_mined("csv", found.candidates, found.paragraphs))))
    assert [row["zh"] for row in rows] == [one.zh for one in found.candidates]
    assert rows[0]["zh_place"] == f"{room / 'a.zh.txt'}:1"


def test_a_translation_memory_is_read_without_its_codes(room):
    (room / "m.tmx").write_text(TMX, "utf-8")
    (segment,) = load_tmx(room / "m.tmx").segments
    assert segment.source.prose == "记者郝文静说。"
    assert segment.target.prose == "Reporter Hao Wenjing said."
    found = mine_paths([room / "m.tmx"])
    wired = json.loads(render_mined("json", found.candidates, found.paragraphs))["candidates"]
    assert [(one["zh"], one["evidence"][0]["en"]["line"]) for one in wired] == [("郝文静", 5)]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("<tmx><body>", "not well-formed"),
        ("<tbx/>", "no translation memory"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx>&a;</tmx>', "entity"),
    ],
)
def test_a_bad_memory_is_one_clear_line(room, text, complaint):
    (room / "bad.tmx").write_text(text, "utf-8")
    with pytest.raises(Unreadable, match=complaint):
        load_tmx(room / "bad.tmx")
    assert len(mine_paths([room / "bad.tmx"]).problems) == 1


def test_drafts_are_sorted_rows_that_a_second_run_leaves_alone(room):
    path = room / "drafts.csv"
    change = drafts(path, mine_paths([room]).candidates)
    assert not path.exists()
    assert "+hao-wenjing,person,郝文静" in change.diff()
    change.write()
    terms, problems = parse(path.read_text("utf-8"))
    assert not problems
    assert [term.id for term in terms] == sorted(term.id for term in terms)
    assert {(term.status, term.source) for term in terms} == {("draft", "mined")}
    assert drafts(path, mine_paths([room]).candidates).count == 0


def test_an_id_that_is_taken_is_numbered(room):
    path = room / "drafts.csv"
    path.write_text("id,type,zh,en\nhao-wenjing,person,郝文敬,Hao Wenjing\n", "utf-8")
    change = drafts(path, mine_paths([room]).candidates)
    assert "hao-wenjing-2" in change.new.ids
    assert change.new.cells("hao-wenjing")["zh"] == "郝文敬"
