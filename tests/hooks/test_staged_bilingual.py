"""Files that hold both languages, and Word documents: what git keeps of them is judged, as of any article."""

from __future__ import annotations

from pathlib import Path

import pytest
from repository import Git, run, write
from test_framework import FRAMEWORK, NEEDS_IT, NEEDS_SHIM, framework

from tests.files.test_docx import docx, p, r

__all__ = ["framework"]
ZH, FAULTY = "该公司收入为34亿元。", "Revenue of the the company was 3.4 billion yuan."
CLEAN = FAULTY.replace("the the", "the")
NAMES = {
    "desk.xlf": '<xliff version="1.2"><file source-language="zh" target-language="en"><body><trans-unit id="1">'
    "<source>{zh}</source><target>{en}</target></trans-unit></body></file></xliff>",
    "news/desk.xliff": '<xliff version="2.0" srcLang="zh-CN" trgLang="en"><file id="f"><unit id="1"><segment>'
    "<source>{zh}</source><target>{en}</target></segment></unit></file></xliff>",
    "a.zh-en.tmx": '<tmx version="1.4"><header/><body><tu><tuv xml:lang="zh">'
    '<seg>{zh}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv></tu></body></tmx>',
    "a.zh_en.po": 'msgid "{zh}"\nmsgstr "{en}"\n',
    "a.zh-Hant_en-GB.csv": "zh,en\n{zh},{en}\n",
    "a.zh-en.tsv": "id\tsource\ttarget\n1\t{zh}\t{en}\n",
}


def stage(room: Path, git: Git, name: str, staged: str, lying: str) -> None:
    """Have one text in the index and another in the work tree."""
    for text in (staged, lying):
        write(room, name, NAMES[name].replace("{zh}", ZH).replace("{en}", text))
        if text is staged:
            git("add", ".")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_staged_counts_although_the_work_tree_is_mended(room: Path, git: Git, copydesk: Git, name: str) -> None:
    stage(room, git, name, FAULTY, CLEAN)
    done = copydesk("hook", "run")
    assert done.returncode == 1
    assert f"{name}:" in done.stdout
    assert "[residue/repeated-word]" in done.stdout
    assert "not run" not in done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_staged_does_not_count(room: Path, git: Git, copydesk: Git, name: str) -> None:
    stage(room, git, name, CLEAN, FAULTY)
    assert (copydesk("hook", "run").returncode, copydesk("hook", "run").stdout) == (0, "")


@pytest.mark.parametrize("name", ["list.csv", "app.po", "fr.xlf"])
def test_a_file_that_nothing_marks_is_passed_over(room: Path, git: Git, copydesk: Git, name: str) -> None:
    other = NAMES["desk.xlf"].replace('"zh"', '"fr"').replace("{zh}", "Le plan.").replace("{en}", FAULTY)
    write(room, name, other if name == "fr.xlf" else "name,number\nthe the,1\n")
    git("add", ".")
    done = copydesk("hook", "run")
    assert (done.returncode, done.stdout) == (0, "")
    assert "in 0 articles" in done.stderr


def test_word_documents_are_judged_as_a_pair(room: Path, git: Git, copydesk: Git) -> None:
    (room / "a.zh.docx").write_bytes(docx(p(r(ZH))))
    (room / "a.en.docx").write_bytes(docx(p(r(FAULTY.replace("3.4", "34")))))
    git("add", ".")
    (room / "a.en.docx").write_bytes(docx(p(r(CLEAN))))
    done = copydesk("hook", "run")
    assert done.returncode == 1
    assert "[numbers/shifted-magnitude]" in done.stdout


def test_what_a_push_changes_in_a_bilingual_file_is_judged(room: Path, git: Git, copydesk: Git) -> None:
    before = git("rev-parse", "HEAD").stdout.strip()
    stage(room, git, "desk.xlf", FAULTY, CLEAN)
    git("commit", "-qm", "Faulty")
    tip = git("rev-parse", "HEAD").stdout.strip()
    done = copydesk(
        "hook", "run", "pre-push", "origin", "url", given=f"refs/heads/main {tip} refs/heads/main {before}\n"
    )
    assert done.returncode == 1
    assert "desk.xlf:" in done.stdout


def test_a_staged_file_that_is_broken_stops_the_commit(room: Path, git: Git, copydesk: Git) -> None:
    write(room, "a.zh-en.po", "msgid\n")
    git("add", ".")
    done = copydesk("hook", "run")
    assert done.returncode == 2
    assert "copydesk: a.zh-en.po:1: is no line of a PO file" in done.stderr


def test_english_that_is_still_to_come_is_told(room: Path, git: Git, copydesk: Git) -> None:
    stage(room, git, "a.zh_en.po", "", CLEAN)
    done = copydesk("hook", "run")
    assert done.returncode == 0
    assert "a.zh_en.po: 1 of 1 units have no English yet" in done.stderr


@NEEDS_IT
@NEEDS_SHIM
@pytest.mark.parametrize("name", [name for name in NAMES if "zh" in name])
def test_the_framework_hands_over_what_has_a_mark(framework: Path, git: Git, name: str) -> None:
    stage(framework, git, name, FAULTY, CLEAN)
    done = run([str(FRAMEWORK), "run", "copydesk"], framework)
    assert done.returncode != 0
    assert f"{name}:" in done.stdout
