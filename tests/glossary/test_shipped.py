"""The shipped termbase is data, and data has tests too."""

from __future__ import annotations

import csv
from collections import defaultdict

import pytest

from toolkit.files.glossaries import load_terms, shipped
from toolkit.glossary import COLUMNS, Words
from toolkit.language.script import simplified

FILES = [pytest.param(path, id=path.stem) for path in shipped()]
TERMS, PROBLEMS = load_terms(shipped())
HOME = {"person": "people", "organisation": "organisations", "outlet": "outlets", "place": "places", "title": "titles"}


def test_every_row_is_read():
    assert not PROBLEMS
    assert len(TERMS) >= 250


@pytest.mark.parametrize("path", FILES)
def test_a_file_is_sorted_and_has_every_column(path):
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == COLUMNS
    ids = [row[0] for row in rows]
    assert ids == sorted(ids)


@pytest.mark.parametrize("path", FILES)
def test_the_type_decides_the_file(path):
    terms, _ = load_terms([path])
    for term in terms:
        assert HOME.get(term.type, path.stem) == path.stem, term.id


def test_ids_are_unique_in_all_files():
    assert len({term.id for term in TERMS}) == len(TERMS)


def test_no_form_is_accepted_and_forbidden():
    accepted = {form for term in TERMS for form in term.targets}
    assert not [(term.id, form) for term in TERMS for form in term.en_forbidden if form in accepted]


def test_no_forbidden_form_stands_in_an_accepted_form_of_its_own_concept():
    bad = [
        (term.id, wrong)
        for term in TERMS
        for wrong in term.en_forbidden
        for form in term.targets
        if Words(form).has(wrong, exact=term.case == "exact")
    ]
    assert not bad


def test_a_forbidden_form_is_never_a_single_short_word():
    assert not [(term.id, form) for term in TERMS for form in term.en_forbidden if len(form) < 4]


def test_every_office_is_a_title():
    titles = {term.id for term in TERMS if term.type == "title"}
    assert not [(term.id, office.title) for term in TERMS for office in term.office if office.title not in titles]


def test_a_chinese_form_of_two_concepts_of_a_type_is_told_apart():
    claims = defaultdict(list)
    for term in TERMS:
        for form in {simplified(source) for source in term.sources}:
            claims[term.type, form].append(term)
    for (_, form), terms in claims.items():
        if len(terms) > 1:
            assert all(term.when or term.not_when or term.country for term in terms), form


def test_folding_a_form_keeps_its_length():
    assert all(len(simplified(source)) == len(source) for term in TERMS for source in term.sources)
