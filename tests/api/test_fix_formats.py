"""Fixing files of other formats: the English changes, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.api import Order, fix_paths, write_back
from toolkit.core import Fix, apply
from toolkit.core.differences import differences
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


def test_the_words_of_a_word_document_are_mended_and_their_looks_stay(tmp_path):
    docx = pytest.importorskip("docx")
    path = tmp_path / "story.en.docx"
    document = docx.Document()
    paragraph = document.add_paragraph("Prices rose ,they said, and ")
    paragraph.add_run("wages fell .").bold = True
    document.save(path)
    mended = write_back(fix_paths(Order((path,), None, None, None, command_line(shipped=False)), unsafe=True))
    assert not mended.problems
    runs = docx.Document(path).paragraphs[0].runs
    assert [(run.text, bool(run.bold)) for run in runs] == [
        ("Prices rose, they said, and ", False),
        ("wages fell.", True),
    ]


@given(before=st.text("ab .\n", max_size=60), after=st.text("ab .\n", max_size=60))
def test_differences_make_the_one_of_the_other(before, after):
    assert apply(before, [Fix((edit,)) for edit in differences(before, after)]) == after
