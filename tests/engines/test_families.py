"""Each family is known by its files, framed as it wants it, and told what it lacks."""

from __future__ import annotations

import json
import zipfile

import pytest

from tests.engines.small import argos_zip, ct2_folder, many_tongued, opus_folder
from toolkit.engines.families import recognise
from toolkit.engines.hardware import Running
from toolkit.engines.loading import load
from toolkit.engines.package import open_package
from toolkit.engines.problem import ModelProblem
from toolkit.translation import Request

ONE = Running(threads=1)


@pytest.mark.parametrize(
    ("tags", "name", "opening", "target"),
    [
        (("zho_Hans", "eng_Latn"), "NLLB", ("zho_Hans",), ("eng_Latn",)),
        (("__zh__", "__en__"), "M2M100", ("__zh__",), ("__en__",)),
        (("<2en>",), "MADLAD", ("<2en>",), ()),
    ],
)
def test_models_of_many_languages_are_known_by_their_tags(tmp_path, tags, name, opening, target):
    family = recognise(open_package(many_tongued(tmp_path / "m", tags)))
    assert (family.name, family.opening, family.closing, family.target_opening) == (name, opening, ("</s>",), target)
    engine = load(tmp_path / "m", ONE)
    (hypotheses,) = engine.translate([Request("台积电说好。", count=2)])
    assert not any(tag in one.text for tag in tags for one in hypotheses)
    assert len(engine.score([("台积电说好。", "China opposes it.")])) == 1


def test_marian_has_two_tokenizers_and_gets_its_end_from_ctranslate2(tmp_path):
    family = recognise(open_package(ct2_folder(tmp_path / "m")))
    assert (family.name, family.opening, family.closing) == ("Marian", (), ())


def test_marian_from_the_other_converter_gets_its_end_from_us(tmp_path):
    folder = ct2_folder(tmp_path / "m")
    (folder / "config.json").write_text(json.dumps({"add_source_eos": False}), "utf-8")
    assert recognise(open_package(folder)).closing == ("</s>",)


def test_an_argos_zip_translates_and_leaves_nothing_behind(tmp_path):
    package = argos_zip(tmp_path / "a.argosmodel")
    before = sorted(tmp_path.rglob("*"))
    engine = load(package, ONE)
    assert (engine.family.name, engine.family.closing) == ("Argos", ())
    assert engine.translate([Request("公司上涨。")])[0]
    assert not engine.align([("公司上涨。", "The company rose.")])[0]
    assert sorted(tmp_path.rglob("*")) == before


def test_an_unpacked_argos_package_works_too(tmp_path):
    zipfile.ZipFile(argos_zip(tmp_path / "a.argosmodel")).extractall(tmp_path / "a")
    assert load(tmp_path / "a", ONE).family.name == "Argos"


def test_an_argos_package_of_other_languages_is_refused(tmp_path):
    with pytest.raises(ModelProblem, match="translates de to en, not zh to en"):
        load(argos_zip(tmp_path / "a.argosmodel", "de"), ONE)


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("config.json", "a SentencePiece model is missing|config.json is missing|cannot be loaded|has no"),
        ("target.spm", "none of the tags"),
        ("model.bin", "has no model.bin"),
    ],
)
def test_what_is_missing_is_told(tmp_path, missing, told):
    folder = ct2_folder(tmp_path / "m")
    (folder / missing).unlink()
    with pytest.raises(ModelProblem, match=told):
        load(folder, ONE)


def test_an_archive_that_was_not_converted_says_so(tmp_path):
    with pytest.raises(ModelProblem, match=r"has no model.bin; convert it"):
        load(opus_folder(tmp_path / "m"), ONE)


def test_broken_weights_are_told_in_one_line(tmp_path):
    folder = ct2_folder(tmp_path / "m")
    (folder / "model.bin").write_bytes(b"\0" * 100)
    with pytest.raises(ModelProblem, match="cannot be loaded") as told:
        load(folder, ONE)
    assert "\n" not in str(told.value)


def test_no_tokenizer_and_no_such_place_are_told(tmp_path):
    folder = ct2_folder(tmp_path / "m")
    (folder / "source.spm").write_bytes(b"nothing")
    with pytest.raises(ModelProblem, match=r"source.spm is no SentencePiece model"):
        load(folder, ONE)
    with pytest.raises(ModelProblem, match="does not exist"):
        load(tmp_path / "nowhere", ONE)
    (tmp_path / "text").write_text("no zip")
    with pytest.raises(ModelProblem, match="is no zip archive, and no folder"):
        load(tmp_path / "text", ONE)


def test_a_zip_of_many_zeros_is_not_read_into_memory(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("metadata.json", json.dumps({"from_code": "zh", "to_code": "en"}))
        archive.writestr("model/config.json", "{}")
        archive.writestr("model/shared_vocabulary.json", "[]")
        archive.writestr("model/model.bin", "")
        archive.writestr("sentencepiece.model", b"\0" * 70_000_000)
    with pytest.raises(ModelProblem, match="which no such file is"):
        load(tmp_path / "a.zip", ONE)
