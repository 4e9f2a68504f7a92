"""`copydesk glossary`: the tools that tend a termbase, run as their users run them."""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path

import pytest
from running import Copydesk

from toolkit.cli.glossary import COMMANDS
from toolkit.glossary import COLUMNS

HEADER = ",".join(COLUMNS)
ASML = "asml,organisation,阿斯麦,艾司摩爾,ASML,ASML Holding,Asmai,,any,,,NL,,,,preferred,semiconductors,,"
LITHO = "lithography,term,光刻,,lithography,,photo carving,,any,,,,,,,preferred,semiconductors,,"
CLEANING = "mask-cleaning,term,光掩模清洗,,photomask cleaning,,,,any,,,,,,,preferred,semiconductors,,"
MINISTER = "minister,title,部长,,Minister,,,,any,,,CN,,,,preferred,politics,,"
HOLDER = "wang-li,person,王立,,Wang Li,,,,any,,,CN,minister@2020-01-01..,,,preferred,politics,,"


@pytest.fixture
def folder(desk: Path) -> Path:
    """A folder of glossaries where the type decides the file."""
    where = desk / "glossaries"
    where.mkdir()
    rows = {"organisations": ASML, "chips": LITHO, "titles": MINISTER, "people": HOLDER}
    for name, row in rows.items():
        (where / f"{name}.csv").write_text(f"{HEADER}\n{row}\n", "utf-8")
    (desk / "copydesk.toml").write_text("shipped = false\n", "utf-8")
    return where


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example(copydesk: Copydesk, name: str) -> None:
    done = copydesk("glossary", name, "--help")
    assert done.status == 0
    assert (
        f"copydesk glossary {name}" in " ".join(done.out.replace("Example:", "").split()).partition("Options:")[0][20:]
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_works_as_written(copydesk: Copydesk, desk: Path, name: str) -> None:
    """In a folder with the shipped glossaries, two states of one, a termbase, and an archive of two pairs."""
    shipped = Path(__file__).parents[2] / "glossaries"
    for path in shipped.iterdir():
        (desk / "glossaries").mkdir(exist_ok=True)
        shutil.copy(path, desk / "glossaries")
    for other in ("semiconductors.csv", "ours.csv", "theirs.csv", "agreed.csv", "own.csv", "ours/semiconductors.csv"):
        (desk / other).parent.mkdir(exist_ok=True)
        (desk / other).write_text(f"{HEADER}\n{CLEANING}\n", "utf-8")
    (desk / "news").rename(desk / "archive")
    copydesk("check", "archive", "--write-baseline", "known.json")
    copydesk("glossary", "export", "own.csv", "--format", "tbx", "--output", "termbase.tbx")
    example = copydesk("glossary", name, "--help").out.partition("Example: copydesk ")[2].partition("\n\n")[0]
    done = copydesk(*shlex.split(example))
    assert done.status == 0, done.err


def test_an_unknown_command_gets_the_nearest_name(copydesk: Copydesk) -> None:
    done = copydesk("glossary", "lokup")
    assert (done.status, "Did you mean 'lookup'" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("阿斯麦", ""),
        ("艾司摩爾", ""),
        ("ASML Holdings", "inflected"),
        ("asimai", "pinyin"),
        ("Asmai", "forbidden"),
        ("ASNL", "near"),
    ],
)
def test_lookup_finds_a_concept_however_it_is_remembered(copydesk: Copydesk, folder: Path, text: str, how: str) -> None:
    done = copydesk("glossary", "lookup", text, "--glossary", "glossaries", "--format", "json")
    assert done.status == 0
    first = json.loads(done.out)[0]
    assert (first["id"], first["how"]) == ("asml", how or "exact")


def test_lookup_of_nothing_exits_1(copydesk: Copydesk, folder: Path) -> None:
    done = copydesk("glossary", "lookup", "zebra crossing", "--glossary", "glossaries")
    assert (done.status, done.out) == (1, "")


def test_list_filters_and_prints_a_glossary_again(copydesk: Copydesk, folder: Path) -> None:
    done = copydesk("glossary", "list", "glossaries", "--type", "organisation", "--country", "nl", "--format", "csv")
    assert done.out == f"{HEADER}\n{ASML}\n"
    assert copydesk("glossary", "list", "glossaries", "--grep", "光刻").out.split()[0] == "lithography"
    assert copydesk("glossary", "list", "glossaries", "--status", "draft").out == ""


NEW = ("--zh", "台积电", "--en", "TSMC", "--type", "organisation", "--country", "TW", "--domain", "semiconductors")


def test_add_writes_the_file_of_the_type_and_remove_gives_its_bytes_back(copydesk: Copydesk, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert copydesk("glossary", "add", *NEW).status == 0
    changed = [path.name for path in folder.iterdir() if path.read_bytes() != before[path]]
    assert changed == ["organisations.csv"]
    assert ASML in (folder / "organisations.csv").read_text("utf-8")
    assert copydesk("glossary", "remove", "tsmc").status == 0
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_term_goes_where_its_domain_lies(copydesk: Copydesk, folder: Path) -> None:
    new = ("--zh", "良率", "--en", "yield rate", "--type", "term")
    done = copydesk("glossary", "add", *new, "--domain", "semiconductors", "--dry-run")
    assert "+++ glossaries/chips.csv" in done.out
    assert "良率" not in (folder / "chips.csv").read_text("utf-8")
    done = copydesk("glossary", "add", *new)
    assert (done.status, done.err) == (2, "copydesk: --domain is missing: the beat\n")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (("--id", "asml"), "id: asml is taken in glossaries/organisations.csv"),
        (("--zh-alt", "阿斯麦"), "zh: 阿斯麦 is asml (ASML)"),
        (("--en-forbidden", "TSMC"), "is an accepted form of this very concept"),
        (("--en-forbidden", "ASML Holding"), "'ASML Holding' is an accepted form of asml"),
        (("--en-alt", "Asmai"), "'Asmai' is a forbidden form of asml"),
        (("--valid-from", "soon"), "valid_from: 'soon' is not a date"),
    ],
)
def test_a_concept_that_clashes_is_refused_with_the_reason(
    copydesk: Copydesk, folder: Path, changes: tuple[str, ...], reason: str
) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    new = [*NEW]
    if changes[0] == "--zh-alt":
        new += ["--country", ""]
    done = copydesk("glossary", "add", *new, *changes)
    assert done.status == 2
    assert reason in done.err
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_edit_changes_one_row(copydesk: Copydesk, folder: Path) -> None:
    changes = ("--set", "en_alt+=ASML Holding N.V.", "--set", "en_forbidden-=Asmai", "--set", "note=Veldhoven")
    assert copydesk("glossary", "edit", "asml", *changes).status == 0
    row = (folder / "organisations.csv").read_text("utf-8").splitlines()[1].split(",")
    assert (row[5], row[6], row[-2]) == ("ASML Holding|ASML Holding N.V.", "", "Veldhoven")
    assert "did you mean asml?" in copydesk("glossary", "edit", "asnl", "--set", "note=x").err


def test_an_office_that_somebody_holds_stays(copydesk: Copydesk, folder: Path) -> None:
    done = copydesk("glossary", "remove", "minister")
    assert (done.status, done.err) == (2, "copydesk: minister is the office of wang-li; edit those first\n")


def test_lint_tells_file_line_column_and_exits_1(copydesk: Copydesk, folder: Path) -> None:
    bad = ASML.replace("Asmai", "ASML").replace("asml,", "aaa,")
    (folder / "organisations.csv").write_text(f"{HEADER}\n{ASML}\n{bad}\n", "utf-8")
    done = copydesk("glossary", "lint", "glossaries")
    assert done.status == 1
    assert "glossaries/organisations.csv:3:1: error: comes after asml; rows are sorted by id [aaa, id]\n" in done.out
    assert "glossaries/organisations.csv:3:45: error: ASML is accepted too" in done.out
    assert copydesk("glossary", "lint", "nowhere.csv").status == 2


def test_lint_as_json(copydesk: Copydesk, folder: Path) -> None:
    done = copydesk("glossary", "lint", "glossaries", "--format", "json", "--level", "note")
    assert done.status == 0
    assert all(
        {*fault} >= {"path", "line", "column", "level", "concept", "cell", "message"} for fault in json.loads(done.out)
    )


def test_the_shipped_glossaries_have_no_errors(copydesk: Copydesk) -> None:
    shipped = Path(__file__).parents[2] / "glossaries"
    done = copydesk("glossary", "lint", shipped, "--level", "error")
    assert (done.status, done.out) == (0, "")


def test_diff_shows_concepts_and_cells(copydesk: Copydesk, desk: Path, folder: Path) -> None:
    old = folder / "organisations.csv"
    (desk / "new.csv").write_text(old.read_text("utf-8").replace("ASML Holding,", "ASML Holding|ASM Litho,"), "utf-8")
    done = copydesk("glossary", "diff", old, "new.csv")
    assert (done.status, done.out) == (1, "~ asml  阿斯麦  ASML\n    en_alt: +ASM Litho\n")
    assert copydesk("glossary", "diff", old, old).status == 0
    assert json.loads(copydesk("glossary", "diff", old, "new.csv", "--format", "json").out)[0]["id"] == "asml"


def test_merge_stops_at_conflicts_and_says_which(copydesk: Copydesk, desk: Path, folder: Path) -> None:
    base = folder / "organisations.csv"
    text = base.read_text("utf-8")
    (desk / "a.csv").write_text(text.replace(",NL,", ",NE,"), "utf-8")
    (desk / "b.csv").write_text(text.replace(",NL,", ",DE,").replace("ASML Holding", "ASML NV"), "utf-8")
    done = copydesk("glossary", "merge", "a.csv", "b.csv", "--base", base, "--output", "merged.csv")
    assert done.status == 1
    assert "copydesk: asml, country: ours 'NE', theirs 'DE', before 'NL'\n" in done.err
    assert not (desk / "merged.csv").exists()
    done = copydesk(
        "glossary", "merge", "a.csv", "b.csv", "--base", base, "--prefer", "theirs", "--output", "merged.csv"
    )
    assert done.status == 0
    assert ",ASML NV,Asmai,,any,,,DE," in (desk / "merged.csv").read_text("utf-8")
