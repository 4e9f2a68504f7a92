"""docs/settings.md says what the code does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from toolkit.settings import project, settle
from toolkit.settings.describe import manual
from toolkit.settings.lines import key_lines

DOCS = (Path(__file__).parents[2] / "docs/settings.md").read_text("utf-8")


def test_the_table_of_keys_is_the_one_of_the_code() -> None:
    assert manual() in DOCS


def test_every_example_can_be_read() -> None:
    examples = re.findall(r"```toml\n(.*?)```", DOCS, re.DOTALL)
    assert examples
    for text in examples:
        data = tomllib.loads(text)
        settle(project("copydesk.toml", data.get("tool", {}).get("copydesk", data), key_lines(text), "/desk"))
