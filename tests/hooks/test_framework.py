""".pre-commit-hooks.yaml under the pre-commit framework (https://pre-commit.com), in a real repository."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest
from repository import CLEAN, FAULTY, Git, run, write

from toolkit.files.article import FORMATS
from toolkit.files.bilingual import BILINGUAL
from toolkit.files.discover import CHINESE as CHINESE_MARKS
from toolkit.files.discover import ENGLISH as ENGLISH_MARKS
from toolkit.files.discover import pair_named

MANIFEST = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
FRAMEWORK = shutil.which("pre-commit", path=str(Path(sys.executable).parent)) or shutil.which("pre-commit")
NEEDS_IT = pytest.mark.skipif(FRAMEWORK is None, reason="the pre-commit framework is not installed")
NEEDS_SHIM = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the command")


def field(name: str) -> str:
    """A field of the manifest's one hook, without a reader of YAML."""
    found = re.search(rf"^[- ] {name}: (.*)$", MANIFEST.read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1].strip("'")


MARKED = [
    name
    for mark in (*CHINESE_MARKS, *ENGLISH_MARKS)
    for ending in FORMATS
    for name in (f"a.{mark}{ending}", f"{mark}/a{ending}", f"x y/a.{mark}{ending}", f"news/{mark}/a{ending}")
]
BOTH = [
    f"{folder}{name}.{mark}{ending}"
    for ending in BILINGUAL
    for mark in ("zh-en", "zh_en", "zh-Hant_en-GB", "ZH-CN-EN", "zh-tw-en-us")
    for folder, name in (("", "a"), ("x y/", "a.b"))
]
OTHER = [
    *("README.md", "a.txt", "a.en.txt.bak", "a.fr.txt", "en/deep/a.txt", "a.en.docx", "then/a.txt", ".en.txt.orig"),
    *("a.xlf", "a.po", "a.en-zh.po", "a.zh-fr.csv", "zh-en.csv", "a.zh-en.xlsx"),
]


@pytest.mark.parametrize("name", [*MARKED, *BOTH, *OTHER])
def test_the_manifest_names_the_files_that_a_folder_is_searched_for(name: str) -> None:
    found = pair_named([name], [name])
    ours = bool(found.pairs or found.notices)
    assert bool(re.search(field("files"), name)) is ours
    assert ours is (name in {*MARKED, *BOTH})


@NEEDS_IT
def test_the_framework_finds_the_manifest_well_formed(room: Path) -> None:
    done = run([str(FRAMEWORK), "validate-manifest", str(MANIFEST)], room)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.fixture
def framework(room: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The framework installed in the repository, with our hook as the manifest has it but for the network."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    shim = tmp_path / "bin" / "copydesk"
    write(shim.parent, "copydesk", f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -P -m toolkit.cli "$@"\n')
    shim.chmod(0o755)
    entry = field("entry").replace("copydesk", str(shim), 1)
    hook = {name: field(name) for name in ("id", "name", "files")} | {"entry": entry, "language": "system"}
    hook |= {"types": ["text"], "require_serial": True, "stages": ["pre-commit", "pre-push"]}
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    write(room, ".pre-commit-config.yaml", json.dumps(config))
    git("add", ".")
    git("commit", "-qm", "Configure")
    done = run([str(FRAMEWORK), "install"], room)
    assert done.returncode == 0, done.stdout + done.stderr
    return room


@NEEDS_IT
@NEEDS_SHIM
def test_a_faulty_commit_is_stopped_and_a_clean_one_goes_through(framework: Path, git: Git) -> None:
    write(framework, "a desk/new.en.txt", FAULTY)
    git("add", ".")
    stopped = git("commit", "-m", "Faulty")
    assert stopped.returncode != 0
    assert "a desk/new.en.txt:3:15: error: " in stopped.stdout + stopped.stderr
    write(framework, "a desk/new.en.txt", CLEAN)
    git("add", ".")
    assert git("commit", "-m", "Clean").returncode == 0


@NEEDS_IT
@NEEDS_SHIM
def test_what_is_staged_counts_under_the_framework_too(framework: Path, git: Git) -> None:
    write(framework, "story.en.txt", FAULTY)
    git("add", ".")
    write(framework, "story.en.txt", CLEAN)
    assert git("commit", "-m", "Faulty").returncode != 0
    assert (framework / "story.en.txt").read_text("utf-8") == CLEAN


@NEEDS_IT
@NEEDS_SHIM
def test_our_own_hook_goes_before_the_frameworks_and_gives_its_place_back(
    framework: Path, git: Git, copydesk: Git
) -> None:
    hook = framework / ".git" / "hooks" / "pre-commit"
    before = hook.read_bytes()
    copydesk("hook", "install", "pre-commit")
    write(framework, "story.en.txt", CLEAN + "\n")
    done = git("commit", "-am", "Clean")
    assert done.returncode == 0
    assert "Passed" in done.stdout + done.stderr
    copydesk("hook", "uninstall")
    assert hook.read_bytes() == before
