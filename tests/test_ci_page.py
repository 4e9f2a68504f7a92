"""docs/ci.md and docs/serve.md: what they tell people to run, runs."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "ci.md").read_text("utf-8")
COMMANDS = re.findall(r"run: copydesk (.*)", PAGE)
ENGLISH = "The plan was approved by the the board.\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_step_of_the_workflow_runs(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.en.txt").write_text(ENGLISH, "utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "toolkit.cli", *shlex.split(command)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    if "sarif" in command:
        assert json.loads((tmp_path / "copydesk.sarif").read_text("utf-8"))["runs"][0]["results"]


def test_the_workflow_is_yaml_and_uploads_what_the_check_wrote() -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    workflow: dict[str, Any] = yaml.safe_load(re.findall(r"```yaml\n(name: .*?)```", PAGE, re.DOTALL)[0])
    steps = workflow["jobs"]["check"]["steps"]
    upload = next(step for step in steps if "upload-sarif" in step.get("uses", ""))
    assert any(f"--output {upload['with']['sarif_file']}" in step.get("run", "") for step in steps)
    assert workflow["permissions"] == {"contents": "read", "security-events": "write"}


def test_the_verdict_shown_has_the_fields_that_there_are() -> None:
    shown = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0])
    schema = json.loads((DOCS.parent / "toolkit" / "reports" / "gate.schema.json").read_text("utf-8"))
    assert list(shown) == schema["required"]
