"""A check imports nothing that the article at hand does not need; corpora/bench/startup.py measures the time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

DEMO = Path(__file__).parents[2] / "corpora" / "demo" / "clean"
NEVER = "rich jinja2 sacrebleu ctranslate2 sentencepiece numpy pydantic multiprocessing importlib.metadata tomllib email ftfy"
PLAIN = "opencc rjieba tree_sitter html.parser toolkit.files.html toolkit.files.markdown charset_normalizer hashlib"
CODE = """
import sys
sys.argv = ["copydesk", "check", {article!r}]
from toolkit.cli import app
try:
    app(standalone_mode=False)
finally:
    print("loaded:", *(name for name in {names!r} if name in sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("article", "names"),
    [
        ("chip-controls.en.txt", f"{NEVER} {PLAIN}"),
        ("chip-controls.en.md", f"{NEVER} opencc rjieba charset_normalizer hashlib"),
        ("chip-controls.en.html", f"{NEVER} opencc rjieba tree_sitter charset_normalizer hashlib"),
    ],
)
def test_a_check_imports_only_what_its_article_needs(article: str, names: str) -> None:
    code = CODE.format(article=str(DEMO / article), names=names.split())
    for _ in ("to fill the cache of the termbase, where there is one", "as on every later day"):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == "loaded:"
