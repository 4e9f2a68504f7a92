"""Terms told in the source stand behind their Chinese, between the marks that the model knows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.engines.small import ct2_folder
from toolkit.core import Span
from toolkit.engines import shelf
from toolkit.engines.hardware import Running
from toolkit.engines.install import Wish, install
from toolkit.engines.loading import load
from toolkit.engines.telling import inside
from toolkit.translation import Request, Told

ZH = "台积电说好。中国反对。"
TSMC, CHINA = Told(Span(0, 3), "TSMC"), Told(Span(6, 8), "China")
ONE = Running(threads=1)


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """A model with the marks in its vocabulary, and on its card."""
    return load(marked(tmp_path_factory.mktemp("models") / "told"), ONE)


def marked(folder: Path, tags: tuple[str, ...] = ("⟨", "⟩")) -> Path:
    ct2_folder(folder, tags)
    (folder / "card.json").write_text(json.dumps({"name": "told", "inline_terms": ["⟨", "⟩"]}), "utf-8")
    return folder


def said(engine, text, *terms):
    return engine.telling.say(text, terms)


def test_a_term_is_told_behind_its_chinese(engine):
    pieces = "".join(said(engine, ZH, TSMC, CHINA).pieces).replace("▁", " ")
    assert pieces.replace(" ", "") == "台积电⟨TSMC⟩说好。中国⟨China⟩反对。"


def test_what_is_told_stands_where_its_chinese_does(engine):
    found = said(engine, ZH, CHINA)
    told = [span for piece, span in zip(found.pieces, found.spans, strict=True) if piece in {"⟨", "⟩"}]
    assert told == [CHINA.span] * 2
    assert [ZH[slice(*span)] for span in found.spans][-1] == "。"


def test_without_terms_the_source_is_cut_as_ever(engine):
    assert said(engine, ZH).pieces == engine.telling.source.encode(ZH)
    assert not said(engine, ZH).told


def test_a_text_or_a_term_that_has_the_marks_itself_is_not_told(engine):
    assert not said(engine, "台积电⟨说⟩好。", TSMC).told
    assert not said(engine, ZH, Told(Span(0, 3), "TSMC⟩")).told


def test_what_the_vocabulary_cannot_spell_is_not_told(engine):
    assert not said(engine, ZH, Told(Span(0, 3), "Žižek")).told


def test_of_two_terms_in_one_place_the_first_is_told(engine):
    once = said(engine, ZH, TSMC)
    assert said(engine, ZH, TSMC, Told(Span(1, 3), "China")).pieces == once.pieces


def test_a_model_that_was_not_trained_for_it_hears_of_no_term(tmp_path):
    plain = load(ct2_folder(tmp_path / "plain"), ONE)
    assert not said(plain, ZH, TSMC).told
    assert not plain.translate([Request(ZH, told=(TSMC,))])[0][0].told


def test_each_sentence_is_told_its_own_terms():
    parts = "台积电说好。", " 中国反对。"
    assert inside([TSMC, Told(Span(7, 9), "China")], 0, parts[0]) == [TSMC]
    assert inside([TSMC, Told(Span(7, 9), "China")], len(parts[0]), parts[1]) == [Told(Span(0, 2), "China")]


def test_a_hypothesis_says_that_the_model_heard(engine):
    (heard, *_), (deaf, *_) = engine.translate([Request(ZH, told=(TSMC,)), Request(ZH)])
    assert (heard.told, deaf.told) == (True, False)


def test_marks_that_the_vocabulary_lacks_tell_nothing(tmp_path):
    assert not said(load(marked(tmp_path / "odd", ()), ONE), ZH, TSMC).told


def test_an_installed_model_keeps_its_marks(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert install(Wish(str(marked(tmp_path / "told")))).inline_terms == ("⟨", "⟩")
    assert said(load(shelf.find("told"), ONE), ZH, TSMC).told
