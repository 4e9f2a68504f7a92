"""Any concepts of ours go out and come back."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.files.glossaries import load_terms, shipped
from toolkit.files.termbases import read_termbase, render_termbase
from toolkit.glossary import Office, Period, Term
from toolkit.glossary.conversion import to_termbase, to_terms
from toolkit.glossary.dump import dump
from toolkit.glossary.table import parse
from toolkit.glossary.term import STATUSES, TYPES
from toolkit.language.script import is_traditional

ENGLISH = st.text("abcXYZ -'&<>\"=;|,é9_", min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)
CHINESE = st.text("晶圆厂特使台积电機A1·", min_size=1, max_size=6).filter(lambda text: any(c > "㐀" for c in text))
DAYS = st.none() | st.dates(datetime.date(1950, 1, 1), datetime.date(2030, 1, 1))
PERIODS = st.builds(Period, DAYS, DAYS)
IDS = st.text("abc-19", min_size=1, max_size=6)


@st.composite
def concepts(draw) -> Term:
    """A concept whose forms are all different, as the termbase's tests demand."""
    chinese = draw(st.lists(CHINESE, min_size=1, max_size=3, unique=True))
    english = draw(st.lists(ENGLISH, min_size=1, max_size=4, unique=True))
    cut = draw(st.integers(1, len(english)))
    return Term(
        id=draw(IDS),
        type=draw(st.sampled_from(sorted(TYPES))),
        zh=chinese[0],
        zh_alt=tuple(chinese[1:]),
        en=english[0],
        en_alt=tuple(english[1:cut]),
        en_forbidden=tuple(english[cut:]),
        first_mention=draw(st.just("") | ENGLISH),
        case=draw(st.sampled_from(["any", "exact"])),
        when=tuple(draw(st.lists(CHINESE, max_size=2))),
        office=tuple(draw(st.lists(st.builds(Office, IDS, PERIODS), max_size=2))),
        valid=draw(PERIODS),
        status=draw(st.sampled_from(STATUSES)),
        domain=draw(st.just("") | IDS),
        note=draw(st.just("") | ENGLISH),
        source=draw(st.just("") | ENGLISH),
    )


def arranged(terms) -> tuple[Term, ...]:
    """The concepts as they come back: other Chinese forms in Traditional script behind the rest."""
    return tuple(replace(term, zh_alt=tuple(sorted(term.zh_alt, key=is_traditional))) for term in terms)


TERMS = st.lists(concepts(), min_size=1, max_size=3, unique_by=lambda term: term.id)


@given(TERMS)
def test_a_glossary_table_is_read_as_it_was_written(terms):
    found, problems = parse(dump(terms))
    assert not problems
    assert found == sorted(terms, key=lambda term: term.id)


@given(TERMS)
def test_the_interchange_model_holds_our_concepts(terms):
    there = to_terms(to_termbase(terms))
    assert there.terms == arranged(terms)
    assert not there.losses
    assert to_termbase(there.terms) == to_termbase(terms)


@given(TERMS, st.sampled_from(["basic", "basic-dct", "tig", "ntig"]))
def test_tbx_holds_our_concepts(terms, flavour):
    written = render_termbase(to_termbase(terms), "tbx2" if flavour.endswith("tig") else "tbx", flavour)
    assert to_terms(read_termbase(written.data, "x.tbx").termbase).terms == arranged(terms)
    assert not written.losses


@given(TERMS, st.sampled_from(["deepl", "google", "memoq", "microsoft", "omegat", "trados", "weblate"]))
def test_a_table_loses_nothing_twice(terms, flavour):
    written = render_termbase(to_termbase(terms), "csv", flavour)
    held = read_termbase(written.data, "x", flavour).termbase
    again = render_termbase(held, "csv", flavour)
    assert read_termbase(again.data, "x", flavour).termbase == held


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.name)
def test_a_shipped_glossary_goes_out_and_comes_back(path):
    terms, _ = load_terms([path])
    ours = to_termbase(terms)
    for form in ("tbx", "tbx2", "csv"):
        written = render_termbase(ours, form)
        assert not written.losses
        back = read_termbase(written.data, f"x.{form}").termbase
        assert sorted(to_termbase(to_terms(back).terms).concepts, key=by_id) == sorted(ours.concepts, key=by_id)


def by_id(concept) -> str:
    return concept.id
