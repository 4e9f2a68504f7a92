"""The fixture model, and models that know nothing, behind the protocol."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.engines.small import FIXTURE, ct2_folder
from toolkit.engines.engine import Engine
from toolkit.engines.hardware import Running
from toolkit.engines.loading import load
from toolkit.translation import Request, Translator

ROOT = Path(__file__).parents[2]
ONE = Running(threads=1)
ZH = "台积电计划在日本建设第二座芯片工厂。"
EN = "TSMC plans to build a second chip plant in Japan."


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load(FIXTURE, ONE)


@pytest.fixture(scope="module")
def babbler(tmp_path_factory) -> Engine:
    """Random weights: it never finds an end."""
    return load(ct2_folder(tmp_path_factory.mktemp("models") / "babbler"), ONE)


def one(engine, source, **asked):
    return engine.translate([Request(source, **asked)])[0]


def test_it_is_a_translator(engine):
    translator: Translator = engine
    assert translator.name == "fixture-zh-en"
    assert one(translator, ZH)[0].text == EN


def test_results_are_in_the_order_of_what_was_asked_whatever_the_batches(engine):
    sources = [ZH, "公司拒绝置评。", "", "中国外交部发言人毛宁星期二主持例行记者会。", "台积电"] * 3
    together = [found[0].text for found in engine.translate([Request(source) for source in sources])]
    assert together == [one(engine, source)[0].text for source in sources]
    assert together[2] == ""


def test_a_paragraph_is_translated_sentence_by_sentence(engine):
    first, second = ZH, "公司拒绝置评。"
    assert one(engine, first + second)[0].text == f"{EN} {one(engine, second)[0].text}"


def test_a_paragraph_of_any_length_is_not_cut(engine):
    (found,) = one(engine, ZH * 80)
    assert found.text.count("TSMC") == 80
    assert not found.cut


def test_a_sentence_beyond_the_places_of_the_model_is_translated_in_clauses(engine):
    (found,) = one(engine, "，".join(["台积电拒绝置评"] * 200) + "。")
    assert found.text.count("TSMC") >= 5
    assert one(engine, "龘" * 3000)[0].text is not None


def test_a_model_that_finds_no_end_is_told_to_be_cut(babbler):
    found = [one(babbler, source)[0] for source in ("台积电说好。", "中国反对。", "公司上涨。")]
    assert any(hypothesis.cut for hypothesis in found)


def test_hypotheses_come_likeliest_first_and_none_twice(engine):
    found = one(engine, ZH, count=5)
    assert len({hypothesis.text for hypothesis in found}) == len(found) > 2
    assert [h.score for h in found] == sorted((h.score for h in found), reverse=True)


def test_a_translation_begins_with_its_prefix(engine):
    for hypothesis in one(engine, ZH, prefix="The company", count=3):
        assert hypothesis.text.startswith("The company")


def test_a_prefix_that_cannot_be_spelled_is_left_out(engine):
    assert one(engine, ZH, prefix="𠮷𠮷") == one(engine, ZH)
    assert one(engine, ZH, prefix="  ") == one(engine, ZH)


def test_a_banned_word_does_not_occur(engine):
    assert "plant" in one(engine, ZH)[0].text
    assert all(
        "plant" not in hypothesis.text for hypothesis in one(engine, ZH, banned=("plant", "chip plant"), count=3)
    )


def test_a_ban_that_cannot_be_spelled_is_left_out(engine):
    assert one(engine, ZH, banned=("𠮷", " ")) == one(engine, ZH)


def test_requests_that_ask_for_different_things_do_not_meddle(engine):
    asked = [Request(ZH), Request(ZH, banned=("plant",)), Request(ZH, prefix="The company"), Request(ZH, count=3)]
    found = engine.translate(asked)
    assert [len(group) for group in found] == [1, 1, 1, 3]
    assert found[0][0].text == EN == found[3][0].text
    assert found[2][0].text.startswith("The company")


def test_scores_are_per_token_and_prefer_the_right_english(engine):
    right, wrong, none = engine.score([(ZH, EN), (ZH, "China opposes unilateral sanctions."), (ZH, "")])
    assert 0 > right > wrong > none == float("-inf")


def test_a_translation_is_scored_as_its_text_is(engine):
    (found,) = one(engine, ZH)
    assert found.score == pytest.approx(engine.score([(ZH, found.text)])[0], abs=0.02)


def test_scores_of_texts_beyond_the_places_of_the_model_are_numbers(engine):
    (score,) = engine.score([(ZH * 90, f"{EN} " * 90)])
    assert -20 < score < 0


def test_the_attention_of_a_guided_model_aligns(engine):
    (links,) = engine.align([(ZH, EN)])
    found = {(ZH[link.source.start : link.source.end], EN[link.target.start : link.target.end]) for link in links}
    assert any(zh and zh in "台积电" and en == "TSMC" for zh, en in found)
    assert any(zh and zh in "在日本建" and en == "Japan" for zh, en in found)
    assert all(0 < link.weight <= 1 for link in links)


def test_the_attention_of_another_model_is_not_believed(babbler):
    assert babbler.align([("台积电说好。", "TSMC said it was good.")]) == [()]


def test_nothing_is_aligned_with_nothing(engine):
    assert engine.align([("", EN), (ZH, "")]) == [(), ()]


def test_pairs_are_aligned_together_as_they_are_alone(engine):
    pairs = [(ZH, EN), ("公司拒绝置评。", "The company declined to comment."), ("", EN)]
    for together, pair in zip(engine.align(pairs), pairs, strict=True):
        assert places(together) == places(engine.align([pair])[0])


@pytest.mark.parametrize("prefix", ["", "TSMC plans to"])
def test_a_translation_brings_the_links_that_aligning_it_finds(engine, prefix):
    first, second = one(engine, ZH, prefix=prefix, count=2, attend=True)
    assert places(first.links()) == places(engine.align([(ZH, first.text)])[0]) != []
    assert second.links is None
    assert one(engine, ZH * 2, attend=True)[0].links is None


def test_a_model_whose_attention_is_not_believed_brings_no_links(babbler):
    assert one(babbler, "台积电说好。", attend=True)[0].links is None


def places(links):
    return sorted((link.source, link.target) for link in links)


def test_progress_counts_sentences(engine):
    told: list[tuple[int, int]] = []
    load(FIXTURE, Running(threads=1, batch=40), lambda *at: told.append(at)).translate([Request(ZH * 6)])
    assert told[-1] == (6, 6)
    assert len(told) > 1


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_is_heard_within_a_moment():
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from pathlib import Path; from toolkit.engines.loading import load; from toolkit.engines.hardware import Running\n"
        "from toolkit.translation import Request\n"
        f"e = load(Path({str(FIXTURE)!r}), Running(threads=1)); print('go', flush=True)\n"
        f"e.translate([Request({ZH!r} * 2000)])"
    )
    running = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.readline()
    time.sleep(0.3)
    begun = time.perf_counter()
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=20)
    assert b"KeyboardInterrupt" in told
    assert time.perf_counter() - begun < 5
