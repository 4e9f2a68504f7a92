"""copydesk check of files that hold both languages, and of Word documents: found, reported in every format, left as they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import Copydesk

from tests.files.test_docx import docx, p, r

ZH, EN = "该公司收入为34亿元。", "Revenue of the the company was 34 billion yuan ."
FILES = {
    "a.xlf": '<xliff version="1.2"><file source-language="zh" target-language="en"><body><trans-unit id="1">'
    f"<source>{ZH}</source><target>{EN}</target></trans-unit></body></file></xliff>",
    "a.xliff": '<xliff version="2.0" srcLang="zh" trgLang="en"><file id="f"><unit id="1"><segment>'
    f"<source>{ZH}</source><target>{EN}</target></segment></unit></file></xliff>",
    "a.tmx": '<tmx version="1.4"><header/><body><tu><tuv xml:lang="zh">'
    f'<seg>{ZH}</seg></tuv><tuv xml:lang="en"><seg>{EN}</seg></tuv></tu></body></tmx>',
    "a.po": f'msgid "{ZH}"\nmsgstr "{EN}"\n',
    "a.csv": f"zh,en\n{ZH},{EN}\n",
    "a.tsv": f"id\tsource\ttarget\n1\t{ZH}\t{EN}\n",
}
RULES = {"residue/repeated-word", "numbers/shifted-magnitude", "spacing/space-before-stop"}


def findings(out: str) -> dict[str, dict[str, object]]:
    return {one["rule"]: one for one in map(json.loads, out.splitlines())}


@pytest.mark.parametrize("name", FILES)
def test_findings_point_into_the_raw_file(copydesk: Copydesk, desk: Path, name: str) -> None:
    raw = FILES[name]
    (desk / name).write_text(raw, "utf-8")
    done = copydesk("check", name, "--format", "jsonl")
    found = findings(done.out)
    assert done.status == 1
    assert set(found) == RULES
    assert "not run" not in done.err
    for one in found.values():
        assert one["text"] == raw[one["start"] : one["end"]]
    number = found["numbers/shifted-magnitude"]
    assert number["text"] == "34 billion yuan"
    evidence = number["evidence"]
    line = raw.split("\n")[evidence["line"] - 1]
    assert (evidence["path"], line[evidence["column"] - 1 : evidence["end_column"] - 1]) == (name, "34亿元")


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif", "github", "junit"])
def test_every_report_tells_of_a_bilingual_file(copydesk: Copydesk, desk: Path, form: str) -> None:
    (desk / "a.xlf").write_text(FILES["a.xlf"], "utf-8")
    done = copydesk("check", "a.xlf", "--format", form)
    assert done.status == 1
    assert "numbers/shifted-magnitude" in done.out


def test_word_documents_are_checked_as_a_pair(copydesk: Copydesk, desk: Path) -> None:
    (desk / "a.zh.docx").write_bytes(docx(p(r("标题")) + p(r(ZH))))
    (desk / "a.en.docx").write_bytes(docx(p(r("Headline")) + p(r(EN[:7]), r(EN[7:]))))
    found = findings(copydesk("check", "a.en.docx", "--format", "jsonl").out)
    assert set(found) == RULES
    assert {one["line"] for one in found.values()} == {2}
    assert found["numbers/shifted-magnitude"]["evidence"]["path"] == "a.zh.docx"


def test_a_folder_s_bilingual_files_are_found_by_their_mark(copydesk: Copydesk, desk: Path) -> None:
    room = desk / "room"
    room.mkdir()
    for name, raw in FILES.items():
        (room / name).write_text(raw, "utf-8")
    assert "in 2 articles" in copydesk("check", "room").err
    (room / "b.zh-en.po").write_text(FILES["a.po"], "utf-8")
    assert "in 3 articles" in copydesk("check", "room").err


def test_a_bilingual_file_has_its_own_source(copydesk: Copydesk, desk: Path) -> None:
    (desk / "a.po").write_text(FILES["a.po"], "utf-8")
    done = copydesk("check", "a.po", "--source", "story.zh.txt")
    assert (done.status, done.out) == (2, "")
    assert "copydesk: a.po: holds both languages; leave out --source\n" in done.err


def test_xliff_in_a_pipe_is_known(copydesk: Copydesk) -> None:
    done = copydesk("check", "-", "--format", "jsonl", piped=FILES["a.xlf"].encode())
    assert set(findings(done.out)) == RULES


def test_what_is_not_checked_is_told(copydesk: Copydesk, desk: Path) -> None:
    (desk / "a.po").write_text(FILES["a.po"] + '\nmsgid "二"\nmsgstr ""\n', "utf-8")
    assert "copydesk: a.po: 1 of 2 units have no English yet; they were not checked\n" in copydesk("check", "a.po").err
    (desk / "a.xlf").write_text(FILES["a.xlf"].replace('"zh"', '"de"'), "utf-8")
    done = copydesk("check", "a.xlf")
    assert done.status == 2
    assert "copydesk: a.xlf:1: is from de into en; only what goes from zh into en can be checked\n" in done.err


@pytest.mark.parametrize("verb", ["check", "fix", "gate"])
def test_a_file_of_both_languages_takes_no_chinese_beside_it(copydesk: Copydesk, desk: Path, verb: str) -> None:
    (desk / "a.xlf").write_text(FILES["a.xlf"], "utf-8")
    done = copydesk(verb, "a.xlf", "--source", "story.zh.txt")
    assert done.status == 2
    assert "a.xlf: holds both languages; leave out --source" in done.err
    assert (desk / "a.xlf").read_text("utf-8") == FILES["a.xlf"]
