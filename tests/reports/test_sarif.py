"""What code scanning reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from toolkit.core import Severity
from toolkit.lint import Run
from toolkit.reports import Look, render

from .articles import ALONE, CLEAN, EN, PAIR, document, name_finding, run

MANUALS = {
    "names/wrong-rendering": "A name the desk spells otherwise.\n\nReaders cannot look it up.\n\nBad:\n    en: «Asm»"
}
LOG = json.loads(render("sarif", [PAIR, ALONE, CLEAN], Look(manuals=MANUALS, version="1.2.3")))
ONLY = LOG["runs"][0]


def regions(value: Any) -> Iterator[dict[str, Any]]:
    """Every object that has a startLine."""
    if isinstance(value, dict):
        if "startLine" in value:
            yield value
        for inner in value.values():
            yield from regions(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from regions(inner)


def uri(path: str) -> str:
    log = json.loads(render("sarif", [Run(document(path=path), (name_finding(),))]))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    return str(location["uri"])


def test_the_log_names_its_version_its_tool_and_its_unit() -> None:
    assert LOG["version"] == "2.1.0"
    assert LOG["$schema"].endswith("/sarif-schema-2.1.0.json")
    assert (ONLY["tool"]["driver"]["name"], ONLY["tool"]["driver"]["version"]) == ("copydesk", "1.2.3")
    assert ONLY["columnKind"] == "unicodeCodePoints"


def test_each_rule_is_described_once_with_its_manual_as_help() -> None:
    rules = ONLY["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [
        "names/wrong-rendering",
        "numbers/shifted-magnitude",
        "spacing/space-before-mark",
    ]
    assert rules[0]["shortDescription"]["text"] == "A name the desk spells otherwise."
    assert rules[0]["fullDescription"]["text"] == "Readers cannot look it up."
    assert "\n\n**Bad:**\n\n    en: «Asm»" in rules[0]["help"]["markdown"]
    assert rules[0]["help"]["text"] == MANUALS["names/wrong-rendering"]


def test_a_result_leads_to_its_rule_its_words_and_its_evidence() -> None:
    first = ONLY["results"][0]
    assert ONLY["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "chips.en.txt"},
        "region": {"startLine": 3, "startColumn": 20, "endLine": 3, "endColumn": 27, "snippet": {"text": "Hofmann"}},
    }
    assert first["relatedLocations"][0]["physicalLocation"]["region"]["snippet"]["text"] == "霍夫曼"
    assert first["partialFingerprints"].keys() == {"copydesk/v1"}


def test_a_fix_replaces_the_region_it_deletes() -> None:
    change = ONLY["results"][1]["fixes"][0]["artifactChanges"][0]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 27, "endLine": 3, "endColumn": 28},
            "insertedContent": {"text": ""},
        }
    ]


def test_rules_that_lacked_the_chinese_are_notifications() -> None:
    notifications = ONLY["invocations"][0]["toolExecutionNotifications"]
    assert [note["associatedRule"] for note in notifications] == [{"id": "numbers/shifted-magnitude", "index": 1}]
    assert notifications[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "chips.en.txt"


def test_what_could_not_be_read_makes_the_run_unsuccessful() -> None:
    look = Look(problems=("b.en.txt: is empty",))
    invocation = json.loads(render("sarif", [PAIR], look))["runs"][0]["invocations"][0]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][-1] == {"level": "error", "message": {"text": "b.en.txt: is empty"}}
    assert ONLY["invocations"][0]["executionSuccessful"]


def test_every_region_lies_in_its_article_and_counts_from_one() -> None:
    found = list(regions(LOG))
    assert found
    for region in found:
        start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        assert (1, 1) <= start <= end <= (len(EN.splitlines()) + 1, 60)


def test_levels_are_those_of_the_standard() -> None:
    log = json.loads(render("sarif", [run(*(name_finding(severity) for severity in Severity))]))
    assert {result["level"] for result in log["runs"][0]["results"]} == {"error", "warning", "note"}


def test_a_path_becomes_a_uri() -> None:
    assert uri("desk copy/芯片.en.txt") == "desk%20copy/%E8%8A%AF%E7%89%87.en.txt"
    assert uri("/srv/a.txt") == "file:///srv/a.txt"
