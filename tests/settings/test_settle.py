"""Which of several settings wins, and where it says it came from."""

from __future__ import annotations

import tomllib

import pytest

from toolkit.core import Severity
from toolkit.settings import (
    Layer,
    Setting,
    SettingsError,
    check_options,
    check_selectors,
    command_line,
    project,
    settle,
    severities,
)
from toolkit.settings.describe import describe
from toolkit.settings.globs import matches
from toolkit.settings.keys import FAIL_ON, KEYS
from toolkit.settings.lines import key_lines
from toolkit.settings.presets import PRESETS

RULES = ("names/wrong-rendering", "numbers/shifted-magnitude", "style/per-cent")
KNOWN = {"names/wrong-rendering": {}, "style/per-cent": {"spelling": "percent", "limit": 3, "words": ("a",)}}


def toml(text: str, folder: str = "/desk") -> Layer:
    return project("copydesk.toml", tomllib.loads(text), key_lines(text), folder)


def complaint(text: str) -> str:
    with pytest.raises(SettingsError) as caught:
        settle(toml(text))
    return str(caught.value)


def test_without_any_settings_all_are_defaults() -> None:
    settings = settle()
    assert {getattr(settings, name).origin for name in KEYS} == {"default"}
    assert (settings.fail_on.value, settings.format.value, settings.jobs.value) == ("error", "text", 1)


def test_each_layer_goes_over_the_one_below_and_says_where_it_stands() -> None:
    text = 'format = "json"\n\nfail_on = "note"\n[[paths]]\nmatch = ["*.html"]\nselect = ["markup"]\n'
    settings = settle(toml(text), command_line(fail_on="never", format=None, select=[]), path="/desk/a.html")
    assert settings.format == Setting("json", "copydesk.toml:1")
    assert settings.select == Setting(("markup",), "copydesk.toml:6")
    assert settings.fail_on == Setting("never", "--fail-on")


def test_a_preset_lies_below_the_project_wherever_it_is_named() -> None:
    settings = settle(toml('select = ["quotes"]\n'), command_line(preset="news"))
    assert settings.preset == Setting("news", "--preset")
    assert settings.select == Setting(("quotes",), "copydesk.toml:1")
    assert settle(command_line(preset="news")).select == Setting(("default", "style"), "preset news")


def test_ignore_and_glossary_add_up() -> None:
    settings = settle(toml('ignore = ["style"]\nglossary = ["own.csv"]\n'), command_line(ignore=["names"]))
    assert settings.ignore == Setting(("style", "names"), "copydesk.toml:1, --ignore")
    assert settings.glossary.value == ("/desk/own.csv",)


def test_files_are_found_from_the_folder_of_the_settings_that_name_them() -> None:
    settings = settle(toml('baseline = "known.json"\nhints = "/srv/names.tsv"\n'))
    assert (settings.baseline.value, settings.hints.value) == ("/desk/known.json", "/srv/names.tsv")


@pytest.mark.parametrize(
    ("path", "ignored"),
    [
        ("/desk/opinion/2024/a.en.txt", ("style",)),
        ("/desk/news/a.en.txt", ()),
        ("/elsewhere/opinion/a.en.txt", ()),
        ("/desk/news/a.html", ("spacing",)),
    ],
)
def test_globs_are_relative_to_the_settings_file(path: str, ignored: tuple[str, ...]) -> None:
    text = (
        '[[paths]]\nmatch = ["opinion/**"]\nignore = ["style"]\n[[paths]]\nmatch = ["*.html"]\nignore = ["spacing"]\n'
    )
    assert settle(toml(text), path=path).ignore.value == ignored


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("opinion/", "opinion/2024/a.txt", True),
        ("opinion/", "news/opinion/a.txt", False),
        ("**/opinion/", "news/opinion/a.txt", True),
        ("news/*.txt", "news/a.txt", True),
        ("news/?.txt", "news/ab.txt", False),
        ("a.txt", "news/a.txt", True),
        ("[a].txt", "a.txt", False),
    ],
)
def test_globs_are_read_as_in_gitignore(glob: str, path: str, fits: bool) -> None:
    assert matches(glob, path) is fits


def test_a_rules_name_beats_its_familys_which_beats_all() -> None:
    text = 'severity."names/wrong-rendering" = "note"\nseverity.names = "warning"\nseverity.all = "error"\n'
    assert severities(RULES, settle(toml(text))) == {
        "names/wrong-rendering": Severity.NOTE,
        "numbers/shifted-magnitude": Severity.ERROR,
        "style/per-cent": Severity.ERROR,
    }


def test_options_reach_their_rule_with_the_type_of_their_default() -> None:
    settings = settle(toml('[options."style/per-cent"]\nspelling = "per cent"\nwords = ["b", "c"]\n'))
    assert check_options(KNOWN, settings) == {"style/per-cent": {"spelling": "per cent", "words": ("b", "c")}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('\nselct = ["names"]\n', "copydesk.toml:2: unknown key 'selct'; did you mean 'select'?"),
        ('fail-on = "note"\n', "copydesk.toml:1: unknown key 'fail-on'; did you mean 'fail_on'?"),
        ('select = "names"\n', "copydesk.toml:1: select must be a list of strings, not 'names'"),
        ("jobs = 0\n", "copydesk.toml:1: jobs must be a whole number from 1, not 0"),
        ("jobs = true\n", "copydesk.toml:1: jobs must be a whole number from 1, not True"),
        ("shipped = 1\n", "copydesk.toml:1: shipped must be true or false, not 1"),
        (
            'fail_on = "fatal"\n',
            'copydesk.toml:1: fail_on must be one of "error", "warning", "note", "never", not \'fatal\'',
        ),
        (
            '[severity]\n"names/x" = "bad"\n',
            'copydesk.toml:2: severity."names/x" must be one of "error", "warning", "note", not \'bad\'',
        ),
        ('severity = "note"\n', "copydesk.toml:1: severity must be a table, not 'note'"),
        ("options.quotes = 3\n", "copydesk.toml:1: options.quotes must be a table, not 3"),
        ("paths = 3\n", "copydesk.toml:1: paths must be tables, each under [[paths]]"),
        ('[[paths]]\nselect = ["a"]\n', "copydesk.toml:1: paths.match must be a list of strings, missing"),
        (
            '[[paths]]\nmatch = ["a"]\nignored = ["b"]\n',
            "copydesk.toml:3: unknown key in [[paths]] 'ignored'; did you mean 'ignore'?",
        ),
        ('preset = "nws"\n', "copydesk.toml:1: unknown preset 'nws'; did you mean 'news'?"),
    ],
)
def test_a_bad_setting_gets_one_line_with_its_place_and_what_was_expected(text: str, expected: str) -> None:
    assert complaint(text) == expected


def test_a_bad_option_of_the_command_line_is_named_as_it_was_typed() -> None:
    with pytest.raises(SettingsError, match=r"^--fail-on: fail_on must be one of"):
        settle(command_line(fail_on="fatal"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'options."style/percent".x = 1',
            "copydesk.toml:1: unknown rule 'style/percent'; did you mean 'style/per-cent'?",
        ),
        (
            'options."style/per-cent".speling = "a"',
            "copydesk.toml:1: unknown option of style/per-cent 'speling'; did you mean 'spelling'?",
        ),
        (
            'options."style/per-cent".limit = "a"',
            "copydesk.toml:1: limit of style/per-cent must be a whole number, not 'a'",
        ),
        ('options."names/wrong-rendering".x = 1', "copydesk.toml:1: names/wrong-rendering has no options"),
    ],
)
def test_options_are_held_against_the_rules_there_are(text: str, expected: str) -> None:
    with pytest.raises(SettingsError) as caught:
        check_options(KNOWN, settle(toml(text)))
    assert str(caught.value) == expected


@pytest.mark.parametrize("name", ["names", "style/per-cent", "all", "default"])
def test_a_selector_names_a_rule_a_family_or_all(name: str) -> None:
    check_selectors(RULES, settle(command_line(select=[name])))


@pytest.mark.parametrize(
    ("name", "hint"), [("nmes", "did you mean 'names'?"), ("style/percent", "did you mean 'style/per-cent'?")]
)
def test_a_selector_that_covers_no_rule_is_a_mistake(name: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        check_selectors(RULES, settle(command_line(ignore=[name])))
    assert str(caught.value) == f"--ignore: unknown rule {name!r}; {hint}"


def test_described_settings_are_a_settings_file_that_says_the_same() -> None:
    text = 'select = ["names"]\nfail_on = "note"\nseverity."quotes" = "note"\noptions."style/x".y = ["a", "b"]\n'
    settings = settle(toml(text), command_line(jobs=2))
    again = settle(toml(describe(settings)))
    assert {name: getattr(again, name).value for name in KEYS} == {name: getattr(settings, name).value for name in KEYS}
    assert again.severity["quotes"].value == Severity.NOTE
    assert again.options["style/x"]["y"].value == ("a", "b")


def test_described_settings_show_their_origins() -> None:
    shown = describe(settle(toml('fail_on = "note"\n'), command_line(select=["names"]))).splitlines()
    assert shown[0] == 'select = ["names"]     # --select'
    assert shown[1] == "ignore = []            # default"
    assert shown[9] == 'fail_on = "note"       # copydesk.toml:1'


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_can_be_read(name: str) -> None:
    settle(command_line(preset=name))


def test_severities_that_fail_a_check_are_those_of_findings() -> None:
    assert set(FAIL_ON) == {str(severity) for severity in Severity} | {"never"}
