"""Termbases of others, where they are at hand: what is imported and exported again says the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from toolkit.api.exchange import export_termbase
from toolkit.files.glossaries import shipped
from toolkit.files.termbases import load_termbase, read_termbase, render_termbase

SAMPLES = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "tbx"
FILES = sorted(path for path in SAMPLES.glob("*.*") if path.suffix in (".tbx", ".xml", ".tab", ".csv"))
XML = [path for path in FILES if path.suffix in (".tbx", ".xml")]
FLAVOURS = {".csv": "deepl"}
LOOSE = {"notRecommended": "deprecated", "Obsolete": "superseded", "Draft": "draft"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

pytestmark = pytest.mark.skipif(not FILES, reason="needs the sample termbases of ../shared/data/tbx")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_import_export_import_is_the_identity(path):
    first = load_termbase(path, FLAVOURS.get(path.suffix))
    written = render_termbase(first.termbase, first.form, first.flavour, suffix=path.suffix)
    again = read_termbase(written.data, path.name, first.flavour)
    assert again.termbase == first.termbase
    assert (again.form, again.flavour) == (first.form, first.flavour)
    assert not written.losses


@pytest.mark.parametrize("path", XML, ids=lambda path: path.name)
def test_every_term_language_and_note_of_the_file_is_in_the_export(path):
    """Counted in the XML itself, past our reader."""
    loaded = load_termbase(path)
    written = render_termbase(loaded.termbase, loaded.form, loaded.flavour)
    assert contents(etree.fromstring(written.data)) == contents(etree.fromstring(path.read_bytes()))


@pytest.mark.parametrize("path", XML, ids=lambda path: path.name)
def test_an_export_as_basic_is_valid(path):
    schema = etree.RelaxNG(etree.parse(SAMPLES / "TBXcoreStructV03_TBX-Basic_integrated.rng"))
    for flavour in ("basic", "basic-dct"):
        written = render_termbase(load_termbase(path).termbase, "tbx", flavour)
        assert schema.validate(etree.fromstring(written.data)), schema.error_log


def test_an_export_of_our_own_glossary_is_valid():
    schema = etree.RelaxNG(etree.parse(SAMPLES / "TBXcoreStructV03_TBX-Basic_integrated.rng"))
    ours = next(path for path in shipped() if path.name == "semiconductors.csv")
    written = export_termbase([ours], "tbx")
    assert schema.validate(etree.fromstring(written.data)), schema.error_log
    assert not written.losses


def test_the_large_one_is_whole():
    large = load_termbase(SAMPLES / "suse-glossary_for_Weblate.xml").termbase
    terms = [term for concept in large.concepts for section in concept.sections for term in section.designations]
    assert (len(large.concepts), len(terms)) == (1_349, 9_453)


def contents(root) -> Counter:
    """Terms by language, and every other text of the body by its data category."""
    body = next(root.iter("{*}body"))
    found: Counter = Counter()
    for each in body.iter():
        if not isinstance(each.tag, str) or len(each):
            continue
        name = etree.QName(each).localname
        section = next(each.iterancestors("{*}langSec", "{*}langSet"), None)
        language = section.get(LANG) if section is not None else ""
        text = " ".join("".join(each.itertext()).split())
        if name == "termNote" and each.get("type") == "administrativeStatus":
            text = LOOSE.get(text, text.removesuffix("Term-admn-sts"))
        found[name, each.get("type"), language, text] += 1
    return found
