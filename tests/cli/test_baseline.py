"""copydesk baseline: decisions taken with a reason, looked through, and dropped when their findings are gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import CLEAN, FAULTY, Copydesk


@pytest.fixture
def kept(desk: Path) -> Path:
    """The baseline file that the settings name; it is empty."""
    (desk / "copydesk.toml").write_text('baseline = "known.json"\nfail_on = "note"\n', "utf-8")
    (desk / "known.json").write_text('{"schema_version": 1, "findings": []}\n', "utf-8")
    return desk / "known.json"


def rows(kept: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(kept.read_text("utf-8"))["findings"]
    return found


def fingerprints(copydesk: Copydesk, path: str = "story.en.txt") -> dict[str, str]:
    out = copydesk("check", path, "--format", "jsonl").out
    return {row["rule"]: row["fingerprint"] for row in map(json.loads, out.splitlines())}


def test_a_finding_is_accepted_by_its_fingerprint_from_a_report(copydesk: Copydesk, kept: Path) -> None:
    found = fingerprints(copydesk)
    name = found.pop("residue/repeated-word")
    done = copydesk("baseline", "add", "--fingerprint", name, "story.en.txt", "--reason", "a  quotation")
    assert done.status == 0
    assert done.out == f"story.en.txt: residue/repeated-word: “the the” ({name}): a quotation\n"
    assert [(row["fingerprint"], row["reason"]) for row in rows(kept)] == [(name, "a quotation")]
    assert fingerprints(copydesk) == found


def test_without_a_path_the_finding_is_looked_for_in_the_current_folder(copydesk: Copydesk, kept: Path) -> None:
    name = fingerprints(copydesk)["residue/repeated-word"]
    assert copydesk("baseline", "add", "--fingerprint", name, "--reason", "a quotation").status == 0
    assert rows(kept)[0]["path"] == "story.en.txt"


def test_all_findings_of_an_article_are_accepted_for_one_reason(copydesk: Copydesk, kept: Path) -> None:
    assert copydesk("baseline", "add", "story.en.txt", "--reason", "wire copy").status == 0
    assert {row["reason"] for row in rows(kept)} == {"wire copy"}
    assert copydesk("check", "story.en.txt").status == 0


def test_accepting_again_changes_the_reason_and_leaves_other_decisions_alone(copydesk: Copydesk, kept: Path) -> None:
    name = fingerprints(copydesk)["residue/repeated-word"]
    copydesk("baseline", "add", "story.en.txt", "--reason", "wire copy")
    copydesk("baseline", "add", "--fingerprint", name, "story.en.txt", "--reason", "a quotation")
    assert {row["rule"]: row["reason"] for row in rows(kept)} == {
        "residue/repeated-word": "a quotation",
        "spacing/space-before-stop": "wire copy",
    }
    before = kept.read_bytes()
    again = copydesk("baseline", "add", "--fingerprint", name, "--reason", "a quotation")
    assert "recorded 0; " in again.err
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["story.en.txt"], "--reason says why"),
        (["story.en.txt", "--reason", " "], "--reason says why"),
        (["--reason", "so"], "name articles"),
        (
            ["--fingerprint", "0123456789abcdef", "--reason", "so"],
            "no finding here has the fingerprint 0123456789abcdef",
        ),
        (["nowhere.en.txt", "--reason", "so"], "nowhere.en.txt: does not exist"),
        (["story.en.txt", "--reason", "so", "--glossary", "none.csv"], "none.csv: does not exist"),
        (
            ["story.en.txt", "news/clean.en.txt", "--source", "story.zh.txt", "--reason", "so"],
            "--source is the Chinese",
        ),
    ],
)
def test_where_something_is_wrong_nothing_is_recorded(
    copydesk: Copydesk, kept: Path, arguments: list[str], told: str
) -> None:
    done = copydesk("baseline", "add", *arguments)
    assert (done.status, told in done.err, rows(kept)) == (2, True, [])


def test_without_a_baseline_in_the_settings_one_must_be_named(copydesk: Copydesk, desk: Path) -> None:
    done = copydesk("baseline", "add", "story.en.txt", "--reason", "wire copy")
    assert (done.status, "name one with --baseline FILE" in done.err) == (2, True)
    done = copydesk("baseline", "add", "story.en.txt", "--reason", "wire copy", "--baseline", "own.json")
    assert done.status == 0
    assert len(rows(desk / "own.json")) == 2
    assert copydesk("baseline", "show").status == 2
    assert len(copydesk("baseline", "show", "--baseline", "own.json").out.splitlines()) == 2


def test_show_lists_every_decision_with_its_reason(copydesk: Copydesk, kept: Path) -> None:
    copydesk("check", "--write-baseline", "known.json")
    assert copydesk("baseline", "show").out.splitlines()[0].endswith("): no reason given")
    kept.write_text("{", "utf-8")
    assert (copydesk("baseline", "show").status, copydesk("baseline", "prune").status) == (2, 2)


def test_prune_drops_what_no_longer_occurs_and_check_says_when_to(copydesk: Copydesk, desk: Path, kept: Path) -> None:
    copydesk("baseline", "add", "story.en.txt", "--reason", "wire copy")
    assert "no longer" not in copydesk("check").err
    assert "dropped 0; " in copydesk("baseline", "prune").err
    (desk / "story.en.txt").write_text(FAULTY.replace("the the", "the"), "utf-8")
    assert "known.json: 1 entry no longer occurs; copydesk baseline prune drops what is over" in copydesk("check").err
    done = copydesk("baseline", "prune")
    assert (done.status, done.out.split(": ")[1]) == (0, "residue/repeated-word")
    assert [(row["rule"], row["reason"]) for row in rows(kept)] == [("spacing/space-before-stop", "wire copy")]
    assert "no longer" not in copydesk("check").err


def test_a_decision_on_an_article_that_was_renamed_is_kept_and_on_one_that_is_gone_is_not(
    copydesk: Copydesk, desk: Path, kept: Path
) -> None:
    copydesk("baseline", "add", "story.en.txt", "--reason", "wire copy")
    (desk / "story.en.txt").rename(desk / "news" / "story.en.txt")
    (desk / "story.zh.txt").rename(desk / "news" / "story.zh.txt")
    assert "dropped 0; " in copydesk("baseline", "prune").err
    (desk / "news" / "story.en.txt").unlink()
    assert "dropped 2; " in copydesk("baseline", "prune").err


def test_what_was_not_judged_is_kept(copydesk: Copydesk, desk: Path, kept: Path) -> None:
    copydesk("baseline", "add", "story.en.txt", "--reason", "wire copy")
    (desk / "story.en.txt").write_text(CLEAN, "utf-8")
    assert "no longer" not in copydesk("check", "news").err
    assert "dropped 0; " in copydesk("baseline", "prune", "news").err
    assert "no longer" not in copydesk("check", "--select", "numbers").err
    (desk / "copydesk.toml").write_text('baseline = "known.json"\nignore = ["residue"]\n', "utf-8")
    assert "dropped 1; " in copydesk("baseline", "prune").err
    assert [row["rule"] for row in rows(kept)] == ["residue/repeated-word"]


def test_where_something_cannot_be_read_nothing_is_dropped(copydesk: Copydesk, desk: Path, kept: Path) -> None:
    copydesk("baseline", "add", "story.en.txt", "--reason", "wire copy")
    before = kept.read_bytes()
    (desk / "story.en.txt").write_bytes(b"\x00")
    done = copydesk("baseline", "prune")
    assert (done.status, "known.json was left as it is" in done.err) == (2, True)
    assert kept.read_bytes() == before


def test_a_baseline_that_is_set_and_not_begun_says_how_to_begin_it(copydesk: Copydesk, desk: Path) -> None:
    (desk / "copydesk.toml").write_text('baseline = "known.json"\n', "utf-8")
    done = copydesk("check", "story.en.txt")
    assert done.status == 2
    assert "known.json: does not exist; check the name, or begin it: copydesk baseline add --reason WHY" in done.err
    assert copydesk("baseline", "add", "story.en.txt", "--reason", "wire copy").status == 0
    assert copydesk("check", "story.en.txt").status == 0
