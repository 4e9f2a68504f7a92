"""The drawing is the wall: layers, sizes, and what a start-up may import."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "toolkit").rglob("*.py"))


def test_the_rooms_keep_their_layers():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_longer_than_300_lines(module):
    assert len(module.read_text("utf-8").splitlines()) <= 300


def test_the_median_module_is_short():
    assert statistics.median(len(module.read_text("utf-8").splitlines()) for module in MODULES) <= 80


def test_nine_functions_in_ten_are_short():
    """Lines of code of a function, its manual left out: a rule's docstring is documentation."""
    lengths = sorted(
        _length(node)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    assert statistics.median(lengths) <= 10
    assert lengths[len(lengths) * 9 // 10] <= 30


def test_a_check_of_text_alone_imports_nothing_heavy():
    heavy = "ctranslate2 onnxruntime sentencepiece sacrebleu numpy rjieba pypinyin tree_sitter opencc ftfy nupunkt lxml jinja2"
    code = (
        f"import sys, toolkit.cli.check, toolkit.api.check; print([m for m in {heavy.split()!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _length(function: ast.FunctionDef) -> int:
    body = function.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) and len(body) > 1:
        body = body[1:]
    return (body[-1].end_lineno or 0) - body[0].lineno + 2


def test_no_group_is_repeated_possessively():
    """Python before 3.11.5 misreads a possessive quantifier behind a group (gh-106052); an atomic group says the same."""
    found = re.compile(r"\)(?:[+*?]|\{+\d*,?\d*\}+)\+")
    assert not [
        (module.name, line)
        for module in MODULES
        for line in module.read_text("utf-8").splitlines()
        if "pattern(" in line or line.lstrip().startswith(('r"', 'rf"'))
        if found.search(line)
    ]
