"""The generated suites: large enough, the same every time, and no worse than they were."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

from toolkit.api.check import default_plan
from toolkit.api.desk import open_desk
from toolkit.api.means import Means
from toolkit.translation import Knowledge

sys.path.insert(0, str(Path(__file__).parents[2] / "corpora" / "bench"))
import markup
import terms
import wordwise


@pytest.fixture(scope="module")
def desk():
    return open_desk()[0]


def test_every_mark_of_a_tagged_paragraph_is_kept_and_most_stand_exactly(desk):
    counts: Counter[str] = Counter()
    for case in markup.suite(120, 3):
        markup.measure(case, Knowledge(desk.glossary, desk.lexicon), None, counts, 0)
    assert counts["kept"] == counts["paragraphs"] == 120
    assert counts["exact"] / counts["marks"] > 0.85


def test_the_same_seed_makes_the_same_suite(desk):
    assert markup.suite(20, 5) == markup.suite(20, 5)
    assert terms.suite(desk.glossary, 40, 5) == terms.suite(desk.glossary, 40, 5)


def test_the_suite_of_terms_is_large(desk):
    cases = terms.suite(desk.glossary, 300, 7)
    assert sum(len(case.terms) for case in cases) >= 300
    assert {term.type for case in cases for term in case.terms} == {*terms.KINDS}


def test_even_a_word_by_word_translator_comes_to_say_most_terms(desk):
    cases = terms.suite(desk.glossary, 80, 7)
    found = terms.measure(cases, Means(desk, default_plan(), wordwise.Wordwise(desk.lexicon)))
    assert found["steps"].get("none", 0) / found["pairs"] < 0.1
    assert found["steps"].get("replaced", 0) / found["pairs"] < 0.15
    assert found["plain success"] / found["pairs"] < 0.5
