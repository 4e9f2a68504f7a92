"""`glossary mine` and `glossary coverage` as their users run them."""

from __future__ import annotations

import json

ZH = "记者郝文静在现场采访。\n\n郝文静也去了滦平县。\n"
EN = "Reporter Hao Wenjing was at the scene.\n\nHao Wenjing went to Luanping County.\n"


def write(desk):
    folder = desk / "pairs"
    folder.mkdir()
    (folder / "a.zh.txt").write_text(ZH, "utf-8")
    (folder / "a.en.txt").write_text(EN, "utf-8")


def test_mine_prints_candidates_with_their_evidence(copydesk, desk):
    write(desk)
    done = copydesk("glossary", "mine", "pairs")
    assert done.status == 0
    assert done.out.startswith("郝文静 = Hao Wenjing   person, 2 paragraphs")
    assert "pairs/a.zh.txt:1: 记者郝文静在现场采访。" in done.out
    assert "2 of 2 candidates from 2 paragraphs" in done.err


def test_mine_limits_and_speaks_json(copydesk, desk):
    write(desk)
    done = copydesk("glossary", "mine", "pairs", "--limit", "1", "--format", "json")
    assert [one["zh"] for one in json.loads(done.out)["candidates"]] == ["郝文静"]


def test_mine_writes_drafts_once(copydesk, desk):
    write(desk)
    dry = copydesk("glossary", "mine", "pairs", "--write", "new.csv", "--dry-run")
    assert "+hao-wenjing,person,郝文静" in dry.out
    assert not (desk / "new.csv").exists()
    assert "added 2 drafts" in copydesk("glossary", "mine", "pairs", "--write", "new.csv").err
    before = (desk / "new.csv").read_bytes()
    assert "added 0 drafts" in copydesk("glossary", "mine", "pairs", "--write", "new.csv").err
    assert (desk / "new.csv").read_bytes() == before


def test_coverage_counts_concepts(copydesk, desk):
    write(desk)
    (desk / "own.csv").write_text("id,type,zh,en\nhao,person,郝文静,Hao Wenjing\nno,person,无人,Nobody\n", "utf-8")
    (desk / "copydesk.toml").write_text('shipped = false\nglossary = ["own.csv"]\n', "utf-8")
    done = copydesk("glossary", "coverage", "pairs", "--never")
    assert done.status == 0
    assert done.out.splitlines()[0] == "Of 2 concepts 1 occur in 1 article, 1 never."
    assert done.out.splitlines()[3].split()[:2] == ["2", "2"]
    assert done.out.endswith("Never:\n  no\n")


def test_a_wrong_format_and_a_missing_file_are_one_line(copydesk, desk):
    for command in ("mine", "coverage"):
        assert copydesk("glossary", command, ".", "--format", "xml").status == 2
        done = copydesk("glossary", command, "nowhere.tmx")
        assert done.status == 2
        assert "nowhere.tmx: does not exist" in done.err
    assert "--write" in copydesk("glossary", "mine", ".", "--dry-run").err
