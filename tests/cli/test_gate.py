"""copydesk gate: publish, hold, and what cannot be judged is held."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource
from running import CHINESE, CLEAN, FAULTY, Copydesk, Done

import toolkit.reports

SCHEMAS = Path(toolkit.reports.__file__).parent


def schema(name: str) -> dict[str, object]:
    read: dict[str, object] = json.loads((SCHEMAS / name).read_text("utf-8"))
    return read


FINDING = Resource.from_contents(schema("finding.schema.json"))
VALIDATOR = jsonschema.Draft202012Validator(
    schema("gate.schema.json"), registry=Registry().with_resource("finding.schema.json", FINDING)
)


def verdict(done: Done) -> dict[str, object]:
    """What was printed, once it is seen to keep the schema."""
    read: dict[str, object] = json.loads(done.out)
    VALIDATOR.validate(read)
    return read


def test_clean_copy_may_be_published(copydesk: Copydesk) -> None:
    done = copydesk("gate", "news/clean.en.txt")
    assert (done.status, done.err) == (0, "")
    said = verdict(done)
    assert (said["verdict"], said["reasons"], said["not_run"]) == ("publish", [], [])


def test_an_error_holds_the_article_and_is_the_reason(copydesk: Copydesk, desk: Path) -> None:
    (desk / "story.en.txt").write_text(CLEAN.replace("the bank", "the 银行"), "utf-8")
    done = copydesk("gate", "story.en.txt")
    said = verdict(done)
    assert (done.status, said["verdict"]) == (1, "hold")
    assert said["reasons"][0].startswith("line 3: error: ")
    assert said["findings"]


def test_what_is_below_the_bar_is_told_and_holds_nothing(copydesk: Copydesk, desk: Path) -> None:
    (desk / "story.en.txt").write_text(CLEAN.replace("plan was", "plan  was"), "utf-8")
    said = verdict(copydesk("gate", "story.en.txt"))
    assert (said["verdict"], len(said["findings"])) == ("publish", 1)
    (desk / "copydesk.toml").write_text('fail_on = "note"\n', "utf-8")
    done = copydesk("gate", "story.en.txt")
    assert (done.status, verdict(done)["verdict"]) == (1, "hold")


def test_standard_input_is_judged_alone_or_against_a_source(copydesk: Copydesk) -> None:
    alone = verdict(copydesk("gate", "-", piped=CLEAN.encode()))
    assert alone["path"] == "<stdin>"
    assert "names/wrong-rendering" in alone["not_run"]
    paired = verdict(copydesk("gate", "-", "--source", "story.zh.txt", piped=CLEAN.encode()))
    assert paired["not_run"] == []


def test_what_the_baseline_knows_holds_nothing(copydesk: Copydesk, desk: Path) -> None:
    copydesk("check", "story.en.txt", "--write-baseline", "known.json")
    (desk / "copydesk.toml").write_text('baseline = "known.json"\nfail_on = "note"\n', "utf-8")
    assert copydesk("gate", "story.en.txt").status == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere.en.txt"], "nowhere.en.txt: does not exist"),
        (["."], ". is a folder"),
        (["lone.zh.txt"], "lone.zh.txt: has no English beside it"),
        (["empty.en.txt"], "empty.en.txt: is empty"),
        (["story.en.txt", "--source", "nowhere.zh.txt"], "nowhere.zh.txt: does not exist"),
        (["story.zh.txt"], "story.zh.txt is 2 articles"),
        (["news/clean.en.txt", "--glossary", "none.csv"], "none.csv: does not exist"),
    ],
)
def test_what_cannot_be_judged_is_held_with_the_reason_and_exits_2(
    copydesk: Copydesk, desk: Path, arguments: list[str], told: str
) -> None:
    (desk / "lone.zh.txt").write_text(CHINESE, "utf-8")
    (desk / "empty.en.txt").write_text("\n", "utf-8")
    (desk / "story.en-GB.txt").write_text(FAULTY, "utf-8")
    done = copydesk("gate", *arguments)
    said = verdict(done)
    assert (done.status, said["verdict"]) == (2, "hold")
    assert said["reasons"][0].startswith(told)
    assert f"copydesk: {told}" in done.err


def test_a_mistake_in_the_settings_or_the_date_exits_2_without_a_verdict(copydesk: Copydesk, desk: Path) -> None:
    assert copydesk("gate", "story.en.txt", "--date", "tomorrow")[:2] == (2, "")
    (desk / "copydesk.toml").write_text('fail_on = "seldom"\n', "utf-8")
    assert copydesk("gate", "story.en.txt")[:2] == (2, "")
