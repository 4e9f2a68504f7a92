"""The model that the settings name, ready to translate."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.api.models import models, running, translator
from toolkit.engines.hardware import Running
from toolkit.engines.problem import ModelProblem
from toolkit.settings import command_line, settle
from toolkit.translation import Request

FIXTURE = Path(__file__).parents[2] / "corpora" / "fixture" / "model"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def test_settings_choose_the_model_and_how_it_is_run():
    settings = settle(command_line(model=FIXTURE, threads=1, beam=2))
    assert running(settings) == Running(threads=1, compute_type="auto", beam=2)
    told: list[tuple[int, int]] = []
    found = translator(settings, progress=lambda *at: told.append(at)).translate([Request("公司拒绝置评。")])
    assert found[0][0].text == "The company declined to comment."
    assert told == [(1, 1)]


def test_a_name_on_the_command_line_goes_over_the_settings():
    with pytest.raises(ModelProblem, match="nope: is not installed"):
        translator(settle(command_line(model=FIXTURE)), "nope")


def test_nothing_installed_is_an_empty_list_and_one_line_for_a_translator():
    here, offers = models()
    assert here == ()
    assert len({offer.name for offer in offers}) == len(offers)
    assert all(offer.url or offer.how for offer in offers)
    with pytest.raises(ModelProblem, match="no model is installed; run: copydesk model install"):
        translator(settle())


def test_a_broken_model_is_listed_with_what_is_wrong(tmp_path):
    (tmp_path / "copydesk" / "models" / "broken").mkdir(parents=True)
    ((broken,), _) = models()
    assert broken.problem.startswith("is no model we know")
