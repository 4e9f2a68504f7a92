"""copydesk check: what it finds and where it says so."""

from __future__ import annotations

import json
import re
from pathlib import Path

from running import CLEAN, FAULTY, Copydesk


def rules_of(out: str) -> set[str]:
    return {json.loads(line)["rule"] for line in out.splitlines()}


def test_findings_go_to_standard_output_and_the_summary_to_standard_error(copydesk: Copydesk) -> None:
    done = copydesk("check", "story.en.txt", "--fail-on", "warning")
    assert done.status == 1
    assert "story.en.txt:1:27: " in done.out
    assert "[spacing/space-before-stop]" in done.out
    assert done.err.startswith("copydesk: ")
    assert "in 1 article" in done.err


def test_clean_copy_prints_nothing_and_exits_0(copydesk: Copydesk) -> None:
    done = copydesk("check", "news")
    assert (done.status, done.out) == (0, "")
    assert "No findings in 1 article" in done.err


def test_without_a_path_every_pair_below_the_current_folder_is_checked(copydesk: Copydesk) -> None:
    assert "in 2 articles" in copydesk("check").err


def test_the_chinese_file_names_its_pair_too(copydesk: Copydesk) -> None:
    assert copydesk("check", "story.zh.txt", "story.en.txt").out == copydesk("check", "story.en.txt").out


def test_a_chinese_file_alone_gets_a_notice(copydesk: Copydesk, desk: Path) -> None:
    (desk / "other.zh.txt").write_text("消息。\n", "utf-8")
    done = copydesk("check", "other.zh.txt")
    assert done.status == 0
    assert "copydesk: other.zh.txt: has no English beside it; nothing to check\n" in done.err


def test_a_folder_without_articles_is_told(copydesk: Copydesk, desk: Path) -> None:
    (desk / "empty").mkdir()
    done = copydesk("check", "empty")
    assert done.status == 0
    assert "copydesk: no English article here; " in done.err


def test_fail_on_decides_what_exits_1(copydesk: Copydesk) -> None:
    assert copydesk("check", "story.en.txt", "--fail-on", "note").status == 1
    assert copydesk("check", "story.en.txt", "--fail-on", "never").status == 0


def test_rules_are_selected_and_left_out_by_name_or_family(copydesk: Copydesk) -> None:
    chosen = copydesk("check", "story.en.txt", "--format", "jsonl", "--select", "spacing", "--select", "residue")
    assert rules_of(chosen.out) == {"spacing/space-before-stop", "residue/repeated-word"}
    left = copydesk("check", "story.en.txt", "--format", "jsonl", "--ignore", "residue/repeated-word")
    assert "residue/repeated-word" not in rules_of(left.out)


def test_standard_input_is_checked_alone_or_against_a_source(copydesk: Copydesk) -> None:
    alone = copydesk("check", "-", piped=FAULTY.encode())
    assert "<stdin>:1:27: " in alone.out
    assert "not run where the Chinese is missing: " in alone.err
    paired = copydesk("check", "-", "--source", "story.zh.txt", piped=CLEAN.encode())
    assert "not run" not in paired.err


def test_a_page_on_standard_input_is_read_as_html(copydesk: Copydesk) -> None:
    done = copydesk("check", "-", "--format", "jsonl", piped=b"<p>It was <b>approved</b> .</p>")
    assert [json.loads(line)["column"] for line in done.out.splitlines()] == [14]


def test_source_pairs_one_article_with_a_file_of_any_name(copydesk: Copydesk, desk: Path) -> None:
    (desk / "draft.txt").write_text(CLEAN, "utf-8")
    done = copydesk("check", "draft.txt", "--source", "story.zh.txt")
    assert (done.status, "not run" in done.err) == (0, False)
    assert copydesk("check", "draft.txt", "story.en.txt", "--source", "story.zh.txt").status == 2


def test_rules_that_need_the_chinese_are_told_not_to_have_run(copydesk: Copydesk, desk: Path) -> None:
    (desk / "draft.txt").write_text(CLEAN, "utf-8")
    done = copydesk("check", "draft.txt", "--format", "jsonl")
    assert done.out == ""
    assert "not run where the Chinese is missing: " in done.err
    assert re.search(r": \d+ of dates, .*\d\d of names, .* \(--format sarif names them\)\n", done.err)
    few = copydesk("check", "draft.txt", "--format", "jsonl", "--select", "terms")
    assert "not run where the Chinese is missing: terms/wrong-rendering\n" in few.err


def test_output_is_written_whole_into_a_file(copydesk: Copydesk, desk: Path) -> None:
    done = copydesk("check", "--format", "sarif", "--output", "findings.sarif")
    assert done.out == ""
    log = json.loads((desk / "findings.sarif").read_text("utf-8"))["runs"][0]
    assert log["results"]
    assert log["tool"]["driver"]["version"]


def test_a_glossary_of_the_user_goes_over_the_shipped_ones(copydesk: Copydesk, desk: Path) -> None:
    (desk / "own.csv").write_text("id,zh,en,en_forbidden\nboard,董事会,board,board\n", "utf-8")
    done = copydesk("check", "news", "--glossary", "own.csv", "--format", "jsonl")
    assert rules_of(done.out) == {"terms/forbidden-rendering"}


def test_a_baseline_silences_what_it_has_seen(copydesk: Copydesk, desk: Path) -> None:
    assert copydesk("check", "--write-baseline", "known.json").status == 0
    assert copydesk("check", "--baseline", "known.json").out == ""
    (desk / "story.en.txt").write_text("A line above.\n\n" + FAULTY.replace("plan", "plan,"), "utf-8")
    changed = copydesk("check", "--baseline", "known.json", "--format", "jsonl", "--select", "residue")
    assert rules_of(changed.out) == set()


def test_explain_says_what_a_finding_stands_on(copydesk: Copydesk) -> None:
    done = copydesk("check", "story.en.txt", "--select", "spacing", "--explain")
    assert "source | " in done.out


def test_jobs_change_nothing_but_the_time(copydesk: Copydesk, desk: Path) -> None:
    for number in range(40):
        (desk / f"{number}.en.txt").write_text(FAULTY, "utf-8")
    (desk / "x.en.txt").write_bytes(b"\0")
    assert copydesk("check", "--jobs", "2").err.startswith("copydesk: x.en.txt: is binary")
    assert copydesk("check", "--jobs", "2").out == copydesk("check").out


def test_settings_of_the_folder_hold_and_the_command_line_goes_over_them(copydesk: Copydesk, desk: Path) -> None:
    (desk / "copydesk.toml").write_text('ignore = ["residue"]\nfail_on = "never"\nformat = "jsonl"\n', "utf-8")
    done = copydesk("check", "story.en.txt")
    assert done.status == 0
    assert "residue/repeated-word" not in rules_of(done.out)
    assert copydesk("check", "story.en.txt", "--fail-on", "note").status == 1


def test_settings_may_differ_by_path(copydesk: Copydesk, desk: Path) -> None:
    settings = 'format = "jsonl"\n[[paths]]\nmatch = ["story.*"]\nselect = ["spacing"]\nseverity.spacing = "note"\n'
    (desk / "copydesk.toml").write_text(settings, "utf-8")
    found = [json.loads(line) for line in copydesk("check").out.splitlines()]
    assert {(one["rule"], one["severity"]) for one in found} == {("spacing/space-before-stop", "note")}
