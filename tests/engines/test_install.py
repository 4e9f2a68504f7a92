"""Models put into the model folder: from a folder, a zip, an address; whole or not at all."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.engines.small import FIXTURE, Server, argos_zip, ct2_folder, opus_folder, serving, zipped
from toolkit.engines import shelf
from toolkit.engines.hardware import Running
from toolkit.engines.install import Wish, install
from toolkit.engines.loading import load
from toolkit.engines.problem import ModelProblem
from toolkit.translation import Request


@pytest.fixture(autouse=True)
def models(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "copydesk" / "models"


def works(name: str) -> bool:
    return bool(load(shelf.find(name), Running(threads=1)).translate([Request("公司上涨。")])[0])


def test_a_folder_is_copied_with_its_card(tmp_path, models):
    card = install(Wish(str(FIXTURE), "Fixture"))
    assert (card.name, card.family, card.licence, card.guided_alignment) == ("fixture", "Marian", "Apache-2.0", True)
    assert shelf.card_of(shelf.find("fixture")) == card
    assert works("fixture")
    assert works("")


@pytest.mark.parametrize("top", ["", "opus-2020/"])
def test_an_opus_archive_is_converted(tmp_path, models, top):
    archive = zipped(opus_folder(tmp_path / "opus"), tmp_path / "opus.zip", top)
    card = install(Wish(str(archive)))
    assert (card.name, card.family, card.guided_alignment, len(card.sha256)) == ("opus", "Marian", False, 64)
    assert "model.npz" not in {path.name for path in (models / "opus").iterdir()}
    assert works("opus")


def test_an_opus_model_that_was_trained_to_align_says_so(tmp_path):
    assert install(Wish(str(opus_folder(tmp_path / "o", readme="* model: transformer-align\n")))).guided_alignment


def test_a_zip_of_a_converted_model_is_unpacked(tmp_path):
    archive = zipped(ct2_folder(tmp_path / "m"), tmp_path / "m.zip", "inner/")
    install(Wish(str(archive), "mine"))
    assert works("mine")


def test_an_argos_package_stays_a_zip(tmp_path, models):
    assert install(Wish(str(argos_zip(tmp_path / "zh.argosmodel")))).family == "Argos"
    assert sorted(path.name for path in (models / "zh").iterdir()) == ["card.json", "package.argosmodel"]
    assert works("zh")


def test_an_address_is_fetched_and_leaves_no_archive_behind(tmp_path, models):
    body = zipped(opus_folder(tmp_path / "opus"), tmp_path / "opus.zip").read_bytes()
    with serving(Server(body, breaks_after=5000)) as server:
        with pytest.raises(ModelProblem, match="run the same command again"):
            install(Wish(server.url))
        assert shelf.installed() == ()
        server.breaks_after = 0
        card = install(Wish(server.url))
    assert (card.name, card.origin) == ("model", server.url)
    assert server.asked == ["", "bytes=5000-"]
    assert not list((models / ".downloads").iterdir())


def test_what_was_fetched_for_nothing_is_not_fetched_again(tmp_path, models):
    with serving(Server(b"no zip")) as server:
        for _ in range(2):
            with pytest.raises(ModelProblem):
                install(Wish(server.url))
        assert server.asked == [""]
    assert shelf.installed() == ()


def test_a_wrong_checksum_installs_nothing(tmp_path, models):
    archive = zipped(ct2_folder(tmp_path / "m"), tmp_path / "m.zip")
    with pytest.raises(ModelProblem, match="not the file that was expected"):
        install(Wish(str(archive), sha256="00"))
    with serving(Server(archive.read_bytes())) as server, pytest.raises(ModelProblem, match="not the file"):
        install(Wish(server.url, sha256="00"))
    assert shelf.installed() == ()


def test_an_installed_model_is_replaced_only_when_asked(tmp_path, models):
    folder = ct2_folder(tmp_path / "m")
    install(Wish(str(folder)))
    with pytest.raises(ModelProblem, match="--replace puts this one in its place"):
        install(Wish(str(folder)))
    install(Wish(str(FIXTURE), "m", replace=True))
    assert shelf.card_of(models / "m").licence == "Apache-2.0"
    (folder / "target.spm").unlink()
    with pytest.raises(ModelProblem):
        install(Wish(str(folder), replace=True))
    assert works("m")
    assert [path.name for path in models.iterdir()] == ["m"]


def test_a_licence_that_forbids_commercial_use_is_told(tmp_path):
    folder = ct2_folder(tmp_path / "m")
    (folder / "card.json").write_text(json.dumps({"licence": "CC-BY-NC-4.0"}), "utf-8")
    assert install(Wish(str(folder))).warning() == "its licence, CC-BY-NC-4.0, forbids commercial use"
    assert "nobody said" in install(Wish(str(ct2_folder(tmp_path / "n")))).warning()
    assert install(Wish(str(FIXTURE), "f")).warning() == ""


def test_a_model_of_the_catalogue_without_an_archive_says_how_it_is_had():
    with pytest.raises(ModelProblem, match="is not published as one archive; convert it"):
        install(Wish("nllb-600m"))


@pytest.mark.parametrize("what", ["nowhere", "/etc/hostname", "."])
def test_what_is_no_model_is_told(tmp_path, what, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelProblem):
        install(Wish(what, "x"))
    assert shelf.installed() == ()


@pytest.mark.parametrize(
    "config",
    [
        "models: [../model.npz]\nvocabs: [vocab.yml]\n",
        "models: [/etc/passwd]\nvocabs: [vocab.yml]\n",
        "models: []\nvocabs: []\n",
        "- a\n",
        "models: [model.npz\n",
        "models: [vocab.yml]\nvocabs: [vocab.yml, vocab.yml]\n",
    ],
)
def test_an_archive_that_names_files_elsewhere_or_none_is_refused(tmp_path, config):
    folder = opus_folder(tmp_path / "o")
    (folder / "decoder.yml").write_text(config, "utf-8")
    with pytest.raises(ModelProblem):
        install(Wish(str(folder)))


def test_a_model_with_another_decoder_is_refused_with_the_reason(tmp_path):
    import numpy as np  # noqa: PLC0415

    folder = opus_folder(tmp_path / "o")
    weights = dict(np.load(folder / "model.npz"))
    told = weights["special:model.yml"].tobytes().replace(b"self-attention", b"rnn           ")
    np.savez(folder / "model.npz", **weights | {"special:model.yml": np.frombuffer(told, np.int8)})
    with pytest.raises(ModelProblem, match="transformer-decoder-autoreg must be 'self-attention'"):
        install(Wish(str(folder)))


def test_no_model_names_the_command_and_several_ask_which(tmp_path):
    with pytest.raises(ModelProblem, match="run: copydesk model install opus-zh-en"):
        shelf.find("")
    with pytest.raises(ModelProblem, match=r"run: copydesk model install m2m100-1\.2b"):
        shelf.find("m2m100-1.2b")
    with pytest.raises(ModelProblem, match="run: copydesk model list"):
        shelf.find("x")
    install(Wish(str(FIXTURE), "a"))
    shutil.copytree(shelf.folder() / "a", shelf.folder() / "b")
    with pytest.raises(ModelProblem, match=r"several models are installed \(a, b\)"):
        shelf.find("")


@pytest.mark.parametrize("name", ["../a", ".hidden", "", "a" * 80])
def test_a_name_that_is_none_is_refused(name):
    with pytest.raises(ModelProblem, match="is no name for a model"):
        shelf.named(name or " ")
