"""Files that other tools wrote: read, changed in one place, and read by those tools again. Skipped where a tool is absent."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from toolkit.core import Article
from toolkit.files import load
from toolkit.files.bilingual import is_bilingual, load_bilingual
from toolkit.files.edits import edited, write_edits

CHINESE = ["董事会批准了该计划。", "研发投入<增长>5%，见“报告”。", "三个文件 & 更多\t。"]
ENGLISH = ['The "plan" was approved.', "R&D rose <5%>; see the report.", "Three files & more."]
MENDED = 'The "plan" & «more» was approved.'

_MAKE = """
import json, sys
from translate.storage import csvl10n, po, tmx, xliff, xliff2
form, path, chinese, english = json.loads(sys.argv[1])
store = {"xlf": xliff.xlifffile, "xliff": xliff2.Xliff2File, "tmx": tmx.tmxfile, "po": po.pofile, "csv": csvl10n.csvfile}[form]()
if form == "xlf":
    store.setsourcelanguage("zh-CN"); store.settargetlanguage("en")
elif form == "xliff":
    store.setsourcelanguage("zh"); store.settargetlanguage("en")
for zh, en in zip(chinese, english):
    if form == "tmx":
        store.addtranslation(zh, "zh", en, "en", "a note")
        continue
    unit = store.addsourceunit(zh)
    unit.target = en
    unit.addnote("a note", origin="developer")
open(path, "wb").write(bytes(store))
"""
_READ = """
import json, sys
from translate.storage import csvl10n, po, tmx, xliff, xliff2
form = sys.argv[1].rpartition(".")[2]
kind = {"xlf": xliff.xlifffile, "xliff": xliff2.Xliff2File, "tmx": tmx.tmxfile, "po": po.pofile, "csv": csvl10n.csvfile}[form]
store = kind.parsefile(sys.argv[1])
print(json.dumps([[str(unit.source), str(unit.target)] for unit in store.units if not unit.isheader() and unit.source]))
"""


def peer(script: str, argument: str) -> str:
    if find_spec("translate") is None:
        pytest.skip("translate-toolkit is not installed")
    command = [sys.executable, "-c", script, argument]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def english(path: Path) -> Article:
    return load_bilingual(path).target if is_bilingual(path) else load(path)


def prose(path: Path) -> list[str]:
    return [paragraph.text.prose for paragraph in english(path).paragraphs]


def mend(path: Path) -> None:
    """Write MENDED over the first English."""
    text = next(one.text for one in english(path).paragraphs if one.text.prose == ENGLISH[0])
    edit = text.edit((11, 11), "& «more» ")
    assert edit
    write_edits(path, [edit])


@pytest.mark.parametrize("form", ["xlf", "xliff", "tmx", "po", "csv"])
def test_translate_toolkit(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"a.{form}"
    peer(_MAKE, json.dumps([form, str(path), CHINESE, ENGLISH]))
    found = load_bilingual(path)
    assert [one.text.prose for one in found.target.paragraphs] == ENGLISH
    assert [segment.source.prose.split() for segment in found.segments] == [text.split() for text in CHINESE]
    data = path.read_bytes()
    assert edited(data, str(path), ()) == data
    theirs = json.loads(peer(_READ, str(path)))
    mend(path)
    assert json.loads(peer(_READ, str(path))) == [[theirs[0][0], MENDED], *theirs[1:]]


def test_polib(tmp_path: Path) -> None:
    polib = pytest.importorskip("polib")
    path = tmp_path / "a.po"
    book = polib.POFile(wrapwidth=20)
    book.metadata = {"Language": "en", "Content-Type": "text/plain; charset=utf-8"}
    for zh, en in zip(CHINESE, ENGLISH, strict=True):
        book.append(polib.POEntry(msgid=zh, msgstr=en, comment="a note", occurrences=[("a.html", "3")]))
    book.append(polib.POEntry(msgid="旧", msgstr="Old", obsolete=True))
    book.save(str(path))
    assert prose(path) == ENGLISH
    mend(path)
    assert [entry.msgstr for entry in polib.pofile(str(path))] == [MENDED, *ENGLISH[1:], "Old"]


def test_python_docx(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    path = tmp_path / "a.docx"
    book = docx.Document()
    book.add_heading("Chip exports rise", 1)
    first = book.add_paragraph()
    for n, part in enumerate((ENGLISH[0][:7], ENGLISH[0][7:13], ENGLISH[0][13:])):
        first.add_run(part).bold = n == 1
    book.add_table(1, 1).cell(0, 0).text = ENGLISH[1]
    book.add_paragraph(ENGLISH[2], style="List Bullet")
    book.save(str(path))
    kinds = [paragraph.kind.value for paragraph in load(path).paragraphs]
    assert kinds == ["headline", "body", "table cell", "list item"]
    mend(path)
    book = docx.Document(str(path))
    assert [one.text for one in book.paragraphs] == ["Chip exports rise", MENDED, ENGLISH[2]]
    assert [run.bold for run in book.paragraphs[1].runs] == [False, True, False]
    assert book.tables[0].cell(0, 0).text == ENGLISH[1]


def test_libreoffice(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    page = tmp_path / "a.html"
    page.write_text("".join(f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>" for text in ENGLISH), "utf-8")
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--outdir", str(tmp_path)]
    form = ["--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", str(page)]
    subprocess.run([*command, *form], check=True, capture_output=True, timeout=180)
    path = tmp_path / "a.docx"
    assert prose(path) == ENGLISH
    mend(path)
    subprocess.run([*command, "--convert-to", "txt:Text (encoded):UTF8", str(path)], check=True, timeout=180)
    assert (tmp_path / "a.txt").read_text("utf-8-sig").splitlines()[:3] == [MENDED, *ENGLISH[1:]]
