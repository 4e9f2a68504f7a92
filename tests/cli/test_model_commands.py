"""`copydesk model` as its users run it; nothing leaves this machine."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from running import Copydesk

FIXTURE = Path(__file__).parents[2] / "corpora" / "fixture" / "model"


@pytest.fixture(autouse=True)
def home(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(desk / "data"))
    return desk / "data" / "copydesk" / "models"


def test_list_tells_what_is_to_be_had_with_licence_and_source_of_each_figure(copydesk: Copydesk) -> None:
    done = copydesk("model", "list")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Installed: none\n\nTo be had:\n\n  opus-zh-en\n")
    assert [done.out.count(f"\n    {fact} ") for fact in ("licence", "score", "figures", "how")] == [5, 5, 5, 5]
    assert "commercial use  FORBIDDEN" in done.out


def test_without_a_model_one_line_names_the_command_to_run(copydesk: Copydesk) -> None:
    for command in ("info", "probe"):
        done = copydesk("model", command)
        assert (done.status, done.out) == (2, "")
        assert done.err == "copydesk: translation: no model is installed; run: copydesk model install opus-zh-en\n"


def test_a_folder_is_installed_listed_and_described(copydesk: Copydesk, home: Path) -> None:
    done = copydesk("model", "install", FIXTURE, "--name", "fixture")
    assert (done.status, done.out) == (0, "")
    assert done.err.startswith("copydesk: installed fixture (Marian, ")
    assert len(done.err.splitlines()) == 1
    listed = json.loads(copydesk("model", "list", "--format", "json").out)
    assert [(one["name"], one["licence"]) for one in listed["installed"]] == [("fixture", "Apache-2.0")]
    told = copydesk("model", "info", "fixture")
    assert told.status == 0
    facts = dict(re.split(" {2,}", line, maxsplit=1) for line in told.out.splitlines())
    assert (facts["commercial use"], facts["attention aligns"], facts["takes up told terms"]) == (
        "allowed",
        "yes",
        "yes",
    )
    assert facts["folder"] == str(home / "fixture")


def test_probe_reports_speed_memory_latin_words_and_attention(copydesk: Copydesk) -> None:
    done = copydesk("model", "probe", FIXTURE, "--threads", "1", "--format", "json")
    assert done.status == 0, done.err
    told = json.loads(done.out)
    assert told["speed"].endswith("characters of Chinese a second")
    assert told["peak_memory"].endswith(" MB")
    assert told["attention_aligns"].endswith("its card vouches for it")
    assert int(told["attention_aligns"].split()[0]) >= 8
    assert told["stopped_for_length"] == 0
    assert "HBM is made by stacking layers of DRAM." in copydesk("model", "probe", FIXTURE).out


def test_a_licence_against_commercial_use_is_said_aloud(copydesk: Copydesk, desk: Path) -> None:
    import shutil  # noqa: PLC0415

    shutil.copytree(FIXTURE, desk / "nc")
    card = json.loads((desk / "nc" / "card.json").read_text("utf-8"))
    (desk / "nc" / "card.json").write_text(json.dumps(card | {"licence": "CC-BY-NC-4.0", "commercial": False}), "utf-8")
    for command in (("install", "nc"), ("info", "nc"), ("probe", "nc")):
        assert "nc: its licence, CC-BY-NC-4.0, forbids commercial use\n" in copydesk("model", *command).err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("install", "nowhere"), "nowhere: is no model of the catalogue, no address, no folder and no zip"),
        (("install", "nllb-600m"), "nllb-600m: is not published as one archive"),
        (("install", "story.en.txt"), "story.en.txt: is no zip archive, and no folder"),
        (("info", "nope"), "nope: is not installed; to see which there are, run: copydesk model list"),
        (("probe", "news"), "news: is no model we know: config.json is missing"),
        (("list", "--format", "xml"), "--format must be one of text, json"),
    ],
)
def test_what_cannot_be_is_one_line(copydesk: Copydesk, home: Path, arguments: tuple[str, ...], told: str) -> None:
    done = copydesk("model", *arguments)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1
    assert not home.is_dir() or not [path for path in home.iterdir() if not path.name.startswith(".")]
