"""Coverage: how the concepts of a glossary fare in the desk's copy."""

from __future__ import annotations

import json

import pytest

from toolkit.api import Order, check_paths, record
from toolkit.api.coverage import cover_paths
from toolkit.reports.coverage import render_coverage
from toolkit.settings import SettingsError, command_line

GLOSSARY = """id,type,zh,en,en_alt,en_forbidden
lanling,organisation,兰陵电气,Lanling Electric,Lanling,Orchid Electric
tide,term,潮汐发电,tidal power,,
never,term,从未出现,never seen,,
"""
ZH = "兰陵电气公布了业绩。\n\n兰陵电气投资潮汐发电。\n\n兰陵电气的股价上涨。\n"
EN = "Lanling Electric published results.\n\n{}The firm Lanling invests in waves of power.\n\n{}Shares of Orchid Electric rose.\n"


@pytest.fixture
def room(tmp_path):
    (tmp_path / "own.csv").write_text(GLOSSARY, "utf-8")
    (tmp_path / "copydesk.toml").write_text('shipped = false\nglossary = ["own.csv"]\n', "utf-8")
    (tmp_path / "a.zh.txt").write_text(ZH, "utf-8")
    (tmp_path / "a.en.txt").write_text(EN.format("", ""), "utf-8")
    return tmp_path


def tallies(room, **asked):
    covered = cover_paths([room], command_line(**asked))
    assert not covered.problems
    return {one.term.id: one for one in covered.tallies}


def test_each_concept_is_right_missing_or_forbidden_by_paragraph(room):
    found = tallies(room)
    assert (found["lanling"].right, found["lanling"].missing, found["lanling"].forbidden) == (2, 0, 1)
    assert (found["tide"].right, found["tide"].missing) == (0, 1)
    assert found["never"].seen == 0


def test_an_alarm_that_an_inline_comment_silences_is_noise(room):
    comment = "<!-- copydesk: ignore names: agreed -->\n"
    (room / "a.en.txt").write_text(EN.format("", comment), "utf-8")
    found = tallies(room)
    assert (found["lanling"].alarms, found["lanling"].ignored, found["lanling"].noise) == (1, 1, 1)


def test_an_alarm_in_the_baseline_is_noise(room):
    record(check_paths(Order((room,))), room / "base.json")
    found = tallies(room, baseline=room / "base.json")
    assert (found["lanling"].alarms, found["lanling"].baselined) == (1, 1)


def test_the_noisy_come_first(room):
    (room / "a.en.txt").write_text(EN.format("", "<!-- copydesk: ignore names: agreed -->\n"), "utf-8")
    (room / "b.zh.txt").write_text("潮汐发电很贵。\n\n潮汐发电很少。\n", "utf-8")
    (room / "b.en.txt").write_text("It is dear.\n\nIt is rare.\n", "utf-8")
    assert [one.term.id for one in cover_paths([room]).tallies] == ["lanling", "tide", "never"]


def test_the_report_says_what_never_occurs(room):
    covered = cover_paths([room])
    text = render_coverage("text", covered.tallies, covered.articles, never=True)
    assert text.startswith("Of 3 concepts 2 occur in 1 article, 1 never.")
    assert text.endswith("Never:\n  never\n")
    value = json.loads(render_coverage("json", covered.tallies, covered.articles))
    assert value["never"] == ["never"]
    assert value["concepts"][0]["id"] == "lanling"
    assert value["concepts"][0]["forbidden"] == 1


def test_a_translation_memory_is_covered_like_an_article(room):
    unit = '<tu><tuv xml:lang="zh"><seg>潮汐发电</seg></tuv><tuv xml:lang="en"><seg>Tidal power</seg></tuv></tu>'
    memory = room / "memory.tmx"
    memory.write_text(f'<tmx version="1.4"><header/><body>{unit}</body></tmx>', "utf-8")
    found = {one.term.id: one for one in cover_paths([memory]).tallies}
    assert found["tide"].right == 1


def test_an_article_without_chinese_is_told(room):
    (room / "c.en.txt").write_text("Alone.\n", "utf-8")
    covered = cover_paths([room])
    assert any("c.en.txt" in notice for notice in covered.notices)
    assert covered.articles == 1


def test_bad_settings_are_refused(room):
    (room / "copydesk.toml").write_text('patterns = ["x"]\n', "utf-8")
    with pytest.raises(SettingsError):
        cover_paths([room])
