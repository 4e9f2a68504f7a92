"""Fixing files that hold both languages: the English of a unit changes, and nothing else."""

from __future__ import annotations

import pytest

from toolkit.api import Order, fix_paths, write_back
from toolkit.settings import command_line

FILES = {
    "story.xlf": (
        '<?xml version="1.0"?>\n<xliff version="1.2"><file original="a" source-language="zh" target-language="en" '
        'datatype="plaintext"><body>\n<trans-unit id="1"><source>价格与成本。</source>'
        "<target>Prices &amp; costs rose ,they said .</target></trans-unit>\n</body></file></xliff>\n"
    ),
    "story.zh-en.po": 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "价格与成本。"\nmsgstr "Prices & costs rose ,they said ."\n',
    "story.zh-en.csv": 'zh,en\n价格与成本。,"Prices & costs rose ,they said ."\n',
}


@pytest.mark.parametrize("name", FILES)
def test_only_the_english_of_a_unit_is_mended(tmp_path, name):
    path = tmp_path / name
    path.write_text(FILES[name], "utf-8")
    mended = write_back(fix_paths(Order((path,), None, None, None, command_line(shipped=False)), unsafe=True))
    assert not mended.problems
    assert path.read_text("utf-8") == FILES[name].replace("rose ,they said .", "rose, they said.")


def test_a_word_document_is_refused_in_one_line(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Prices rose .")
    document.save(tmp_path / "story.en.docx")
    mended = fix_paths(Order((tmp_path / "story.en.docx",), None, None, None, command_line(shipped=False)))
    assert "mend it in Word" in mended.problems[0]
