"""`copydesk glossary import` and `export`, as their users run them."""

from __future__ import annotations

import subprocess
import sys

GLOSSARY = "id,type,zh,en,en_forbidden,status\nfab,term,晶圆厂,wafer fab,crystal plant,preferred\n"


def copydesk(*arguments):
    command = [sys.executable, "-m", "toolkit.cli", "glossary", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_a_glossary_goes_out_and_comes_back(tmp_path):
    ours, out, back = tmp_path / "g.csv", tmp_path / "g.tbx", tmp_path / "back.csv"
    ours.write_text(GLOSSARY, "utf-8")
    assert copydesk("export", ours, "--format", "tbx", "--output", out).returncode == 0
    done = copydesk("import", out, "--output", back)
    assert (done.returncode, done.stderr) == (0, f"copydesk: 1 concept imported from {out}\n")
    assert "fab,term,晶圆厂,,wafer fab,,crystal plant," in back.read_text("utf-8")


def test_a_dry_run_tells_the_losses_and_writes_nothing(tmp_path):
    ours, out = tmp_path / "g.csv", tmp_path / "g.tsv"
    ours.write_text(GLOSSARY, "utf-8")
    done = copydesk("export", ours, "--format", "csv", "--flavour", "deepl", "--output", out, "--dry-run")
    assert done.returncode == 0
    assert "not kept: 1 x term in en (first: fab)" in done.stderr
    assert not out.exists()


def test_what_cannot_be_imported_is_one_line(tmp_path):
    table = tmp_path / "g.csv"
    table.write_text("chat,cat\n", "utf-8")
    for arguments, line in (
        ((), "does not tell which tool it is from"),
        (("--flavour", "deepl"), "has no concept in both Chinese and English"),
        (("--flavour", "other"), "no flavour 'other' of csv; choose one of native, deepl"),
    ):
        done = copydesk("import", table, *arguments, "--output", tmp_path / "o.csv")
        assert done.returncode == 2
        assert line in done.stderr
        assert done.stderr.count("\n") == 1
        assert not (tmp_path / "o.csv").exists()
